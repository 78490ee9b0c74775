/** What went wrong, as a stable code to branch on; the message says what to do about it. */
export type EngineErrorCode =
  | "CAPTURED_TENSOR_TOO_LARGE"
  | "DEVICE_UNAVAILABLE"
  | "ENGINE_CLOSED"
  | "INVALID_FUNCTION"
  | "INVALID_INPUT"
  | "INVALID_LOOP"
  | "MISSING_INPUT"
  | "RANDOM_IN_FUNCTION"
  | "RUN_FAILED"
  | "SELF_CHECK_FAILED"
  | "SYMBOLIC_DIM_LEAK"
  | "TRACED_VALUE_READ"
  | "UNKNOWN_FUNCTION"
  | "UNKNOWN_STATE"
  | "UNSUPPORTED_OP"
  | "WORKER_FAILED";

/** The one error class of this package. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EngineError";
    this.code = code;
  }
}
