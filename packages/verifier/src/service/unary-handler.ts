import { type handleUnaryCall, type ServerUnaryCall, type ServiceError, status } from "@grpc/grpc-js";
import type { Logger } from "pino";
import { BatchConflictError, InvalidRequestError, LedgerUnavailableError } from "../errors.ts";
import { VerdictTally } from "../grading/tally.ts";
import { CallEndedError, createCallSignal } from "./call-signal.ts";

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

/** Wraps the work of an RPC: cancellation, status of errors, one log line without any text of the request. */
export function createUnaryHandler<Request, Response>(
  method: string,
  serveCall: ServeCall<Request, Response>,
  log: Logger,
  counter: CallCounter,
): handleUnaryCall<Request, Response> {
  return async (call: ServerUnaryCall<Request, Response>, callback) => {
    const startedAt = performance.now();
    const tally = new VerdictTally();
    const report = (code: keyof typeof status, error?: unknown) => {
      const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
      const fields = { method, peer: call.getPeer(), code, durationMs, ...describeTally(tally) };
      if (error === undefined) log.info(fields, "call");
      else log.error({ ...fields, err: error }, "call failed");
    };
    counter.begin();
    log.debug({ method, peer: call.getPeer() }, "call started");
    try {
      const response = await serveCall(call.request, tally, createCallSignal(call));
      callback(null, response);
      report("OK");
    } catch (error) {
      const failed = describeError(error);
      callback(failed);
      report(failed.name, failed.isDefect ? error : undefined);
    } finally {
      counter.end();
    }
  };
}

function describeTally(tally: VerdictTally): object {
  if (tally.total === 0) return {};
  const { correct, incorrect, failures } = tally;
  return { graded: tally.total, correct, incorrect, failures };
}

interface DescribedError extends Partial<ServiceError> {
  readonly code: status;
  readonly details: string;
  readonly name: keyof typeof status;
  readonly isDefect: boolean;
}

/** The gRPC status of an error, and whether it is a defect to log. */
export function describeError(error: unknown): DescribedError {
  if (error instanceof InvalidRequestError) {
    return {
      code: status.INVALID_ARGUMENT,
      name: "INVALID_ARGUMENT",
      details: error.message,
      isDefect: false,
    };
  }
  if (error instanceof BatchConflictError) {
    return { code: status.ALREADY_EXISTS, name: "ALREADY_EXISTS", details: error.message, isDefect: false };
  }
  if (error instanceof LedgerUnavailableError) {
    return { code: status.UNAVAILABLE, name: "UNAVAILABLE", details: error.message, isDefect: true };
  }
  if (error instanceof CallEndedError) {
    return { code: status.CANCELLED, name: "CANCELLED", details: error.message, isDefect: false };
  }
  const details = "The verifier met a defect; its log has the details.";
  return { code: status.INTERNAL, name: "INTERNAL", details, isDefect: true };
}
