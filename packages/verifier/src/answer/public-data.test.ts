import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { gradeAnswer } from "./grade.ts";
import type { AnswerPolicy } from "./policy.ts";

// Optional public data: without it these tests are skipped, with the path in their name.
const root = process.env["TOUCHSTONE_DATA"] ?? resolve(import.meta.dirname, "../../../../../shared/data");

interface Row {
  id: string;
  gold: string;
  response: string;
  correct: boolean | null;
  answer: string;
}

function load(file: string): Row[] {
  const bytes = readFileSync(`${root}/${file}`);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
}

function onData(file: string, run: () => void): void {
  const isPresent = existsSync(`${root}/${file}`);
  test.skipIf(!isPresent)(isPresent ? file : `${file} (not found under ${root}; set TOUCHSTONE_DATA)`, run);
}

/** Share of labelled rows with the label's verdict, and the rows without it. */
function agreement(file: string, policy: Partial<AnswerPolicy>): { share: number; disagreements: string[] } {
  const rows = load(file).filter((row) => row.correct !== null);
  const disagreements: string[] = [];
  for (const row of rows) {
    const verdict = gradeAnswer({ golds: [row.gold], candidate: { response: row.response } }, { policy });
    const correct = verdict.kind === "score" ? verdict.correct : verdict.failure;
    if (correct !== row.correct)
      disagreements.push(
        `${row.id}: gold ${row.gold}, label ${row.correct}, got ${correct}: ${verdict.extracted?.text}`,
      );
  }
  return { share: 1 - disagreements.length / rows.length, disagreements };
}

describe("agreement with stored labels", () => {
  const files: readonly (readonly [string, number, Partial<AnswerPolicy>])[] = [
    ["gsm8k/graded_example_model_solutions.jsonl", 0.9999, {}],
    // The labels of these two ignore percent signs.
    // One label goes by a JSON field that the response corrects further on.
    ["zeroeval/graded_gsm.jsonl.gz", 0.9993, { percent: "lenient" }],
    ["reasoning_gym_eval/graded_math_base_vs_rl.jsonl.gz", 0.986, { percent: "lenient" }],
    ["zeroeval/graded_math_l5.jsonl.gz", 0.9999, {}],
    ["qwen25_math_maj8/graded.jsonl", 0.997, {}],
  ];
  for (const [file, bar, policy] of files)
    onData(file, () => {
      const { share, disagreements } = agreement(file, policy);
      expect(share, disagreements.join("\n")).toBeGreaterThanOrEqual(bar);
    });
});

describe("gold answers parse and equal their other spellings", () => {
  for (const file of [
    "math500/answers.jsonl",
    "theoremqa/answers.jsonl",
    "deepmind_mathematics/answers.jsonl",
    "svamp/answers.jsonl",
  ])
    onData(file, () => {
      const failures: string[] = [];
      for (const { answer } of load(file)) {
        const spellings = [
          answer,
          `$${answer}$`,
          `\\(${answer}\\)`,
          `\\boxed{${answer}}`,
          answer.replaceAll("\\frac", "\\dfrac"),
          answer.replaceAll("\\left", "").replaceAll("\\right", ""),
          // Not after a digit, where the fraction is part of a mixed number.
          answer.replace(/(?<!\d)\\frac\{(\d+)\}\{(\d+)\}/g, "($1/$2)"),
        ];
        for (const spelling of spellings) {
          const verdict = gradeAnswer({ golds: [answer], candidate: { answer: spelling } });
          if (verdict.kind !== "score" || !verdict.correct) failures.push(`${answer} <> ${spelling}`);
        }
      }
      expect(failures).toEqual([]);
    });

  onData("math500/answers.jsonl", () => {
    const answers = [...new Set(load("math500/answers.jsonl").map((row) => row.answer))];
    const bare = (text: string) => text.replaceAll(/[\s{}]|\^\\circ/g, "");
    const pairs: string[] = [];
    for (const [index, gold] of answers.entries())
      for (const answer of answers.slice(index + 1)) {
        const verdict = gradeAnswer({ golds: [gold], candidate: { answer } });
        const isPaid = verdict.kind === "score" && verdict.correct;
        const isNumeral = /^\d+_/.test(gold) || /^\d+_/.test(answer);
        if (isPaid && !isNumeral && bare(gold) !== bare(answer)) pairs.push(`${gold} = ${answer}`);
      }
    // Beyond spelling, degree signs and numerals in a base, no two golds of the data set have the same value.
    expect(pairs).toEqual([]);
  });
});
