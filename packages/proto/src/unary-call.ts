import {
  type CallOptions,
  type Client,
  type Metadata,
  type MethodDefinition,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import type { AttemptResult } from "./retry.ts";

/** One attempt of a unary call. */
export interface UnaryCall<Request, Response> {
  readonly client: Client;
  readonly method: MethodDefinition<Request, Response>;
  readonly request: Request;
  readonly metadata: Metadata;
  /** The attempt fails with DEADLINE_EXCEEDED after this many milliseconds; `Infinity` for no limit. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Trailer by which a server says when to come back, or (negative) not to. */
const pushbackKey = "grpc-retry-pushback-ms";
const longestPushbackMs = 60_000;

/** Makes one attempt. Never rejects: a failed attempt is a value. */
export function callUnary<Request, Response>(
  call: UnaryCall<Request, Response>,
): Promise<AttemptResult<Response>> {
  const { client, method, signal } = call;
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(cancelled(signal));
    const options: CallOptions = Number.isFinite(call.deadlineMs)
      ? { deadline: Date.now() + call.deadlineMs }
      : {};
    const abort = () => pending.cancel();
    const pending = client.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      call.request,
      call.metadata,
      options,
      (error, response) => {
        signal?.removeEventListener("abort", abort);
        if (error === null && response !== undefined) resolve({ ok: true, response });
        else if (signal?.aborted) resolve(cancelled(signal));
        else resolve(describeFailure(error));
      },
    );
    signal?.addEventListener("abort", abort, { once: true });
  });
}

function cancelled<Response>(signal: AbortSignal): AttemptResult<Response> {
  const details = "The call was aborted by its signal.";
  return { ok: false, code: "CANCELLED", details, retryable: false, cause: signal.reason };
}

/** A failed call as a value. */
export function describeFailure<Response>(
  error: ServiceError | null,
): Extract<AttemptResult<Response>, { ok: false }> {
  if (error === null) {
    return { ok: false, code: "INTERNAL", details: "The server sent no response.", retryable: false };
  }
  const pushbackMs = readPushback(error);
  const mayPass = error.code === status.UNAVAILABLE || error.code === status.RESOURCE_EXHAUSTED;
  return {
    ok: false,
    code: status[error.code] ?? "UNKNOWN",
    details: error.details,
    retryable: mayPass && !isTooLarge(error) && (pushbackMs === undefined || pushbackMs >= 0),
    pushbackMs,
    cause: error,
  };
}

/** gRPC gives "busy" and "message too large" the same status; only the first can pass. */
export function isTooLarge(error: { readonly code: number; readonly details: string }): boolean {
  return error.code === status.RESOURCE_EXHAUSTED && error.details.includes("larger than");
}

function readPushback(error: ServiceError): number | undefined {
  const [value] = error.metadata?.get(pushbackKey) ?? [];
  if (value === undefined) return undefined;
  const delayMs = Number(value.toString());
  return Number.isFinite(delayMs) ? Math.min(delayMs, longestPushbackMs) : undefined;
}
