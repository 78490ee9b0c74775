import { VerifierClientError } from "@touchstone/proto";
import { describe, expect, it } from "vitest";
import { createPatientCaller } from "./wait-for-verifier.ts";

const fail = (code: string) =>
  new VerifierClientError(code, `failed with ${code}`, {
    address: "host:1",
    attempts: 1,
    details: `details of ${code}. Resolution note: `,
  });

const setUp = () => {
  const heard: string[] = [];
  let time = 0;
  const caller = createPatientCaller(
    {
      onAway: (reason) => heard.push(`away ${reason}`),
      onBack: (waitedMs) => heard.push(`back ${waitedMs}`),
    },
    {
      backoff: { maxAttempts: Number.POSITIVE_INFINITY, initialBackoffMs: 1, maxBackoffMs: 2 },
      now: () => (time += 100),
    },
  );
  return { heard, caller };
};

// Fails with each code in turn, then succeeds.
const failing = (...codes: string[]) => {
  const left = [...codes];
  return async () => {
    const code = left.shift();
    if (code !== undefined) throw fail(code);
    return "answer";
  };
};

const { signal } = new AbortController();

describe("createPatientCaller", () => {
  it("says nothing when all is well", async () => {
    const { heard, caller } = setUp();
    expect(await caller(failing(), signal)).toBe("answer");
    expect(heard).toEqual([]);
  });

  it("waits for as long as it takes and speaks once per outage", async () => {
    const { heard, caller } = setUp();
    const codes = Array.from(
      { length: 40 },
      (_, i) => ["UNAVAILABLE", "DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED"][i % 3] as string,
    );
    expect(await caller(failing(...codes), signal)).toBe("answer");
    expect(heard).toEqual(["away UNAVAILABLE: details of UNAVAILABLE", "back 100"]);
    await caller(failing("UNAVAILABLE"), signal);
    expect(heard).toHaveLength(4);
  });

  it("speaks once when many calls wait", async () => {
    const { heard, caller } = setUp();
    await Promise.all(
      Array.from({ length: 10 }, () => caller(failing("UNAVAILABLE", "UNAVAILABLE"), signal)),
    );
    expect(heard.filter((line) => line.startsWith("away"))).toHaveLength(1);
    expect(heard.filter((line) => line.startsWith("back"))).toHaveLength(1);
  });

  it("gives up on a refusal at once, and on a broken server after a few tries", async () => {
    for (const codes of [
      ["INVALID_ARGUMENT"],
      ["UNAVAILABLE", "UNAUTHENTICATED"],
      Array(5).fill("INTERNAL"),
    ]) {
      const { caller } = setUp();
      await expect(caller(failing(...codes), signal)).rejects.toMatchObject({
        code: "VERIFIER_REJECTED",
        message: `failed with ${codes.at(-1)}`,
      });
    }
    const { caller } = setUp();
    expect(await caller(failing("INTERNAL", "INTERNAL", "UNKNOWN"), signal)).toBe("answer");
  });

  it("passes other errors on", async () => {
    const { caller } = setUp();
    await expect(caller(() => Promise.reject(new RangeError("bug")), signal)).rejects.toThrow(RangeError);
  });

  it("ends the wait when the run is interrupted", async () => {
    const { caller } = setUp();
    const controller = new AbortController();
    const waiting = caller(async () => {
      throw fail("UNAVAILABLE");
    }, controller.signal);
    setTimeout(() => controller.abort(), 10);
    await expect(waiting).rejects.toMatchObject({ code: "RUN_INTERRUPTED" });
  });
});
