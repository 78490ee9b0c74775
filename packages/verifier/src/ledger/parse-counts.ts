import { FieldError, readValue } from "../grade-file/read-field.ts";

/** One line of an import, or what is wrong with it. */
export type ParsedCounts =
  | { readonly counts: { problemId: string; rollouts: number; correct: number } }
  | { readonly problem: string };

/** Parses a line: `problem_id` or `id`, `rollouts` or `n`, `correct` or `c`. */
export function parseCounts(line: string): ParsedCounts {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { problem: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return { problem: "not a JSON object" };
  }
  const object = json as Record<string, unknown>;
  try {
    const problemId = readValue(object, "problem_id") ?? readValue(object, "id");
    if (problemId === undefined || problemId === "") return { problem: 'no "problem_id" or "id"' };
    const rollouts = readCount(object, "rollouts", "n");
    const correct = readCount(object, "correct", "c");
    if (correct > rollouts) return { problem: `${correct} correct of ${rollouts} rollouts` };
    return { counts: { problemId, rollouts, correct } };
  } catch (error) {
    if (error instanceof FieldError) return { problem: error.message };
    throw error;
  }
}

function readCount(object: Record<string, unknown>, long: string, short: string): number {
  const value = object[long] ?? object[short];
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new FieldError(`"${long}" (or "${short}") must be a whole number >= 0`);
}
