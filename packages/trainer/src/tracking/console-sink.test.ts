import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import type { RunEvent } from "../run/events.ts";
import { createConsoleReporter } from "./console-sink.ts";

const step = (number: number, metrics: Record<string, number> = { reward: 0.25 }): RunEvent => ({
  type: "step",
  stage: "rl",
  step: number,
  fraction: number / 10,
  metrics,
});

const show = (isInteractive: boolean, events: (RunEvent | number)[]) => {
  const stream = Object.assign(new PassThrough(), {
    isTTY: isInteractive,
    columns: 200,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  });
  let time = 0;
  const reporter = createConsoleReporter({
    stream: stream as unknown as NodeJS.WriteStream,
    isInteractive,
    lineEveryMs: 5000,
    now: () => time,
  });
  for (const event of events) {
    if (typeof event === "number") time += event;
    else reporter.onEvent(event);
  }
  reporter.close();
  return String(stream.read() ?? "");
};

const away: RunEvent = { type: "verifier_away", address: "h:1", reason: "UNAVAILABLE: refused" };

describe("createConsoleReporter", () => {
  it("writes plain lines now and then, with what is left", () => {
    const text = show(false, [
      step(1),
      1000,
      step(2),
      1000,
      step(3),
      4000,
      step(4, { loss: 1.23456, reward: 1 }),
      step(5),
    ]);
    expect(text.split("\n")).toEqual([
      "rl: step 1 (10 %) · reward 0.25",
      "rl: step 4 (40 %) · loss 1.235 · reward 1 · 12 s left",
      "rl: step 5 (50 %) · reward 0.25 · 8 s left",
      "",
    ]);
  });

  it("says once that it waits and that the verifier is back", () => {
    const text = show(false, [away, { type: "verifier_back", address: "h:1", waitedMs: 1500 }]);
    expect(text).toMatch(
      /The verifier at h:1 cannot be reached \(UNAVAILABLE: refused\)\. Training waits until it is back; nothing is lost/,
    );
    expect(text).toContain("is back after 1.5 s");
  });

  it("draws a bar on a terminal and shows the wait on it", () => {
    const text = show(true, [step(1), 1000, step(2), away]);
    expect(text).toContain("rl [");
    expect(text).toContain("reward 0.25");
    expect(text).toContain("waiting for the verifier");
  });
});
