import { parseAnswer } from "@touchstone/verifier/answer";

/** A gold written in another way. */
export interface Rewriting {
  readonly name: string;
  readonly text: string;
  /** Whether it has the value of the gold. */
  readonly isEqual: boolean;
}

type Rewrite = (text: string) => string;

const notations: readonly (readonly [string, Rewrite])[] = [
  ["itself", (text) => text],
  ["boxed", (text) => `\\boxed{${text}}`],
  ["dfrac", (text) => text.replaceAll("\\frac", "\\dfrac")],
  ["no left and right", (text) => text.replaceAll(/\\(left|right)(?![a-zA-Z])/g, "")],
  ["spaced signs", (text) => text.replaceAll(/(?<=[\w})\]])([+=<>])(?=[\w({[\\])/g, " $1 ")],
  ["typographic minus", (text) => text.replaceAll("-", "−")],
  ["final point", (text) => (text.endsWith(".") ? text : `${text}.`)],
  // Not after a digit, where the fraction is part of a mixed number.
  ["slash", (text) => text.replaceAll(/(?<![\d}]\s*)\\frac\{(\d+)\}\{(\d+)\}/g, "($1/$2)")],
];

/** Rewritings of a scalar: two of the same value and one of another. */
const algebra: readonly (readonly [string, boolean, Rewrite])[] = [
  ["doubled and halved", true, (text) => `\\frac{2\\cdot(${text})}{2}`],
  ["one added and taken off", true, (text) => `1+(${text})-1`],
  ["a thousandth more", false, (text) => `(${text})+\\frac{1}{1000}`],
];

/** The rewritings that apply to a gold: those that change its text, and the gold itself. */
export function rewriteGold(gold: string): Rewriting[] {
  const bare = stripDollars(gold);
  const written = notations
    .map(([name, rewrite]) => ({ name, text: rewrite(bare), isEqual: true }))
    .filter(({ name, text }) => name === "itself" || text !== bare);
  if (!isPlainScalar(bare)) return written;
  return [...written, ...algebra.map(([name, isEqual, rewrite]) => ({ name, text: rewrite(bare), isEqual }))];
}

/** `$...$` around the whole; a gold with several formulas keeps its dollar signs. */
function stripDollars(gold: string): string {
  const text = gold.trim();
  const isWrapped = text.length > 2 && text.startsWith("$") && text.indexOf("$", 1) === text.length - 1;
  return isWrapped ? text.slice(1, -1).trim() : text;
}

/** A scalar that can stand in a formula: read one way, without a sign, unit, base or grouping of its own. */
function isPlainScalar(text: string): boolean {
  if (/[^\w\s\\{}()^+\-*/.!]|_/.test(text) || text.includes("\\text") || text.includes("\\pm")) return false;
  // A lone letter is likely an option.
  if (/^\(?[a-zA-Z]\)?$/.test(text)) return false;
  const parsed = parseAnswer(text);
  if (parsed.kind !== "answer") return false;
  const [first, ...others] = parsed.answer.readings;
  return first?.kind === "scalar" && first.mark === undefined && others.length === 0;
}
