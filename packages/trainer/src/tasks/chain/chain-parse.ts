import type { Operator, WrittenStep } from "../check-steps.ts";
import type { ChainFormat } from "./chain-trace.ts";

/** A completion taken apart. */
export interface ParsedChain {
  readonly format: ChainFormat | undefined;
  /** Steps up to the first unreadable one. */
  readonly steps: readonly WrittenStep[];
  /** Values after the last "####"; undefined when there is no readable answer. */
  readonly answer: readonly number[] | undefined;
  /** Strategy word, whole steps, one "####" and a readable answer, nothing else. */
  readonly formatOk: boolean;
}

/** Longer completions are not read beyond this many characters; the answer is still taken from their end. */
export const MAX_CHAIN_CHARS = 16_384;

const MAX_ANSWER_CHARS = 256;
const STRATEGY_WORDS: Readonly<Record<string, ChainFormat>> = { "A:": "A", "B:": "B", "####": "D" };

/** The format that a completion's first word announces. */
export function findChainFormat(completion: string): ChainFormat | undefined {
  const head = completion.slice(0, MAX_CHAIN_CHARS).trimStart();
  const word = head.slice(0, 5).split(/\s/, 1)[0] ?? "";
  return Object.hasOwn(STRATEGY_WORDS, word) ? STRATEGY_WORDS[word] : undefined;
}

/** Takes a completion apart; work is bounded by MAX_CHAIN_CHARS. */
export function parseChainCompletion(completion: string): ParsedChain {
  const format = findChainFormat(completion);
  const answer = parseAnswer(completion);
  const words = splitWords(completion.slice(0, MAX_CHAIN_CHARS));
  const marker = words.indexOf("####");
  const isWhole = completion.length <= MAX_CHAIN_CHARS && marker >= 0 && marker === words.lastIndexOf("####");
  if (format !== "A" && format !== "B")
    return { format, steps: [], answer, formatOk: format === "D" && isWhole && answer !== undefined };
  const body = words.slice(1, marker < 0 ? undefined : marker);
  const size = format === "A" ? 5 : 3;
  const steps: WrittenStep[] = [];
  for (let at = 0; at + size <= body.length; at += size) {
    const step = parseStep(body.slice(at, at + size), format);
    if (step === undefined) break;
    steps.push(step);
  }
  const formatOk = isWhole && answer !== undefined && steps.length * size === body.length;
  return { format, steps, answer, formatOk };
}

function parseAnswer(completion: string): number[] | undefined {
  const marker = completion.lastIndexOf("####");
  if (marker < 0 || completion.length - marker > MAX_ANSWER_CHARS) return undefined;
  const words = splitWords(completion.slice(marker + 4));
  const isAlternating = words.every((word, i) => (i % 2 === 0 ? isDigit(word) : word === ","));
  return words.length % 2 === 1 && isAlternating
    ? words.filter((_, i) => i % 2 === 0).map(Number)
    : undefined;
}

function parseStep(words: readonly string[], format: "A" | "B"): WrittenStep | undefined {
  const [left, operator, right, equals, result] =
    format === "A" ? words : [words[0], undefined, words[1], "=", words[2]];
  if (!isDigit(left) || !isDigit(right) || !isDigit(result) || equals !== "=") return undefined;
  if (format === "A" && !isOperator(operator)) return undefined;
  return {
    left: Number(left),
    operator: operator as Operator | undefined,
    right: Number(right),
    result: Number(result),
    text: words.join(" "),
  };
}

function splitWords(text: string): string[] {
  return text
    .replaceAll(",", " , ")
    .split(/\s+/)
    .filter((word) => word !== "");
}

function isDigit(word: string | undefined): boolean {
  return word !== undefined && word.length === 1 && word >= "0" && word <= "9";
}

function isOperator(word: string | undefined): boolean {
  return word === "+" || word === "-" || word === "*";
}
