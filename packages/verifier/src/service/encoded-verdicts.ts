import type { FailureReason, Method } from "../answer/index.ts";
import { fieldsOf, frame } from "../grading/pool/wire.ts";
import type { TalliedVerdict } from "../grading/tally.ts";
import { failureNumbers } from "./encode-verdicts.ts";

/** Fields of GradeAnswersResponse, AnswerVerdict, Score and Failure; they are written in the order of their numbers. */
const verdictsField = 1;
const idField = 1;
const scoreField = 2;
const failureField = 3;
const methodField = 7;
const reasonField = 8;

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

/** The counted part of an encoded verdict. */
export function readOutcome(verdict: Uint8Array): TalliedVerdict {
  let correct: boolean | undefined;
  let method = "";
  let reason = "";
  for (const { number, payload, end } of fieldsOf(verdict)) {
    if (number === failureField) return { kind: "failure", failure: readFailure(verdict, payload, end) };
    if (number === scoreField) correct = end > payload;
    else if (number === methodField) method = textAt(verdict, payload, end);
    else if (number === reasonField) {
      reason = textAt(verdict, payload, end);
      break;
    }
  }
  if (correct === undefined) return { kind: "failure", failure: "internal" };
  return method === ""
    ? { kind: "score", correct, reason }
    : { kind: "score", correct, method: method as Method, reason };
}

function readFailure(verdict: Uint8Array, start: number, end: number): FailureReason {
  const kind = fieldsOf(verdict, start, end).next();
  const value = kind.done === true ? 0 : (verdict[kind.value.payload] ?? 0);
  return failureByNumber.get(value) ?? "internal";
}

function textAt(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
}
