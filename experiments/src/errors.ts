export type ExperimentErrorCode =
  | "INVALID_SUITE"
  | "INVALID_CLAIM"
  | "JOB_FAILED"
  | "NO_RESULTS"
  | "CHANGED_SUITE";

/** An experiment could not be planned, run or reported; the message says what to do. */
export class ExperimentError extends Error {
  readonly code: ExperimentErrorCode;

  constructor(code: ExperimentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ExperimentError";
    this.code = code;
  }
}
