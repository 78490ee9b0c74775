import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Half, halfOf } from "../halves.ts";
import { readJsonLines } from "../load-rows.ts";
import type { PublicGold } from "./frame.ts";

const files: readonly string[] = [
  "math500/answers.jsonl",
  "olympiadbench/answers.jsonl",
  "theoremqa/answers.jsonl",
  "college_math_ccby/answers.jsonl",
  "aime_amc/answers_aime_1983_2023.jsonl",
  "aime_amc/answers_aime_2024.jsonl",
  "aime_amc/answers_aime_2025.jsonl",
  "aime_amc/answers_amc_2022_2023.jsonl",
  "deepmind_mathematics/answers.jsonl",
  "gsm8k/answers_test.jsonl",
  "svamp/answers.jsonl",
  "hardverify_math/graded_equivalence.jsonl",
  "bigmath_solve_rate/counts.jsonl",
  "qwen25_math_maj8/graded.jsonl",
  "one_shot_rlvr/trajectory.jsonl",
  "zeroeval/counts_math_l5.jsonl",
];

const longest = 80;

/** Golds of the data sets that are there, each once, without dollar signs; sentences and long texts are left out. */
export function loadPublicGolds(dataFolder: string): PublicGold[] {
  const paths = files.map((file) => join(dataFolder, file)).filter(existsSync);
  const golds = new Map<string, PublicGold>();
  for (const row of paths.flatMap((path) => readJsonLines(path))) {
    const text = tidy(String(row["answer"] ?? row["gold"]));
    if (isPlain(text) && !golds.has(text))
      golds.set(text, describe(text, halfOf(String(row["problem"] ?? text))));
  }
  return [...golds.values()];
}

/** Without the dollar signs around it and the point behind it. */
function tidy(text: string): string {
  return text
    .trim()
    .replace(/^\$([^$]*)\$(\.?)$/, "$1")
    .replace(/\.$/, "")
    .trim();
}

/** What makes a text no single answer: words, several lines, an option letter, a step instead of a result. */
const isNoAnswer =
  /[$\n&]|\\(text|textdollar|mathrm|mbox|boxed|quad|begin|bf|rm|it|approx|implies|Rightarrow|forall|exists|neg|propto)(?![a-z])|\\\\|\.\.|dots|^\(?[A-E][:)]/;
/** A mark or fraction without what it needs, a relation alone, a base to the power 0: cut or lost in a conversion. */
const isBroken = /\^\{?0\}?(?!\d)|\d \\mathbb|[\^_=+-]\s*$|\\[dt]?frac\{[^{}]*\}\s*(?![{\d\s])|^\\[a-z]+$/;

/** One formula, number or word: whatever has words beside a formula, or is broken, is no gold for a frame. */
function isPlain(text: string): boolean {
  if (text === "" || text.length > longest || isNoAnswer.test(text) || isBroken.test(text)) return false;
  if (/[^\x20-\x7e]/.test(text) || !isBalanced(text)) return false;
  // An equation of numbers is a step of the solution.
  if (text.includes("=") && !/[A-Za-z]/.test(text.replace(/\\[A-Za-z]+/g, ""))) return false;
  const isWord = /^[A-Za-z]{3,}$/.test(text);
  return isWord || (!/[A-Za-z]{2,}/.test(text.replace(/\\[A-Za-z]+/g, "")) && /[\dA-Za-z]/.test(text));
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === "{") depth++;
    if (char === "}") depth--;
    if (depth < 0) return false;
  }
  // An interval may open with one kind of bracket and close with another.
  const brackets = [/[([]/g, /[)\]]/g].map((pattern) => text.match(pattern)?.length ?? 0);
  return (
    depth === 0 && brackets[0] === brackets[1] && text.split("\\left").length === text.split("\\right").length
  );
}

function describe(text: string, half: Half): PublicGold {
  return {
    text,
    isInteger: /^-?\d{1,12}$/.test(text),
    isNumber: /^-?(\d{1,12}|\d{1,9}\.\d{1,6}|\\[dt]?frac\{\d{1,6}\}\{\d{1,6}\}|\d{1,6}\/\d{1,6})$/.test(text),
    isWord: /^[A-Za-z]{3,}$/.test(text),
    half,
  };
}
