/** Base of every error this package throws; `code` is stable and may be matched on. */
export class ProtoError extends Error {
  /** SCREAMING_SNAKE_CASE code: "RESPONSE_MISMATCH", "INVALID_OPTION", or a gRPC status name. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A call to the verifier that failed for good, after the retries that its settings allow. */
export class VerifierClientError extends ProtoError {
  /** The address that was called. */
  readonly address: string;
  /** Attempts made, the first one included. */
  readonly attempts: number;
  /** The status text as the server or the transport gave it. */
  readonly details: string;

  constructor(
    code: string,
    message: string,
    context: { address: string; attempts: number; details: string; cause?: unknown },
  ) {
    super(code, message, { cause: context.cause });
    this.address = context.address;
    this.attempts = context.attempts;
    this.details = context.details;
  }
}
