import type { Verdict } from "../answer/index.ts";
import type { LineResult } from "./grade-lines.ts";

/** The output record of one input line, with names as in the contract's JSON. */
export function formatResult(result: LineResult): string {
  if (result.kind === "malformed") {
    return JSON.stringify({ line: result.line, malformed: result.problem });
  }
  const { line, record, verdict, comparison } = result;
  return JSON.stringify({
    line,
    ...(record.id === undefined ? {} : { id: record.id }),
    ...describeVerdict(verdict),
    ...(record.label === undefined ? {} : { label: record.label, comparison }),
  });
}

/** The verdict as a JSON object in snake_case. */
export function describeVerdict(verdict: Verdict): Record<string, unknown> {
  const common = {
    ...(verdict.extracted === undefined ? {} : { extracted: verdict.extracted }),
    fuel_used: verdict.fuelUsed,
  };
  if (verdict.kind === "failure") return { failure: verdict.failure, message: verdict.message, ...common };
  const { correct, reason, method, goldForm, answerForm, goldIndex } = verdict;
  return {
    correct,
    reason,
    ...(method === undefined ? {} : { method }),
    ...(goldForm === undefined ? {} : { gold_form: goldForm }),
    ...(answerForm === undefined ? {} : { answer_form: answerForm }),
    ...(goldIndex === undefined ? {} : { gold_index: goldIndex }),
    ...common,
  };
}
