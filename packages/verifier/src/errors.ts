/** Base of every error this package throws; `code` is stable and may be matched on. */
export class VerifierError extends Error {
  /** SCREAMING_SNAKE_CASE code; the README lists them. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A request that cannot be served as it stands: answered with INVALID_ARGUMENT. */
export class InvalidRequestError extends VerifierError {
  constructor(message: string) {
    super("INVALID_REQUEST", message);
  }
}
