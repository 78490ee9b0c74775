import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import {
  BatchConflictError,
  InvalidRequestError,
  LedgerFullError,
  LedgerUnavailableError,
  OverloadedError,
} from "../errors.ts";
import { CallEndedError } from "./call-signal.ts";

/** An error as a call ends with it. */
export interface DescribedError extends Partial<ServiceError> {
  readonly code: status;
  readonly details: string;
  readonly name: keyof typeof status;
  readonly isDefect: boolean;
  /** When to come back, for errors that time mends. */
  readonly retryAfterMs?: number;
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
  if (error instanceof LedgerFullError) {
    const metadata = new Metadata();
    // gRFC A6: a negative delay means that trying again is of no use.
    metadata.set("grpc-retry-pushback-ms", "-1");
    const code = status.RESOURCE_EXHAUSTED;
    return { code, name: "RESOURCE_EXHAUSTED", details: error.message, metadata, isDefect: false };
  }
  if (error instanceof OverloadedError) {
    const metadata = new Metadata();
    // gRFC A6: clients wait that long, and no client that follows it comes back at once.
    metadata.set("grpc-retry-pushback-ms", String(error.retryAfterMs));
    const { message: details, retryAfterMs } = error;
    const code = status.RESOURCE_EXHAUSTED;
    return { code, name: "RESOURCE_EXHAUSTED", details, metadata, retryAfterMs, isDefect: false };
  }
  if (error instanceof CallEndedError) {
    return { code: status.CANCELLED, name: "CANCELLED", details: error.message, isDefect: false };
  }
  const details = "The verifier met a defect; its log has the details.";
  return { code: status.INTERNAL, name: "INTERNAL", details, isDefect: true };
}
