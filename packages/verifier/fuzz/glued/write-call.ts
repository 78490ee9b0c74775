import { bracket, type Hand, nameMark, type Piece } from "./hand.ts";
import type { Tree } from "./tree.ts";

type Call = Extract<Tree, { kind: "call" }>;

/** Writes a function with its argument: in brackets, between bars, or bare where `mayBeBare`. */
export function writeCall(tree: Call, hand: Hand, mayBeBare: boolean): Piece {
  const { dialect, draw } = hand;
  const head = (dialect === "latex" ? "\\" : nameMark) + tree.name + writeBase(tree.base, hand);
  const arg = hand.write(tree.of);
  if (tree.of.kind === "bars") return writeWithBars(head, arg.text, hand);
  const bare = mayBeBare && tree.name !== "exp" ? writeBare(tree, head, arg.text, hand) : undefined;
  if (bare !== undefined && draw.chance(2))
    return { text: bare, level: "atom", tail: "bare", is: "function" };
  const gap = dialect === "latex" && draw.chance(6) ? " " : "";
  return { text: head + gap + bracket(arg.text, hand).text, level: "atom", tail: "close", is: "function" };
}

function writeBase(base: string, { dialect, draw }: Hand): string {
  if (base === "") return "";
  if (dialect === "unicode") return [...base].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
  return base.length === 1 && (dialect !== "latex" || draw.chance(2)) ? `_${base}` : `_{${base}}`;
}

/** `\ln|x|`: the bars end the argument, so a slash may follow. */
function writeWithBars(head: string, bars: string, { dialect, draw }: Hand): Piece {
  const text = draw.pick([head + bars, `${head} ${bars}`, `${head}(${bars})`]);
  return {
    text: dialect === "latex" ? text : `${head}${bars}`,
    level: "atom",
    tail: "close",
    is: "function",
  };
}

/** A letter, or a number and a letter: what a reader takes as the whole argument. */
function writeBare(tree: Call, head: string, arg: string, { dialect, draw }: Hand): string | undefined {
  const { of, base } = tree;
  const isLetter = of.kind === "letter";
  const isMultiple =
    of.kind === "product" &&
    of.parts.length === 2 &&
    of.parts[0]?.kind === "number" &&
    of.parts[1]?.kind === "letter";
  if (dialect === "latex") {
    const touches = /^[A-Za-z\d]/.test(arg) ? " " : "";
    if (isLetter) return draw.pick([`${head}${touches}${arg}`, `${head} ${arg}`, `${head}{${arg}}`]);
    if (isMultiple && /^\d+( |\\,)?(\\[a-z]+|[a-z])$/.test(arg)) return `${head} ${arg}`;
    return of.kind === "fraction" && /^\\d?frac\{/.test(arg) && arg.endsWith("}") ? head + arg : undefined;
  }
  if (base !== "" || !/^(\d*)[a-zθαπ]$/.test(arg) || (!isLetter && !isMultiple)) return undefined;
  return draw.pick([`${head} ${arg}`, `${head}${arg}`]);
}
