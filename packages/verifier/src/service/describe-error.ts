import { type ServiceError, status } from "@grpc/grpc-js";
import { BatchConflictError, InvalidRequestError, LedgerUnavailableError } from "../errors.ts";
import { CallEndedError } from "./call-signal.ts";

/** An error as a call ends with it. */
export interface DescribedError extends Partial<ServiceError> {
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
