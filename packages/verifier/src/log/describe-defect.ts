import { VerifierError } from "../errors.ts";

/** An error as the log shows it. */
export interface LoggedError {
  readonly type: string;
  readonly code?: string;
  /** Left out where it may quote a request. */
  readonly message?: string;
  /** Where it was thrown, without its message. */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** How many causes are followed. */
const maxCauses = 3;

/**
 * An error for the log. Messages of errors that this package words are shown; all others (of the runtime, of a driver, of
 * a loaded grader) may quote the text that they choke on, and are left out unless asked for.
 */
export function describeDefect(error: unknown, showsMessages = false, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, ...(showsMessages ? { message: String(error) } : {}) };
  const { message, cause } = error;
  const code = "code" in error && isName(error.code) ? error.code : undefined;
  const stack = readFrames(error);
  return {
    type: isName(error.name) ? error.name : "Error",
    ...(code === undefined ? {} : { code }),
    ...(showsMessages || error instanceof VerifierError ? { message } : {}),
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined || depth >= maxCauses
      ? {}
      : { cause: describeDefect(cause, showsMessages, depth + 1) }),
  };
}

/** Names and codes are words of programs: TypeError, ECONNREFUSED, 57P01. */
function isName(value: unknown): value is string {
  return typeof value === "string" && /^\w{1,64}$/.test(value);
}

/** The lines of a stack after its message; none where the message cannot be told from them. */
function readFrames({ stack, message }: Error): string | undefined {
  const start = stack?.indexOf(message) ?? -1;
  if (stack === undefined || start === -1) return undefined;
  const frames = stack
    .slice(start + message.length)
    .split("\n")
    .slice(1);
  // Other lines: the message was changed after the stack was taken, and its old text may follow.
  const isSound = frames.length > 0 && frames.every((frame) => frame.startsWith("    at "));
  return isSound ? frames.map((frame) => frame.trim()).join("\n") : undefined;
}
