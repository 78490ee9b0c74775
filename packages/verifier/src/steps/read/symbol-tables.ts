import type { LexemeKind } from "./lexeme.ts";

type Meaning = readonly [kind: LexemeKind, text: string];

function table(kind: LexemeKind, pairs: string): [string, Meaning][] {
  return pairs.split(" ").map((pair) => {
    const [name = "", text = name] = pair.split("→");
    return [name, [kind, text]];
  });
}

/** LaTeX commands whose meaning is one lexeme. */
export const commandMeanings: ReadonlyMap<string, Meaning> = new Map([
  ...table(
    "operator",
    "times→* cdot→* ast→* div→/ mid→| vert→| lvert→| rvert→| bmod→mod pmod→mod mod prime→'",
  ),
  ...table(
    "relation",
    "approx→~= simeq→~= sim→~= le→<= leq→<= leqslant→<= ge→>= geq→>= geqslant→>= lt→< gt→>",
  ),
  ...table("relation", "ne→!= neq→!= equiv→mod= cong→~="),
  ...table(
    "arrow",
    "implies Rightarrow rightarrow to Longrightarrow longrightarrow iff Leftrightarrow leadsto",
  ),
  ...table("punct", "ldots→… dots→… cdots→… dotsc→… dotsb→… quad→, qquad→, text→ therefore→; because→;"),
  ...table("delimiter", "begin end hline item newline"),
]);

/** LaTeX commands without a meaning for a claim. */
export const skippedCommands: ReadonlySet<string> = new Set(
  (
    "left right big Big bigl bigr Bigl Bigr bigg Bigg displaystyle textstyle limits nonumber notag boldsymbol bm " +
    "mathbf mathit mathsf tag hspace vspace thinspace boxed fbox underline cancel"
  ).split(" "),
);

/** LaTeX commands that are passed over together with their argument. */
export const argumentCommands: ReadonlySet<string> = new Set("tag hspace vspace label begin end".split(" "));

/** LaTeX commands whose braced argument is words. */
export const textCommands: ReadonlySet<string> = new Set(
  "text textbf textit textrm mathrm operatorname mbox hbox textsf texttt emph".split(" "),
);

/** Characters, other than letters and digits, whose meaning is one lexeme. */
export const charMeanings: ReadonlyMap<string, Meaning> = new Map([
  ...table("operator", "+ - * / ^ % ! | _ ' −→- ×→* ·→* ⋅→* ∗→* •→* ÷→/ ∕→/ ⁄→/ ’→' °→deg ✕→* –→-"),
  ...table("relation", "= < > ≈→~= ≃→~= ≤→<= ≥→>= ≠→!= ≡→mod= ≅→~="),
  ...table("open", "( [ {"),
  ...table("close", ") ] }"),
  ...table("arrow", "→→implies ⇒→implies ⟹→implies ∴→implies"),
  ...table("punct", ', ; : . ? … " “ ” ` ~ # @'),
  ...table("money", "€ £ ¥"),
]);

/** Superscript and subscript characters, as ASCII. */
export const scriptChars: ReadonlyMap<string, readonly [mark: "^" | "_", text: string]> = new Map([
  ...scripts("^", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
  ...scripts("_", "₀₁₂₃₄₅₆₇₈₉"),
  ...scripts("^", "⁻").map(([char]): Script => [char, ["^", "-"]]),
]);

type Script = [string, readonly ["^" | "_", string]];

function scripts(mark: "^" | "_", chars: string): Script[] {
  return [...chars].map((char, digit): Script => [char, [mark, String(digit)]]);
}

/** Fractions of one character, as numerator and denominator. */
export const vulgarFractions: ReadonlyMap<string, string> = new Map([
  ["½", "1/2"],
  ["¼", "1/4"],
  ["¾", "3/4"],
  ["⅓", "1/3"],
  ["⅔", "2/3"],
  ["⅕", "1/5"],
  ["⅛", "1/8"],
]);
