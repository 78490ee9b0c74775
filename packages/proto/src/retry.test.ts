import { expect, test } from "vitest";
import { type AttemptResult, type RetryNotice, runWithRetry, type Sleep } from "./retry.ts";

const away: AttemptResult<string> = { ok: false, code: "UNAVAILABLE", details: "away", retryable: true };
const wrong: AttemptResult<string> = {
  ok: false,
  code: "INVALID_ARGUMENT",
  details: "bad",
  retryable: false,
};
const fine: AttemptResult<string> = { ok: true, response: "fine" };

function setUp(results: readonly AttemptResult<string>[], maxAttempts: number, signal?: AbortSignal) {
  const slept: number[] = [];
  const notices: RetryNotice[] = [];
  const sleep: Sleep = async (delayMs) => {
    signal?.throwIfAborted();
    slept.push(delayMs);
  };
  let calls = 0;
  const run = () =>
    runWithRetry(async () => results[Math.min(calls++, results.length - 1)]!, {
      retry: { maxAttempts, initialBackoffMs: 100, maxBackoffMs: 1000 },
      sleep,
      jitter: () => 0.5,
      signal,
      onRetry: (notice) => notices.push(notice),
    });
  return { run, slept, notices, calls: () => calls };
}

test("a call that comes through after failures announces each wait", async () => {
  const { run, slept, notices } = setUp([away, away, fine], 5);
  expect(await run()).toEqual({ ok: true, response: "fine", attempts: 3 });
  expect(slept).toEqual([75, 150]);
  expect(notices).toEqual([
    { attempt: 1, delayMs: 75, code: "UNAVAILABLE", message: "away" },
    { attempt: 2, delayMs: 150, code: "UNAVAILABLE", message: "away" },
  ]);
});

test("attempts are bounded, and the last failure is the result", async () => {
  const { run, calls } = setUp([away], 3);
  expect(await run()).toMatchObject({ ok: false, code: "UNAVAILABLE", attempts: 3 });
  expect(calls()).toBe(3);
});

test("without a bound it waits for as long as it takes", async () => {
  const { run } = setUp([...Array<AttemptResult<string>>(5000).fill(away), fine], Number.POSITIVE_INFINITY);
  expect(await run()).toMatchObject({ ok: true, attempts: 5001 });
});

test("a failure that cannot pass is not repeated", async () => {
  const { run, calls } = setUp([wrong, fine], 5);
  expect(await run()).toMatchObject({ ok: false, code: "INVALID_ARGUMENT", attempts: 1 });
  expect(calls()).toBe(1);
});

test("the server's wish for a delay is followed", async () => {
  const { run, slept } = setUp([{ ...away, pushbackMs: 1234 }, fine], 5);
  await run();
  expect(slept).toEqual([1234]);
});

test("an aborted wait ends the call with the reason", async () => {
  const controller = new AbortController();
  controller.abort(new Error("user stopped"));
  const { run } = setUp([away], Number.POSITIVE_INFINITY, controller.signal);
  const result = await run();
  expect(result).toMatchObject({ ok: false, code: "CANCELLED", attempts: 1 });
  expect(result.ok === false && String(result.cause)).toContain("user stopped");
});
