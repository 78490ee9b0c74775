import { TrainerError } from "../errors.ts";

const usageCodes = new Set<string>([
  "CHECKPOINT_NOT_FOUND",
  "CONFIG_CHANGED",
  "CONFIG_INVALID",
  "NOTHING_TO_RESUME",
  "NO_RUN",
  "RUN_EXISTS",
  "SETTINGS_INVALID",
  "UNKNOWN_FORMAT",
  "UNKNOWN_STAGE",
  "UNKNOWN_TASK",
]);

/** Exit code of an error: 130 for an interrupted run, 2 for what the user must change, 1 for a run that failed. */
export function chooseExitCode(error: unknown): number {
  if (!(error instanceof TrainerError)) return 1;
  if (error.code === "RUN_INTERRUPTED") return 130;
  return usageCodes.has(error.code) ? 2 : 1;
}

/** The line that says what went wrong, with the error's code where it has one. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `error: ${String(error)}`;
  const code = "code" in error ? ` [${String(error.code)}]` : "";
  return `error${code}: ${error.message}`;
}
