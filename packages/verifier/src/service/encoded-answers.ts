import { InvalidRequestError } from "../errors.ts";
import { type Field, fieldsOf, MalformedMessageError } from "../grading/pool/wire.ts";
import { requireBatchSize } from "./batch-size.ts";

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

/** Most bytes of what all items share: it goes along with every job. A policy with all that it may hold has half as many. */
const maxSharedBytes = 16 * 1024;

/** Fields of GradeAnswersRequest and AnswerItem. */
const itemsField = 1;
const idField = 1;

/**
 * Takes a request apart without decoding its items.
 *
 * @throws InvalidRequestError for bytes that are no such request, for more items than `maxItems`, and where what the items
 *   share is large
 */
export function takeApart(bytes: Buffer, maxItems: number): EncodedAnswers {
  try {
    const items: EncodedItem[] = [];
    const shared: Uint8Array[] = [];
    let sharedBytes = 0;
    for (const { number, start, payload, end } of fieldsOf(bytes)) {
      if (number === itemsField) {
        // At once: a request may hold millions.
        requireBatchSize("items", items.length + 1, maxItems);
        items.push(readItem(bytes, start, payload, end));
        continue;
      }
      sharedBytes += end - start;
      if (sharedBytes > maxSharedBytes) throw new InvalidRequestError(tooMuchShared);
      shared.push(bytes.subarray(start, end));
    }
    return { items, shared };
  } catch (error) {
    if (!(error instanceof MalformedMessageError)) throw error;
    throw new InvalidRequestError(`The request is no GradeAnswersRequest: ${error.message}.`);
  }
}

const tooMuchShared = `What the items of a request share (policy, grader) may take ${maxSharedBytes} bytes, and takes more.`;

function readItem(bytes: Buffer, start: number, payload: number, end: number): EncodedItem {
  let id: Field | undefined;
  let ids = 0;
  for (const field of fieldsOf(bytes, payload, end)) {
    if (field.number !== idField) continue;
    id = field;
    ids++;
  }
  // Of several ids the last one counts. Nobody sends them: such an item is never found in the cache again.
  const [until, from] = ids === 1 && id !== undefined ? [id.start, id.end] : [payload, payload];
  const content = [bytes.subarray(payload, until), bytes.subarray(from, end)];
  return {
    id: id === undefined ? "" : bytes.toString("utf8", id.payload, id.end),
    field: bytes.subarray(start, end),
    content,
  };
}
