import { fork } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { defaultStepLimits } from "../../steps/limits.ts";
import type { JobMessage, WorkerSettings } from "./worker.ts";

const program = fileURLToPath(new URL("../../../dist/grading/pool/worker.js", import.meta.url));

test("a worker whose server goes away in the middle of a job ends without a word", async () => {
  const settings: WorkerSettings = {
    limits: {},
    stepLimits: defaultStepLimits,
    plugIns: [],
    logRequestText: false,
    slowItemMs: 0,
  };
  const worker = fork(program, [JSON.stringify(settings)], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const said = text(worker.stderr!);
  const ended = once(worker, "exit");
  await once(worker, "message");
  const trace = "3 + 4 = 7\n".repeat(100);
  const traces = Array.from({ length: 60 }, (_, index) => ({ id: String(index), problem: "3 + 4?", trace }));
  worker.send({ id: 1, job: { kind: "traces", traces } } satisfies JobMessage);
  // Long enough for the job to be taken up, and short of its end.
  await sleep(100);
  worker.disconnect();
  expect(await ended).toEqual([0, null]);
  expect(await said).toBe("");
});
