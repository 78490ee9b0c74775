import { InvalidRequestError } from "../errors.ts";

/** @throws InvalidRequestError when a batch holds more than the server takes */
export function requireBatchSize(what: string, count: number, maxItems: number): void {
  if (count <= maxItems) return;
  throw new InvalidRequestError(
    `The batch holds more than ${maxItems} ${what}, the most that this server takes. ` +
      "Send smaller batches, or start the server with a larger --max-items.",
  );
}
