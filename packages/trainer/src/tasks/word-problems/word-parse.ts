import type { Operator, WrittenStep } from "../check-steps.ts";
import type { WordFormat } from "./word-trace.ts";

/** A completion taken apart. */
export interface ParsedWordCompletion {
  readonly format: WordFormat | undefined;
  /** Steps up to the first line or sentence that is not one equation. */
  readonly steps: readonly WrittenStep[];
  /** The integer after the last "####", without leading zeros; undefined when there is none. */
  readonly answer: string | undefined;
  /** Whole steps, one "####" and a readable answer, nothing else. */
  readonly formatOk: boolean;
}

/** Longer completions are not read beyond this many characters; the answer is still taken from their end. */
export const MAX_WORD_CHARS = 16_384;

const MAX_ANSWER_CHARS = 64;
const MAX_DIGITS = 9;

/** The format of a completion, told from its first character. */
export function findWordFormat(completion: string): WordFormat | undefined {
  const head = completion.slice(0, MAX_WORD_CHARS).trimStart().slice(0, 4);
  if (head === "####") return "direct";
  const first = head.charCodeAt(0);
  if (isDigit(first)) return "equations";
  return isLetter(first) ? "prose" : undefined;
}

/** Takes a completion apart; work is bounded by MAX_WORD_CHARS. */
export function parseWordCompletion(completion: string): ParsedWordCompletion {
  const format = findWordFormat(completion);
  const answer = parseAnswer(completion);
  const text = completion.slice(0, MAX_WORD_CHARS);
  const marker = text.indexOf("####");
  const isWhole = completion.length <= MAX_WORD_CHARS && marker >= 0 && marker === text.lastIndexOf("####");
  const isEnded = isWhole && answer !== undefined;
  if (format !== "prose" && format !== "equations")
    return { format, steps: [], answer, formatOk: isEnded && format === "direct" };
  const body = text.slice(0, marker < 0 ? undefined : marker);
  const units = body.split(format === "prose" ? "." : "\n").map((unit) => unit.trim());
  // The last sentence ends with a full stop, the last line with a line break: nothing may follow.
  const isClosed = units.pop() === "";
  const steps: WrittenStep[] = [];
  for (const unit of units) {
    const step = parseEquation(unit, format);
    if (step === undefined) break;
    steps.push(step);
  }
  return { format, steps, answer, formatOk: isEnded && isClosed && steps.length === units.length };
}

function parseAnswer(completion: string): string | undefined {
  const marker = completion.lastIndexOf("####");
  if (marker < 0 || completion.length - marker > MAX_ANSWER_CHARS) return undefined;
  const answer = completion.slice(marker + 4).trim();
  const isInteger = answer !== "" && answer.length <= MAX_DIGITS && [...answer].every(isDigitText);
  return isInteger ? String(Number(answer)) : undefined;
}

/** The one equation of a line or sentence; numbers and signs outside of it, or words where none may stand, refuse it. */
function parseEquation(unit: string, format: "prose" | "equations"): WrittenStep | undefined {
  const tokens = scanTokens(unit);
  const start = tokens.findIndex(isArithmetic);
  const end = tokens.findLastIndex(isArithmetic) + 1;
  const [left = "", operator = "", right = "", equals, result = ""] = tokens.slice(start, end);
  if (start < 0 || end - start !== 5 || equals !== "=") return undefined;
  if (!["+", "-", "*", "/"].includes(operator)) return undefined;
  if (![left, right, result].every((number) => isDigitText(number) && number.length <= MAX_DIGITS))
    return undefined;
  if ((format === "prose") === (tokens.length === 5)) return undefined;
  return {
    left: Number(left),
    operator: operator as Operator,
    right: Number(right),
    result: Number(result),
    text: unit,
  };
}

/** Runs of digits, runs of letters and single other signs; spaces are dropped. */
function scanTokens(text: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = classify(text.charCodeAt(at));
    let end = at + 1;
    if (kind !== "sign") while (end < text.length && classify(text.charCodeAt(end)) === kind) end++;
    if (kind !== "space") tokens.push(text.slice(at, end));
    at = end;
  }
  return tokens;
}

function classify(code: number): "digit" | "letter" | "space" | "sign" {
  if (isDigit(code)) return "digit";
  if (isLetter(code)) return "letter";
  return code === 32 || (code >= 9 && code <= 13) ? "space" : "sign";
}

function isArithmetic(token: string): boolean {
  return isDigitText(token) || ["+", "-", "*", "/", "="].includes(token);
}

/** Tokens are runs of one kind, so the first character decides. */
function isDigitText(token: string): boolean {
  return isDigit(token.charCodeAt(0));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
