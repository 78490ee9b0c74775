/** What went wrong, as a stable code to branch on; the message says what to do about it. */
export type EvaluationErrorCode =
  | "ARGUMENT_INVALID"
  | "FILE_UNREADABLE"
  | "K_TOO_LARGE"
  | "MODEL_NOT_FOUND"
  | "NO_SAMPLES"
  | "OUTPUT_UNWRITABLE"
  | "VERIFIER_FAILED";

/** The one error class of this package. */
export class EvaluationError extends Error {
  readonly code: EvaluationErrorCode;

  constructor(code: EvaluationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EvaluationError";
    this.code = code;
  }
}
