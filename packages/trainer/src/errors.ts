/** What went wrong, as a stable code to branch on; the message says what to do about it. */
export type TrainerErrorCode =
  | "CHECKPOINT_INVALID"
  | "CHECKPOINT_NOT_FOUND"
  | "CONFIG_CHANGED"
  | "CONFIG_INVALID"
  | "DATA_INVALID"
  | "MODEL_INVALID"
  | "NOT_FINITE"
  | "NOTHING_TO_RESUME"
  | "NO_RUN"
  | "POLICY_CLOSED"
  | "POLICY_FAILED"
  | "PROBLEMS_EXHAUSTED"
  | "RUN_EXISTS"
  | "RUN_INTERRUPTED"
  | "SAFETENSORS_INVALID"
  | "SETTINGS_INVALID"
  | "SILENT_REWARD"
  | "TOKENIZER_INVALID"
  | "TRACE_UNSUPPORTED"
  | "UNKNOWN_FORMAT"
  | "UNKNOWN_STAGE"
  | "UNKNOWN_TASK"
  | "UNKNOWN_WORD"
  | "VERIFIER_REJECTED"
  | "VERIFIER_UNREACHABLE";

/** The one error class of this package. */
export class TrainerError extends Error {
  readonly code: TrainerErrorCode;

  constructor(code: TrainerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "TrainerError";
    this.code = code;
  }
}
