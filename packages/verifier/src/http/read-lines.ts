import type { IncomingMessage } from "node:http";
import { type BodyLimits, tooLarge, tooManyBytes } from "./read-body.ts";

const newline = 10;

/**
 * The lines of a body as they arrive, empty ones left out; the next is read once the last was dealt with.
 *
 * @throws HttpError for a line over the limit, or where too many bytes are held
 */
export async function* readLines(
  request: IncomingMessage,
  { maxBytes, budget }: Pick<BodyLimits, "maxBytes" | "budget">,
): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  let held = 0;
  const finishLine = () => {
    const line = Buffer.concat(pieces).toString("utf8").trim();
    pieces = [];
    return line;
  };
  const release = () => {
    budget.release(held);
    held = 0;
  };
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      let rest = chunk as Buffer;
      while (rest.length > 0) {
        const end = rest.indexOf(newline);
        const piece = end < 0 ? rest : rest.subarray(0, end);
        if (held + piece.length > maxBytes) throw tooLarge(maxBytes);
        if (!budget.take(piece.length)) throw tooManyBytes(budget);
        held += piece.length;
        pieces.push(piece);
        rest = end < 0 ? rest.subarray(rest.length) : rest.subarray(end + 1);
        if (end < 0) continue;
        const line = finishLine();
        if (line !== "") yield line;
        release();
      }
    }
    const line = finishLine();
    if (line !== "") yield line;
  } finally {
    release();
  }
}
