import { setTimeout as sleepFor } from "node:timers/promises";
import { computeBackoffMs, type RetryOptions } from "./back-off.ts";

/** What a retry is about to do, so that a waiting program can say that it waits. */
export interface RetryNotice {
  /** Attempts made so far. */
  readonly attempt: number;
  readonly delayMs: number;
  /** gRPC status name of the failed attempt. */
  readonly code: string;
  readonly message: string;
}

/** Sleeps; rejects when the signal is aborted. Tests pass their own. */
export type Sleep = (delayMs: number, signal?: AbortSignal) => Promise<void>;

/** What the retry loop needs from its surroundings. */
export interface RetryContext {
  readonly retry: RetryOptions;
  readonly sleep: Sleep;
  /** Numbers in [0, 1) that spread the delays. */
  readonly jitter: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly onRetry?: ((notice: RetryNotice) => void) | undefined;
}

/** How one attempt ended. */
export type AttemptResult<Response> =
  | { readonly ok: true; readonly response: Response }
  | {
      readonly ok: false;
      readonly code: string;
      readonly details: string;
      readonly retryable: boolean;
      /** Delay that the server asked for, if it did. */
      readonly pushbackMs?: number | undefined;
      readonly cause?: unknown;
    };

/** The final result, with the number of attempts made. */
export type RetriedResult<Response> = AttemptResult<Response> & { readonly attempts: number };

/** Waits with a timer that the signal ends early. */
export const sleepWithTimer: Sleep = async (delayMs, signal) => {
  await sleepFor(delayMs, undefined, signal === undefined ? {} : { signal });
};

/** Repeats `attempt` while it fails in a way that may pass, up to `maxAttempts` times. */
export async function runWithRetry<Response>(
  attempt: () => Promise<AttemptResult<Response>>,
  context: RetryContext,
): Promise<RetriedResult<Response>> {
  for (let attempts = 1; ; attempts++) {
    const result = await attempt();
    if (result.ok || !result.retryable || attempts >= context.retry.maxAttempts) {
      return { ...result, attempts };
    }
    const delayMs = result.pushbackMs ?? computeBackoffMs(attempts, context.retry, context.jitter());
    context.onRetry?.({ attempt: attempts, delayMs, code: result.code, message: result.details });
    try {
      await context.sleep(delayMs, context.signal);
    } catch (cause) {
      const details = `The wait before attempt ${attempts + 1} was aborted.`;
      return { ok: false, code: "CANCELLED", details, retryable: false, cause, attempts };
    }
  }
}
