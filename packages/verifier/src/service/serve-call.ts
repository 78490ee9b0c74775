import type { status } from "@grpc/grpc-js";
import type { Logger } from "pino";
import { caller } from "../grading/caller.ts";
import { VerdictTally } from "../grading/tally.ts";
import { type DescribedError, describeError } from "./describe-error.ts";

/** The work of one RPC. */
export type ServeCall<Request, Response> = (
  request: Request,
  tally: VerdictTally,
  signal: AbortSignal,
) => Promise<Response>;

/** Watches the calls in flight, so that a stopping server knows when it is idle. */
export interface CallCounter {
  begin(): void;
  end(): void;
}

/** What every call is reported to, whichever door it came through. */
export interface CallWatch {
  readonly log: Logger;
  readonly counter: CallCounter;
}

/** Names a call in the log. */
export interface CallName {
  readonly method: string;
  /** Address of the caller. */
  readonly peer: string;
}

/** How a call ended. */
export type CallOutcome<Response> = { readonly response: Response } | { readonly error: DescribedError };

/** Does the work of a call: status of errors, one log line without any text of the request. */
export async function runCall<Response>(
  { method, peer }: CallName,
  work: (tally: VerdictTally) => Promise<Response>,
  { log, counter }: CallWatch,
): Promise<CallOutcome<Response>> {
  const startedAt = performance.now();
  const tally = new VerdictTally();
  const report = (code: keyof typeof status, error?: unknown) => {
    const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
    const fields = { method, peer, code, durationMs, ...describeTally(tally) };
    if (error === undefined) log.info(fields, "call");
    else log.error({ ...fields, err: error }, "call failed");
  };
  counter.begin();
  log.debug({ method, peer }, "call started");
  try {
    const response = await caller.run(peer, () => work(tally));
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

function describeTally(tally: VerdictTally): object {
  if (tally.total === 0) return {};
  const { correct, incorrect, failures } = tally;
  return { graded: tally.total, correct, incorrect, failures };
}
