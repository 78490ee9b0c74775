import { afterEach, describe, expect, it } from "vitest";
import type { Engine, HostTensor } from "../src/index.ts";
import { createWorkerEngine } from "../src/index.ts";
import { floats, ints } from "./support/random-arrays.ts";

const MODULE = new URL("./fixtures/worker-program.js", import.meta.url);
const open: Engine[] = [];

async function start(config: unknown = { factor: 3 }, module = MODULE): Promise<Engine> {
  const engine = await createWorkerEngine(module, config, { selfCheck: false });
  open.push(engine);
  return engine;
}

afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
});

describe("an engine in a worker thread", () => {
  it("runs the built program with its config and leaves the fed arrays usable", async () => {
    const engine = await start();
    expect(engine.description).toMatch(/^jit · onnxruntime .* · cpu · 1 thread · worker thread$/);
    const x = floats([4], [1, 2, 3, 4]);
    const { y } = await engine.run("scale", { x });
    expect(y).toEqual(floats([4], [3, 6, 9, 12]));
    expect(x.data).toEqual(Float32Array.of(1, 2, 3, 4));
  });

  it("keeps state between calls and answers in call order", async () => {
    const engine = await start();
    const stored = engine.put("steps", ints([], [5]));
    const calls = [1, 2, 3].map(() => engine.run("count", {}, { keep: { steps: "steps" } }));
    await stored;
    expect(await Promise.all(calls)).toEqual([{}, {}, {}]);
    expect((await engine.get("steps")) as HostTensor).toEqual(ints([], [8]));
  });

  it("rethrows errors with their name, code and the stack they had in the worker", async () => {
    const engine = await start();
    const x = floats([1], [1]);
    const failure = await engine.run("broken", { x }).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: "TypeError", message: "deliberate failure in a function" });
    expect((failure as Error).stack).toContain("worker-program.js");
    await expect(engine.run("absent", { x })).rejects.toMatchObject({
      name: "EngineError",
      code: "UNKNOWN_FUNCTION",
    });
    expect((await engine.run("scale", { x }))["y"]).toEqual(floats([1], [3]));
  });

  it("rejects all pending and later calls when the worker exits", async () => {
    const engine = await start();
    const x = floats([1], [1]);
    const outcomes = await Promise.allSettled([
      engine.run("exiting", { x }),
      engine.run("scale", { x }),
      engine.get("steps"),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: { code: "WORKER_FAILED", message: /exit code 7/ },
      });
    }
    await expect(engine.run("scale", { x })).rejects.toMatchObject({ code: "WORKER_FAILED" });
  });

  it("reports an error thrown outside a call", async () => {
    const engine = await start();
    const x = floats([1], [1]);
    await engine.run("uncaught", { x }).catch(() => undefined);
    await expect(engine.get("steps").then(() => engine.get("steps"))).rejects.toThrow();
    await expect(engine.run("scale", { x })).rejects.toMatchObject({
      code: "WORKER_FAILED",
      message: /deliberate failure outside any call/,
    });
  });

  it("rejects calls after close, and closing twice is harmless", async () => {
    const engine = await start();
    await engine.close();
    await engine.close();
    await expect(engine.run("scale", { x: floats([1], [1]) })).rejects.toMatchObject({
      code: "ENGINE_CLOSED",
    });
  });

  it("fails to start, saying why, without a program", async () => {
    await expect(start({}, new URL("./support/absent.js", import.meta.url))).rejects.toThrow(/absent\.js/);
    const empty = new URL("data:text/javascript,export const nothing = 1");
    await expect(start({}, empty)).rejects.toMatchObject({
      code: "INVALID_FUNCTION",
      message: /buildProgram/,
    });
  });
});
