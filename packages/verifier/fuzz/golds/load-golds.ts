import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { areEqual, parseAnswer } from "@touchstone/verifier/answer";
import { isOrdinary } from "../evaluate/compare-terms.ts";
import { sizeOf, type Term } from "../tree/term.ts";
import { termOfExpr } from "./term-of-value.ts";

/** A gold answer of a public data set, with its one reading as a term where it is a scalar. */
export interface RealGold {
  readonly text: string;
  readonly term: Term | undefined;
}

const files: readonly string[] = [
  "math500/answers.jsonl",
  "olympiadbench/answers.jsonl",
  "theoremqa/answers.jsonl",
  "college_math_ccby/answers.jsonl",
  "aime_amc/answers_aime_1983_2023.jsonl",
  "deepmind_mathematics/answers.jsonl",
];

const maxSize = 40;

/** Folder of the public data sets: TOUCHSTONE_DATA, or beside the repository. */
export const dataFolder =
  process.env["TOUCHSTONE_DATA"] ?? resolve(import.meta.dirname, "../../../../../shared/data");

/** Reads the golds of the data sets that are there, each text once. */
export function loadGolds(): readonly RealGold[] {
  const texts = new Set<string>();
  for (const file of files) {
    const path = `${dataFolder}/${file}`;
    if (!existsSync(path)) continue;
    for (const line of readFileSync(path, "utf8").trim().split("\n")) {
      const { answer } = JSON.parse(line) as { answer: unknown };
      if (typeof answer === "string" && answer.length < 300) texts.add(answer);
    }
  }
  return [...texts]
    .filter((text) => areEqual(text, text) === "equal")
    .map((text) => ({ text, term: readTerm(text) }));
}

function readTerm(text: string): Term | undefined {
  const parsed = parseAnswer(text);
  const [reading, ...others] = parsed.kind === "answer" ? parsed.answer.readings : [];
  if (reading?.kind !== "scalar" || reading.mark !== undefined || others.length > 0) return undefined;
  const term = termOfExpr(reading.expr);
  return term !== undefined && sizeOf(term) <= maxSize && isOrdinary(term) ? term : undefined;
}
