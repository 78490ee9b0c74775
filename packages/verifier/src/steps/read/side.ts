import type { Fuel } from "../../answer/fuel.ts";
import type { GradeLimits } from "../../answer/limits.ts";
import type { Expr } from "../../answer/parse/expr.ts";
import { someExpr } from "../../answer/parse/expr-walk.ts";
import { readAnswer } from "../../answer/parse/parse-answer.ts";
import { Unreadable } from "../../answer/unreadable.ts";
import { isAlgebraicWord, isArticle, isUnitName } from "./algebraic-word.ts";
import type { Lexeme } from "./lexeme.ts";

/** One side of a claim as mathematics. */
export interface Side {
  /** Offsets in the step (UTF-16). */
  readonly start: number;
  readonly end: number;
  /** Mathematics without units and remarks. */
  readonly text: string;
  readonly expr: Expr;
  /** Words that stand as units, in order, in lower case. */
  readonly units: readonly string[];
  readonly hasMoney: boolean;
  readonly hasPercent: boolean;
  /** A single number, with sign or percent at most. */
  readonly isLiteral: boolean;
  /** Nothing stands before it in its sentence or formula, so that it is no end of a name: `A2 = 5`. */
  readonly isWhole?: true;
  /** Decimal places of the most precise decimal in it. */
  readonly decimals: number;
  readonly hasSymbol: boolean;
  /** The text has a second common reading (`-3^2`, `1/2x`, `10-3` for a power): it proves nothing wrong. */
  readonly isAmbiguous: boolean;
}

const maxSideChars = 1000;

/** Reads a side, or returns undefined where it is no scalar expression. */
export function readSide(lexemes: readonly Lexeme[], limits: GradeLimits, fuel: Fuel): Side | undefined {
  const [first] = lexemes;
  const last = lexemes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const units: string[] = [];
  const text = composeText(lexemes, units);
  if (text === undefined || text.length > maxSideChars) return undefined;
  const expr = readExpr(text, limits, fuel);
  if (expr === undefined) return undefined;
  const numbers = lexemes.filter((lexeme) => lexeme.kind === "number");
  return {
    start: first.start,
    end: last.end,
    text,
    expr,
    units,
    hasMoney: lexemes.some((lexeme) => lexeme.kind === "money"),
    hasPercent: text.includes("%"),
    isLiteral: /^-?[\d.]+%?$/.test(text),
    decimals: Math.max(0, ...numbers.map((number) => number.text.length - 1 - lastPoint(number.text))),
    hasSymbol: someExpr(expr, isSymbol),
    isAmbiguous: isAmbiguous(text, lexemes) || (hasLetters(text) && !someExpr(expr, isSymbol)),
  };
}

/** Offset of the point, or of the last character where there is none. */
function lastPoint(text: string): number {
  const at = text.lastIndexOf(".");
  return at === -1 ? text.length - 1 : at;
}

/** Leaves out units (words after an operand); undefined where a word stands in the place of a value. */
function composeText(lexemes: readonly Lexeme[], units: string[]): string | undefined {
  let text = "";
  let hasOperand = false;
  for (const [at, lexeme] of lexemes.entries()) {
    if (lexeme.kind === "word" || lexeme.kind === "text" || isArticle(lexeme, lexemes[at + 1])) {
      if (!hasOperand || isAlgebraicWord(lexemes, at)) return undefined;
      units.push(lexeme.text.toLowerCase());
      continue;
    }
    if (lexeme.kind === "punct" || lexeme.kind === "relation") return undefined;
    if (lexeme.kind === "money" || lexeme.kind === "delimiter") continue;
    // "4 checks/month": a slash between unit words divides units.
    if (lexeme.text === "/" && isUnitName(lexemes[at + 1])) continue;
    text += joint(text, lexeme) + lexeme.text;
    hasOperand = lexeme.kind !== "operator" || "%!'|".includes(lexeme.text);
    if (lexeme.kind === "open" || lexeme.kind === "macro") hasOperand = false;
  }
  return text.replaceAll("deg", "^\\circ");
}

/** A space keeps a number apart from what stands before it. */
function joint(text: string, lexeme: Lexeme): string {
  const isAfterWord = /[A-Za-z\d]$/.test(text);
  // A space keeps `0.15 (54)` a product: `0.15(54)` is a repeating decimal.
  return isAfterWord && (lexeme.kind === "letter" || lexeme.kind === "number" || lexeme.text === "(")
    ? " "
    : "";
}

function readExpr(text: string, limits: GradeLimits, fuel: Fuel): Expr | undefined {
  try {
    const [value] = readAnswer(text, limits, fuel).readings;
    if (value?.kind !== "scalar") return undefined;
    if (value.mark === "radians") return undefined;
    const expr: Expr = value.mark === undefined ? value.expr : { kind: value.mark, operand: value.expr };
    return someExpr(expr, (part) => part.kind === "based" || part.kind === "plus_minus") ? undefined : expr;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Letters e and i may be names as well as constants. */
function isSymbol(expr: Expr): boolean {
  return expr.kind === "symbol" || (expr.kind === "constant" && expr.name !== "pi");
}

/** Letters that vanished in reading are names of something: `P_6^2` may be a permutation number or a power. */
function hasLetters(text: string): boolean {
  return /[A-Za-z]/.test(text.replace(/\\[A-Za-z]+/g, ""));
}

function isAmbiguous(text: string, lexemes: readonly Lexeme[]): boolean {
  if (/(?:^|[^\d)}a-z])-[\d.]+\^/.test(text)) return true;
  if (/\/[\d.]+ ?(?:\(|[a-zA-Z\\])/.test(text) || /\^[\d.]+[a-z\\(]/.test(text)) return true;
  // "25 / 1/3" divides by a third, and "4 dozen" may be 4 of a unit.
  if (/\/[\d.]+\/[\d.]/.test(text) || lexemes.some((lexeme) => lexeme.isScale)) return true;
  // `+ 5 = 12` goes on from a line before.
  if (text.startsWith("+")) return true;
  if (/!/.test(text) || /[\d)}]%[\d(]/.test(text)) return true;
  // Functions of a bare number may mean degrees, and a logarithm may be of any base.
  if (/\\(?:sin|cos|tan|cot|sec|csc|log|ln)/.test(text)) return true;
  return lexemes.some((lexeme, at) => isLostPower(lexemes, lexeme, at) || isApart(lexemes, lexeme, at));
}

/** `12 * 5² (25)`: a bracket apart from the number before it may say the number again. In LaTeX a space says nothing. */
function isApart(lexemes: readonly Lexeme[], lexeme: Lexeme, at: number): boolean {
  const before = lexemes[at - 1];
  if (lexeme.text !== "(" || before === undefined || lexeme.start - before.end !== 1) return false;
  return (before.kind === "number" || before.text === "}") && lexemes.every(({ kind }) => kind !== "macro");
}

/** `6 x 10-3` and `3 x 108`: a power of ten whose raised exponent was flattened. */
function isLostPower(lexemes: readonly Lexeme[], lexeme: Lexeme, at: number): boolean {
  if (lexeme.kind !== "number" || lexemes[at - 1]?.text !== "*" || !lexeme.text.startsWith("10"))
    return false;
  if (!/^\d(?:\.\d+)?$/.test(lexemes[at - 2]?.text ?? "")) return false;
  const next = lexemes[at + 1];
  return lexeme.text === "10" ? next?.text === "-" && !next.hasSpaceBefore : /^10[1-9]\d?$/.test(lexeme.text);
}
