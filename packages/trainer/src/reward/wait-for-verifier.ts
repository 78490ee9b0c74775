import { setTimeout as sleepFor } from "node:timers/promises";
import { computeBackoffMs, type RetryOptions, VerifierClientError } from "@touchstone/proto";
import { TrainerError } from "../errors.ts";

/** Hears when the verifier goes away and when it is back; once each per outage, however many calls wait. */
export interface OutageListener {
  onAway(reason: string): void;
  onBack(waitedMs: number): void;
}

// The server is away, stuck or busy: time heals it.
const awayCodes = new Set(["UNAVAILABLE", "DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED"]);
// What a connection that breaks in the middle of a call can look like; also what a defect looks like.
const brokenCodes = new Set(["INTERNAL", "UNKNOWN", "CANCELLED", "ABORTED"]);
const maxBrokenCalls = 5;
const defaultBackoff: RetryOptions = {
  maxAttempts: Number.POSITIVE_INFINITY,
  initialBackoffMs: 200,
  maxBackoffMs: 5_000,
};

/**
 * Returns a function that repeats calls for as long as the verifier is away, with delays that grow to five seconds.
 *
 * The call rejects with VERIFIER_REJECTED when the verifier refuses it for good, and with RUN_INTERRUPTED when the
 * signal aborts the wait.
 */
export function createPatientCaller(
  listener: OutageListener,
  options: { backoff?: RetryOptions; now?: () => number } = {},
) {
  const { backoff = defaultBackoff, now = () => performance.now() } = options;
  let awaySince: number | undefined;
  const reportAway = (reason: string) => {
    if (awaySince !== undefined) return;
    awaySince = now();
    listener.onAway(reason);
  };
  const reportBack = () => {
    if (awaySince === undefined) return;
    const waitedMs = now() - awaySince;
    awaySince = undefined;
    listener.onBack(waitedMs);
  };
  return async <T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    let broken = 0;
    for (let attempt = 1; ; attempt++) {
      throwIfAborted(signal);
      try {
        const result = await call();
        reportBack();
        return result;
      } catch (error) {
        throwIfAborted(signal);
        if (!(error instanceof VerifierClientError)) throw error;
        if (brokenCodes.has(error.code)) broken++;
        const isTransient =
          awayCodes.has(error.code) || (brokenCodes.has(error.code) && broken < maxBrokenCalls);
        if (!isTransient) throw new TrainerError("VERIFIER_REJECTED", error.message, { cause: error });
        reportAway(describeReason(error));
      }
      // Delays need no jitter of their own: results never depend on them, and one trainer is one client.
      await sleepFor(computeBackoffMs(attempt, backoff, 0), undefined, { signal }).catch(() =>
        throwIfAborted(signal),
      );
    }
  };
}

// The transport ends some details with an empty note.
function describeReason({ code, details }: VerifierClientError): string {
  const text = details.split(" Resolution note:")[0] ?? details;
  return `${code}: ${text.replace(/\.$/, "")}`;
}

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted)
    throw new TrainerError("RUN_INTERRUPTED", "The run was interrupted while it waited for the verifier.");
}
