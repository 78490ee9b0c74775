import type { IncomingMessage } from "node:http";
import type { ByteBudget } from "./byte-budget.ts";
import { HttpError } from "./http-error.ts";

/** Limits of a request body. */
export interface BodyLimits {
  /** Largest body (of a stream: line), in bytes. */
  readonly maxBytes: number;
  /** How long a whole body may take to arrive, in milliseconds. */
  readonly timeoutMs: number;
  /** Shared by all requests. */
  readonly budget: ByteBudget;
}

/** A body, and what to call once it is no longer needed. */
export interface ReceivedBody {
  readonly text: string;
  release(): void;
}

/**
 * Reads a whole body as UTF-8. On an error the request is paused, its connection still open.
 *
 * @throws HttpError 413 for a larger one, 408 for one that does not arrive in time, 503 where too many bytes are held
 */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<ReceivedBody> {
  const { maxBytes, timeoutMs, budget } = limits;
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) return Promise.reject(tooLarge(maxBytes));
  const chunks: Buffer[] = [];
  let held = 0;
  const release = () => {
    budget.release(held);
    held = 0;
  };
  return new Promise<ReceivedBody>((resolve, reject) => {
    const fail = (error: Error) => {
      clearTimeout(timer);
      request.off("data", take).pause();
      release();
      reject(error);
    };
    const take = (chunk: Buffer) => {
      if (held + chunk.length > maxBytes) return fail(tooLarge(maxBytes));
      if (!budget.take(chunk.length)) return fail(tooManyBytes(budget));
      held += chunk.length;
      chunks.push(chunk);
    };
    const timer = setTimeout(() => fail(tooSlow(timeoutMs)), timeoutMs);
    request.on("data", take);
    request.once("error", fail);
    request.once("end", () => {
      clearTimeout(timer);
      resolve({ text: Buffer.concat(chunks).toString("utf8"), release });
    });
  });
}

/** The error of a body (or line) over the limit. */
export function tooLarge(maxBytes: number): HttpError {
  const message =
    `The body is larger than ${maxBytes} bytes. Send smaller batches, or start the server with a larger ` +
    "--http-max-body-mib.";
  return new HttpError(413, "resource_exhausted", message);
}

function tooSlow(timeoutMs: number): HttpError {
  return new HttpError(
    408,
    "deadline_exceeded",
    `The body did not arrive within ${timeoutMs} ms (--http-body-timeout-ms).`,
  );
}

/** The error of a body that would fit another time. */
export function tooManyBytes({ limit }: ByteBudget): HttpError {
  const message =
    `The server holds as many bytes of requests as it may, ${limit} (--http-max-buffered-mib). ` +
    "Try again.";
  return new HttpError(503, "unavailable", message, { "retry-after": "1" });
}
