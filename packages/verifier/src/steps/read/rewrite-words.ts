import type { Lexeme, LexemeKind } from "./lexeme.ts";
import { alteringWords } from "./word-sets.ts";

const scales: ReadonlyMap<string, string> = new Map([
  ["hundred", "100"],
  ["thousand", "1000"],
  ["million", "1000000"],
  ["billion", "1000000000"],
  ["trillion", "1000000000000"],
  ["dozen", "12"],
]);

const multiples: ReadonlyMap<string, string> = new Map([
  ["half", "(1/2)"],
  ["twice", "2"],
  ["double", "2"],
  ["triple", "3"],
  ["thrice", "3"],
  ["one-half", "(1/2)"],
  ["one-third", "(1/3)"],
  ["two-thirds", "(2/3)"],
  ["one-fourth", "(1/4)"],
  ["one-quarter", "(1/4)"],
  ["three-fourths", "(3/4)"],
  ["three-quarters", "(3/4)"],
  ["one-fifth", "(1/5)"],
]);

/**
 * Replaces words that calculate by signs where their neighbours leave no doubt: `3 times 4`, `12 divided by 4`,
 * `half of 48`, `20 percent of 50`, `3 x 4`, `5 squared`, `is equal to`.
 */
export function rewriteWords(lexemes: readonly Lexeme[]): Lexeme[] {
  const out: Lexeme[] = [];
  for (let at = 0; at < lexemes.length; at++) {
    const lexeme = lexemes[at] as Lexeme;
    const isName = lexeme.kind === "word" || lexeme.kind === "letter" || lexeme.kind === "text";
    const rewritten = isName ? rewriteWord(lexemes, at, out) : undefined;
    if (rewritten === undefined) out.push(lexeme);
    else {
      out.push(...rewritten.lexemes);
      at += rewritten.length - 1;
    }
  }
  return out;
}

interface Rewritten {
  readonly lexemes: readonly Lexeme[];
  /** How many lexemes are replaced. */
  readonly length: number;
}

function rewriteWord(
  lexemes: readonly Lexeme[],
  at: number,
  before: readonly Lexeme[],
): Rewritten | undefined {
  const lexeme = lexemes[at] as Lexeme;
  const next = lexemes[at + 1];
  const word = lexeme.text.toLowerCase();
  const isAfterOperand = endsOperand(before.at(-1));
  const make = (kind: LexemeKind, text: string, length = 1): Rewritten => {
    const end = lexemes[at + length - 1]?.end ?? lexeme.end;
    return { lexemes: [{ ...lexeme, kind, text, end }], length };
  };
  // "2080 gallons x $0.15"
  if (word === "x" && lexeme.hasSpaceBefore && isUnitPosition(before) && isNumeric(next))
    return make("operator", "*");
  if (isAfterOperand && startsOperand(next)) {
    if (
      word === "times" ||
      (word === "x" && !isFactor(lexeme, next) && isNumeric(before.at(-1)) && isNumeric(next))
    )
      return make("operator", "*");
    if (word === "plus") return make("operator", "+");
    if (word === "minus") return make("operator", "-");
    if (word === "of" && isPart(before)) return make("operator", "*");
  }
  if (word === "is" && isSumBefore(before) && isPlainValue(lexemes, at + 1)) return make("relation", "=");
  if (isAfterOperand)
    return rewriteAfterOperand(word, lexemes, at, make) ?? rewriteEquality(word, lexemes, at, make);
  return rewriteMultiple(word, lexemes, at) ?? rewriteEquality(word, lexemes, at, make);
}

type Make = (kind: LexemeKind, text: string, length?: number) => Rewritten;

function rewriteAfterOperand(
  word: string,
  lexemes: readonly Lexeme[],
  at: number,
  make: Make,
): Rewritten | undefined {
  const lexeme = lexemes[at] as Lexeme;
  const isBy = lexemes[at + 1]?.text === "by" && startsOperand(lexemes[at + 2]);
  if (word === "divided" && isBy) return make("operator", "/", 2);
  if (word === "multiplied" && isBy) return make("operator", "*", 2);
  if (word === "percent") return make("operator", "%");
  if (word === "squared" || word === "cubed") {
    const power: Lexeme = {
      ...lexeme,
      kind: "number",
      text: word === "squared" ? "2" : "3",
      start: lexeme.end,
    };
    return { lexemes: [{ ...lexeme, kind: "operator", text: "^" }, power], length: 1 };
  }
  const scale = scales.get(word);
  if (scale === undefined || lexemes[at - 1]?.kind !== "number") return undefined;
  const factor: Lexeme = { ...lexeme, kind: "number", text: scale, isScale: true };
  return { lexemes: [{ ...lexeme, kind: "operator", text: "*", end: lexeme.start }, factor], length: 1 };
}

function rewriteMultiple(word: string, lexemes: readonly Lexeme[], at: number): Rewritten | undefined {
  const value = multiples.get(word);
  if (value === undefined) return undefined;
  const lexeme = lexemes[at] as Lexeme;
  const hasOf = lexemes[at + 1]?.text === "of";
  if (!startsOperand(lexemes[hasOf ? at + 2 : at + 1]) || (!hasOf && value.startsWith("("))) return undefined;
  const factor: Lexeme = { ...lexeme, kind: "number", text: value };
  const sign: Lexeme = { ...lexeme, kind: "operator", text: "*", start: lexeme.end, hasSpaceBefore: true };
  return { lexemes: [factor, sign], length: hasOf ? 2 : 1 };
}

function rewriteEquality(
  word: string,
  lexemes: readonly Lexeme[],
  at: number,
  make: Make,
): Rewritten | undefined {
  const [second, third] = [lexemes[at + 1]?.text, lexemes[at + 2]?.text];
  if (word === "equals") return make("relation", "=");
  if (word === "equal" && second === "to") return make("relation", "=", 2);
  if (word === "is" && second === "equal" && third === "to") return make("relation", "=", 3);
  return undefined;
}

function endsOperand(lexeme: Lexeme | undefined): boolean {
  return (
    lexeme !== undefined &&
    (lexeme.kind === "number" ||
      lexeme.kind === "close" ||
      (lexeme.kind === "letter" && lexeme.text !== "a" && lexeme.text !== "I") ||
      (lexeme.kind === "operator" && lexeme.text === "%"))
  );
}

function startsOperand(lexeme: Lexeme | undefined): boolean {
  return (
    lexeme?.kind === "number" ||
    lexeme?.kind === "money" ||
    lexeme?.kind === "open" ||
    lexeme?.kind === "macro"
  );
}

/** Tells whether the text before ends in a number and one or two words. */
function isUnitPosition(before: readonly Lexeme[]): boolean {
  const [first, second, third] = [before.at(-1), before.at(-2), before.at(-3)];
  if (first?.kind !== "word" && first?.kind !== "text") return false;
  return second?.kind === "number" || (second?.kind === "word" && third?.kind === "number");
}

/** Tells whether a calculation on two numbers ends here, as in `210 + 91` and `half of 48`. */
function isSumBefore(before: readonly Lexeme[]): boolean {
  const sign = before.at(-2);
  return before.at(-1)?.kind === "number" && sign?.kind === "operator" && "+-*/".includes(sign.text);
}

/** Tells whether a number stands here with no word after it that changes its value. */
function isPlainValue(lexemes: readonly Lexeme[], at: number): boolean {
  const first = lexemes[at]?.kind === "money" ? at + 1 : at;
  const after = lexemes[first + 1];
  if (lexemes[first]?.kind !== "number") return false;
  if (after === undefined || after.kind === "line" || after.kind === "delimiter") return true;
  if (after.kind === "punct") return after.text !== ":";
  return after.kind === "word" && !alteringWords.has(after.text.toLowerCase());
}

/** `10x(x - 12)`, `2x\sqrt{5}`: a letter written close to its number and to a bracket or command is a factor, no sign. */
function isFactor(lexeme: Lexeme, next: Lexeme | undefined): boolean {
  return !lexeme.hasSpaceBefore && (next?.kind === "open" || next?.kind === "macro") && !next.hasSpaceBefore;
}

function isNumeric(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && lexeme.kind !== "letter" && (startsOperand(lexeme) || endsOperand(lexeme));
}

/** Tells whether the text before "of" ends in a percentage or a fraction, as in `20% of 50` and `3/4 of 8`. */
function isPart(before: readonly Lexeme[]): boolean {
  const last = before.at(-1);
  if (last?.kind === "operator") return true;
  const slash = before.at(-2);
  if (last?.kind === "number")
    return last.text.includes("/") || (slash?.kind === "operator" && slash.text === "/");
  return false;
}
