import { InvalidRequestError } from "../errors.ts";
import { fieldsOf, MalformedMessageError } from "../grading/pool/wire.ts";

/** An item of an encoded GradeAnswersRequest. */
export interface EncodedItem {
  readonly id: string;
  /** The field of the request, with its tag and length. */
  readonly field: Uint8Array;
  /** Its content but for the id: what the verdict depends on, with the policy of the request. */
  readonly content: readonly Uint8Array[];
}

/** An encoded GradeAnswersRequest, taken apart. */
export interface EncodedAnswers {
  readonly items: readonly EncodedItem[];
  /** The fields that hold for every item. */
  readonly shared: readonly Uint8Array[];
}

/** Fields of GradeAnswersRequest and AnswerItem. */
const itemsField = 1;
const idField = 1;

/**
 * Takes a request apart without decoding its items.
 *
 * @throws InvalidRequestError for bytes that are no such request
 */
export function takeApart(bytes: Buffer): EncodedAnswers {
  try {
    const items: EncodedItem[] = [];
    const shared: Uint8Array[] = [];
    for (const { number, start, payload, end } of fieldsOf(bytes)) {
      if (number === itemsField) items.push(readItem(bytes, start, payload, end));
      else shared.push(bytes.subarray(start, end));
    }
    return { items, shared };
  } catch (error) {
    if (!(error instanceof MalformedMessageError)) throw error;
    throw new InvalidRequestError(`The request is no GradeAnswersRequest: ${error.message}.`);
  }
}

function readItem(bytes: Buffer, start: number, payload: number, end: number): EncodedItem {
  let id = "";
  const content: Uint8Array[] = [];
  let from = payload;
  for (const field of fieldsOf(bytes, payload, end)) {
    if (field.number !== idField) continue;
    id = bytes.toString("utf8", field.payload, field.end);
    if (field.start > from) content.push(bytes.subarray(from, field.start));
    from = field.end;
  }
  if (end > from) content.push(bytes.subarray(from, end));
  return { id, field: bytes.subarray(start, end), content };
}
