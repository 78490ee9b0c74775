import type { status } from "@grpc/grpc-js";
import type { Logger } from "pino";
import { caller } from "../grading/caller.ts";
import type { CallTracer, TraceParent } from "../tracing/call-tracer.ts";
import { CallTally } from "./call-tally.ts";
import { type DescribedError, describeError } from "./describe-error.ts";

/** The work of one RPC. */
export type ServeCall<Request, Response> = (
  request: Request,
  tally: CallTally,
  signal: AbortSignal,
) => Promise<Response>;

/** Watches the calls in flight, so that a stopping server knows when it is idle. */
export interface CallCounter {
  begin(): void;
  end(): void;
}

/** Hears of every call, and of every message of a stream. */
export interface CallObserver {
  started(method: string): void;
  ended(method: string, code: keyof typeof status, seconds: number, tally: CallTally): void;
}

/** What every call is reported to, whichever door it came through. */
export interface CallWatch {
  readonly log: Logger;
  readonly counter: CallCounter;
  readonly observer?: CallObserver;
  readonly tracer?: CallTracer;
}

/** Names a call in the log. */
export interface CallName {
  readonly requestId: string;
  readonly method: string;
  /** Place of the message in a stream, from 0; absent for a call of one request. */
  readonly message?: number;
  /** Address of the caller. */
  readonly peer: string;
}

/** A call as it came in. */
export interface IncomingCall {
  readonly name: CallName;
  readonly parent: TraceParent;
}

/** How a call ended. */
export type CallOutcome<Response> = { readonly response: Response } | { readonly error: DescribedError };

/** Does the work of a call: status of errors, one log line without any text of the request. */
export async function runCall<Response>(
  { name, parent }: IncomingCall,
  work: (tally: CallTally) => Promise<Response>,
  { log, counter, observer, tracer }: CallWatch,
): Promise<CallOutcome<Response>> {
  const { method, peer } = name;
  const startedAt = performance.now();
  const tally = new CallTally();
  const context = { peer, queueWaitMs: 0 };
  const span = tracer?.start(name, parent);
  const shown = span === undefined ? name : { ...name, traceId: span.traceId };
  const report = (code: keyof typeof status, error?: unknown) => {
    const ms = performance.now() - startedAt;
    tally.queueWaitMs = Math.round(context.queueWaitMs * 10) / 10;
    span?.end(code, tally);
    observer?.ended(method, code, ms / 1000, tally);
    const fields = { ...shown, code, durationMs: Math.round(ms * 10) / 10, ...describeTally(tally) };
    for (const item of tally.slow) log.warn({ ...shown, ...item }, "slow item");
    if (error === undefined) log.info(fields, "call");
    else log.error({ ...fields, err: error }, "call failed");
  };
  counter.begin();
  observer?.started(method);
  log.debug(shown, "call started");
  try {
    const response = await caller.run(context, () => work(tally));
    report("OK");
    return { response };
  } catch (error) {
    const described = describeError(error);
    report(described.name, described.isDefect ? error : undefined);
    return { error: described };
  } finally {
    counter.end();
  }
}

function describeTally(tally: CallTally): object {
  const { traces, slowCount, queueWaitMs } = tally;
  const wait = queueWaitMs === 0 ? {} : { queueWaitMs };
  const slow = slowCount === 0 ? wait : { slow: slowCount, ...wait };
  const checked = Object.keys(traces).length === 0 ? slow : { traces, ...slow };
  if (tally.total === 0) return checked;
  const { correct, incorrect, failures } = tally;
  return { graded: tally.total, correct, incorrect, failures, ...checked };
}
