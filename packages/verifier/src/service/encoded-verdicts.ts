import type { FailureReason } from "../answer/index.ts";
import { fieldsOf, frame } from "../grading/pool/wire.ts";
import { failureNumbers } from "./encode-verdicts.ts";

/** Fields of GradeAnswersResponse, AnswerVerdict, Score and Failure. */
const verdictsField = 1;
const idField = 1;
const scoreField = 2;
const failureField = 3;

const failureByNumber: ReadonlyMap<number, FailureReason> = new Map(
  Object.entries(failureNumbers).map(([reason, number]) => [number, reason as FailureReason]),
);

/** The encoded verdicts of an encoded response, each without its id, in order. */
export function readVerdicts(response: Uint8Array): Uint8Array[] {
  const verdicts: Uint8Array[] = [];
  for (const { number, payload, end } of fieldsOf(response))
    if (number === verdictsField) verdicts.push(withoutId(response, payload, end));
  return verdicts;
}

/** The id is the first field that is written. */
function withoutId(response: Uint8Array, payload: number, end: number): Uint8Array {
  for (const field of fieldsOf(response, payload, end))
    return response.subarray(field.number === idField ? field.end : payload, end);
  return response.subarray(payload, end);
}

/** A verdict as a field of a response, under an id. */
export function writeVerdictField(id: string, verdict: Uint8Array): Buffer {
  return frame(verdictsField, id === "" ? [verdict] : [frame(idField, [Buffer.from(id, "utf8")]), verdict]);
}

/** What an encoded verdict says: right, wrong, or why there is no score. */
export function outcomeOf(verdict: Uint8Array): "correct" | "incorrect" | FailureReason {
  for (const { number, payload, end } of fieldsOf(verdict)) {
    if (number === scoreField) return end > payload ? "correct" : "incorrect";
    if (number !== failureField) continue;
    const kind = fieldsOf(verdict, payload, end).next();
    const value = kind.done === true ? 0 : (verdict[kind.value.payload] ?? 0);
    return failureByNumber.get(value) ?? "internal";
  }
  return "internal";
}
