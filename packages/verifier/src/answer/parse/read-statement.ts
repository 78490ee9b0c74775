import type { Fuel } from "../fuel.ts";
import { trimAnswer } from "../lex/trim-answer.ts";
import type { GradeLimits } from "../limits.ts";
import { failSize, failSyntax, Unreadable } from "../unreadable.ts";
import type { ParsedAnswer, StatementPart, Value } from "../value/value.ts";
import { readAnswer } from "./parse-answer.ts";
import { type StatementStretch, splitStatement } from "./statement-tokens.ts";

/**
 * Reads a gold answer: as a value, else as a statement. Throws `Unreadable` where it is neither, or past a size limit.
 */
export function readGold(source: string, limits: GradeLimits, fuel: Fuel): ParsedAnswer {
  try {
    return readAnswer(source, limits, fuel);
  } catch (error) {
    if (!(error instanceof Unreadable) || error.why !== "syntax") throw error;
    const statement = readStatement(source, limits, fuel);
    return isMeant(source, statement) ? statement : failSyntax();
  }
}

/** Reads an answer to such a gold: where the gold is a statement, so is the answer, whatever else it may be. */
export function readBeside(
  golds: readonly ParsedAnswer[],
  source: string,
  limits: GradeLimits,
  fuel: Fuel,
): ParsedAnswer {
  if (!golds.some(isStatement)) return readAnswer(source, limits, fuel);
  const statement = readStatement(source, limits, fuel);
  const readings = readFormula(source, limits, fuel);
  return { ...statement, readings: [...readings, ...statement.readings] };
}

/** Tells whether a gold is compared word by word. */
export function isStatement({ readings }: ParsedAnswer): boolean {
  return readings[0]?.kind === "statement";
}

/**
 * Reads a text that is no single value as a statement: words, and formulas between math delimiters, which get a value
 * where they have one. Throws `Unreadable` past the size limit, or where a delimiter or brace is left open.
 */
function readStatement(source: string, limits: GradeLimits, fuel: Fuel): ParsedAnswer {
  if (source.length > limits.maxAnswerChars) failSize("maxAnswerChars");
  const text = trimAnswer(source, fuel);
  const stretches = splitStatement(text, fuel) ?? [];
  const parts = stretches.map((stretch) => readPart(stretch, limits, fuel));
  if (parts.length === 0 || !isBalanced(parts)) failSyntax();
  return { text, readings: [{ kind: "statement", parts }] };
}

const mathDelimiter = /\$[^$]+\$|\\[([]/;

/**
 * Tells whether a gold that is no value was meant as a statement: it has a word, a formula between delimiters, or a LaTeX
 * environment. Anything else that cannot be read, such as `1/0 +`, is a slip, and its author is told.
 */
function isMeant(source: string, { readings }: ParsedAnswer): boolean {
  if (mathDelimiter.test(source)) return true;
  return readings.some(
    (value) =>
      value.kind === "statement" && value.parts.some(({ tokens }) => tokens.some(isWordOrEnvironment)),
  );
}

function isWordOrEnvironment(token: string): boolean {
  return token === "\\begin" || /^\p{L}{2,}$/u.test(token);
}

function readPart(stretch: StatementStretch, limits: GradeLimits, fuel: Fuel): StatementPart {
  const { isFormula, tokens, text } = stretch;
  let readings: readonly Value[] | undefined = isFormula ? undefined : [];
  return {
    isFormula,
    tokens,
    readings: () => {
      readings ??= readFormula(text, limits, fuel);
      return readings;
    },
  };
}

function readFormula(text: string, limits: GradeLimits, fuel: Fuel): ParsedAnswer["readings"] {
  try {
    return readAnswer(text, limits, fuel).readings;
  } catch (error) {
    // A formula without a value is compared by its signs.
    if (error instanceof Unreadable && error.why === "syntax") return [];
    throw error;
  }
}

function isBalanced(parts: readonly StatementPart[]): boolean {
  let depth = 0;
  for (const { tokens } of parts)
    for (const token of tokens) {
      if (token === "{") depth++;
      else if (token === "}") depth--;
      if (depth < 0) return false;
    }
  return depth === 0;
}
