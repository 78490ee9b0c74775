import type { Verdict } from "../answer/index.ts";
import { type GradeOne, gradeGuarded } from "../grading/grade-task.ts";
import type { GradeRules } from "../grading/grader.ts";
import { type Comparison, compareWithLabel } from "./agreement.ts";
import { type GradeRecord, parseRecord, type RecordFields } from "./parse-record.ts";
import type { RawLine } from "./read-lines.ts";

/** What became of one line of the input. */
export type LineResult =
  | { readonly kind: "malformed"; readonly line: number; readonly problem: string }
  | {
      readonly kind: "graded";
      readonly line: number;
      readonly record: GradeRecord;
      readonly verdict: Verdict;
      readonly comparison?: Comparison;
    };

/** Grades the lines one by one. Blank lines are skipped; a malformed line never stops the rest. */
export async function* gradeLines(
  lines: AsyncIterable<RawLine>,
  gradeOne: GradeOne,
  rules: GradeRules,
  fields: RecordFields,
): AsyncGenerator<LineResult> {
  for await (const { number, text, problem } of lines) {
    if (text === undefined) {
      yield { kind: "malformed", line: number, problem: problem ?? "the line cannot be read" };
    } else if (text.trim() !== "") {
      yield gradeLine(number, text, gradeOne, rules, fields);
    }
  }
}

function gradeLine(
  line: number,
  text: string,
  gradeOne: GradeOne,
  rules: GradeRules,
  fields: RecordFields,
): LineResult {
  const parsed = parseRecord(text, fields);
  if ("problem" in parsed) return { kind: "malformed", line, problem: parsed.problem };
  const { record } = parsed;
  const verdict = gradeGuarded(gradeOne, { item: record.item, ...rules });
  const comparison = compareWithLabel(verdict, record.label);
  return { kind: "graded", line, record, verdict, ...(comparison === undefined ? {} : { comparison }) };
}
