import type { ServiceDefinition } from "@grpc/proto-loader";
import { InvalidRequestError } from "../errors.ts";
import { MalformedMessageError } from "../grading/pool/wire.ts";
import { countFields, fieldsOfMessage } from "./message-fields.ts";

/** Fields of a message for each item that a call may hold; an item with its golds has four or five. */
export const fieldsPerItem = 16;

/**
 * Makes the function that decodes requests of a method, which refuses one that would take many times its size in memory.
 *
 * @param maxItems most items of a call
 */
export function createDecoder(
  { requestDeserialize, requestType }: ServiceDefinition[string],
  maxItems: number,
): (bytes: Buffer) => object {
  const fields = fieldsOfMessage(requestType.type as Parameters<typeof fieldsOfMessage>[0]);
  const most = fieldsPerItem * maxItems;
  return (bytes) => {
    if (countGuarded(bytes, fields, most) > most) {
      throw new InvalidRequestError(
        `The request has more than ${most} fields. Send smaller batches, or start the server with a larger --max-items.`,
      );
    }
    try {
      return requestDeserialize(bytes);
    } catch {
      throw new InvalidRequestError(`The request is no ${fields.name}: a field cannot be decoded.`);
    }
  };
}

function countGuarded(bytes: Buffer, fields: ReturnType<typeof fieldsOfMessage>, most: number): number {
  try {
    return countFields(bytes, fields, most);
  } catch (error) {
    if (!(error instanceof MalformedMessageError)) throw error;
    throw new InvalidRequestError(`The request is no ${fields.name}: ${error.message}.`);
  }
}
