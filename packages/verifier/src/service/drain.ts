import { setTimeout as sleep } from "node:timers/promises";
import type { Server } from "@grpc/grpc-js";
import type { CallCounter } from "./serve-call.ts";

/** Time for the last responses to leave their sockets, in milliseconds. */
const settleMs = 250;

/** Counts calls in flight and tells when there are none. */
export class IdleCounter implements CallCounter {
  #inFlight = 0;
  #waiting: (() => void)[] = [];

  begin(): void {
    this.#inFlight++;
  }

  end(): void {
    this.#inFlight--;
    if (this.#inFlight > 0) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves at the first moment without a call in flight. */
  whenIdle(): Promise<void> {
    if (this.#inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/**
 * Refuses new calls, waits for those in flight, then closes every connection. Streams without an end (health
 * watches) do not hold it up.
 *
 * @returns false when the time-out cut calls off
 */
export async function drainServer(server: Server, calls: IdleCounter, timeoutMs: number): Promise<boolean> {
  const closed = new Promise<true>((resolve) => server.tryShutdown(() => resolve(true)));
  const idle = calls.whenIdle().then(() => Promise.race([closed, sleep(settleMs, true as const)]));
  const timer = new AbortController();
  const expired = sleep(timeoutMs, false as const, { signal: timer.signal }).catch(() => false as const);
  // Calls of every door count: that gRPC is through does not mean that HTTP is.
  const finished = await Promise.race([idle, expired]);
  timer.abort();
  server.forceShutdown();
  return finished;
}
