import type { IncomingMessage, ServerResponse } from "node:http";
import { CallEndedError } from "../service/call-signal.ts";
import { HttpError } from "./http-error.ts";

/** Whether anybody still waits for a reply. */
export interface RequestSignal {
  /** Aborted when the connection breaks before the reply is written, or when the deadline passes. */
  readonly signal: AbortSignal;
  deadlinePassed(): boolean;
  /** Stops watching. */
  close(): void;
}

/** Longest deadline of the Connect protocol: ten digits. */
const timeoutPattern = /^\d{1,10}$/;

/**
 * Watches a request. The header `connect-timeout-ms` sets a deadline.
 *
 * @throws HttpError 400 for a deadline that is no whole number of milliseconds
 */
export function watchRequest(request: IncomingMessage, response: ServerResponse): RequestSignal {
  const controller = new AbortController();
  const timeoutMs = readTimeout(request.headers["connect-timeout-ms"]);
  let passed = false;
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          passed = true;
          controller.abort(new CallEndedError());
        }, timeoutMs);
  const stop = () => {
    if (!response.writableFinished) controller.abort(new CallEndedError());
  };
  response.once("close", stop);
  return {
    signal: controller.signal,
    deadlinePassed: () => passed,
    close() {
      clearTimeout(timer);
      response.off("close", stop);
    },
  };
}

function readTimeout(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== "string" || !timeoutPattern.test(header)) {
    throw new HttpError(
      400,
      "invalid_argument",
      "The header connect-timeout-ms must be a whole number of milliseconds.",
    );
  }
  // A timer longer than this fires at once; nobody waits for 24 days.
  return Math.min(Number(header), 2 ** 31 - 1);
}
