import { adviseOnConnection } from "./advise-on-connection.ts";
import { VerifierClientError } from "./errors.ts";

/** Where a client calls, as far as its errors tell of it. */
export interface Target {
  readonly address: string;
  readonly secure: boolean;
}

/** How a call ended for good. */
export interface FailedCall {
  /** gRPC status name. */
  readonly code: string;
  readonly details: string;
  readonly attempts: number;
  readonly cause?: unknown;
}

/** The error of a call that failed for good, with what to do about it. */
export function describeFailedCall(
  target: Target,
  failed: FailedCall,
  deadlineMs: number,
): VerifierClientError {
  const { code, details, attempts, cause } = failed;
  const message = explainFailure(target, failed, deadlineMs);
  return new VerifierClientError(code, message, { address: target.address, attempts, details, cause });
}

/** gRPC ends its texts with an empty note, and OpenSSL with a line break. */
function trimDetails(details: string): string {
  return details.replace(/\s*\. Resolution note: $/, "").trim();
}

/** Messages over the size limit are refused by the transport, which knows the limit and not what raises it. */
function adviseOnSize(details: string): string {
  return details.includes("larger than")
    ? "Send smaller batches, or raise --max-message-mib of the server and maxMessageBytes of the client."
    : "Send smaller batches, or fewer at a time.";
}

function explainFailure(
  { address, secure }: Target,
  { code, details, attempts }: FailedCall,
  deadlineMs: number,
): string {
  const tries = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  switch (code) {
    case "UNAVAILABLE":
      return `Cannot reach the verifier at ${address} (${tries}: ${trimDetails(details)}). ${adviseOnConnection(details, secure)}`;
    case "DEADLINE_EXCEEDED":
      return `The verifier at ${address} did not answer within ${deadlineMs} ms. Raise deadlineMs or send smaller batches.`;
    case "RESOURCE_EXHAUSTED":
      return `The verifier at ${address} refused the call (${tries}): ${details}. ${adviseOnSize(details)}`;
    case "UNAUTHENTICATED":
      return `The verifier at ${address} does not accept this client: ${details}. Check the token.`;
    default:
      return `The call to the verifier at ${address} failed with ${code}: ${details}`;
  }
}
