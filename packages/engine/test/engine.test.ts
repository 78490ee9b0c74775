import { afterEach, describe, expect, it } from "vitest";
import { EagerEngine } from "../src/eager/eager-engine.ts";
import type { Engine, EngineKind, HostTensor, Program } from "../src/index.ts";
import { createEngine, listDevices, loop, tf } from "../src/index.ts";
import { checkDevice } from "../src/self-check/self-check.ts";
import { floats, ints, randomFloats } from "./support/random-arrays.ts";

const PROGRAM: Program = {
  functions: {
    step: {
      inputs: { weight: { shape: [3, 2] }, x: { shape: ["B", 3] }, rate: { shape: [] } },
      run: ({ weight, x, rate }) => {
        const loss = (w: tf.Tensor) => tf.mean(tf.square(tf.matMul(x as tf.Tensor, w))) as tf.Scalar;
        const { value, grad } = tf.valueAndGrad(loss)(weight as tf.Tensor);
        return { loss: value, weight: tf.sub(weight as tf.Tensor, tf.mul(grad, rate as tf.Tensor)) };
      },
    },
    walk: {
      inputs: { x: { shape: ["B", 3] } },
      run: ({ x }) => {
        const { state, stacked } = loop(
          4,
          (_, [y]) => ({ state: [tf.mul(y as tf.Tensor, 2)], stacked: [tf.sum(y as tf.Tensor, 1)] }),
          [x as tf.Tensor],
        );
        return {
          last: state[0] as tf.Tensor,
          sums: stacked[0] as tf.Tensor,
          same: x as tf.Tensor,
          again: x as tf.Tensor,
        };
      },
    },
    types: {
      inputs: { flags: { shape: [3], dtype: "bool" }, counts: { shape: [3], dtype: "int32" } },
      run: ({ flags, counts }) => ({
        flags: tf.logicalNot(flags as tf.Tensor),
        counts: tf.where(flags as tf.Tensor, counts as tf.Tensor, tf.scalar(-1, "int32")),
      }),
    },
    failing: {
      inputs: { x: { shape: ["B", 3] } },
      run: ({ x }) => {
        tf.exp(x as tf.Tensor);
        throw new RangeError("deliberate");
      },
    },
  },
};

const open: Engine[] = [];
async function start(kind: EngineKind): Promise<Engine> {
  const engine = await createEngine(PROGRAM, { kind });
  open.push(engine);
  return engine;
}
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
});

const weight = randomFloats(1, [3, 2]);
const x = randomFloats(2, [5, 3]);
const rate = floats([], [0.1]);

describe.each<EngineKind>(["jit", "eager"])("the %s engine", (kind) => {
  it("feeds inputs from the store and keeps outputs in it", async () => {
    const engine = await start(kind);
    await engine.put("weight", weight);
    const first = await engine.run("step", { x, rate }, { keep: { weight: "weight" } });
    expect(Object.keys(first)).toEqual(["loss"]);
    const second = await engine.run("step", { x, rate }, { keep: { weight: "weight", loss: "last loss" } });
    expect(second).toEqual({});
    const loss = async (name: HostTensor | undefined) => (name as HostTensor).data[0] as number;
    expect(await loss(await engine.get("last loss"))).toBeLessThan(await loss(first["loss"]));
    const third = await engine.run("step", { x, rate, weight });
    expect(third["loss"]).toEqual(first["loss"]);
  });

  it("copies what it is given and what it gives", async () => {
    const engine = await start(kind);
    const mine = floats([3, 2], [1, 2, 3, 4, 5, 6]);
    await engine.put("weight", mine);
    mine.data.fill(0);
    (await engine.get("weight")).data.fill(9);
    expect((await engine.get("weight")).data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
  });

  it("gives bitwise equal results for equal calls, in one engine and in another", async () => {
    const engine = await start(kind);
    const other = await start(kind);
    const first = await engine.run("step", { x, rate, weight });
    expect(await engine.run("step", { x, rate, weight })).toEqual(first);
    expect(await other.run("step", { x, rate, weight })).toEqual(first);
  });

  it("takes and returns all element types, loops, and inputs as outputs", async () => {
    const engine = await start(kind);
    const flags: HostTensor = { shape: [3], dtype: "bool", data: Uint8Array.of(1, 0, 1) };
    expect(await engine.run("types", { flags, counts: ints([3], [7, 8, 9]) })).toEqual({
      flags: { shape: [3], dtype: "bool", data: Uint8Array.of(0, 1, 0) },
      counts: ints([3], [7, -1, 9]),
    });
    const { last, sums, same, again } = await engine.run("walk", { x });
    expect(last?.data).toEqual(x.data.map((value) => 16 * value));
    expect(sums?.shape).toEqual([4, 5]);
    expect([same, again]).toEqual([x, x]);
  });

  it("leaves no tensors behind, also when a function throws", async () => {
    const before = tf.memory().numTensors;
    const engine = await start(kind);
    await engine.put("weight", weight);
    await engine.run("step", { x, rate }, { keep: { weight: "weight" } });
    const held = tf.memory().numTensors;
    expect(held - before).toBe(kind === "eager" ? 1 : 0);
    for (let round = 0; round < 3; round++) {
      await engine.run("step", { x, rate }, { keep: { weight: "weight" } });
      await engine.run("walk", { x });
      await expect(engine.run("failing", { x })).rejects.toThrow("deliberate");
    }
    expect(tf.memory().numTensors).toBe(held);
    await engine.close();
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each<[string, (engine: Engine) => Promise<unknown>, string]>([
    ["an unknown function", (engine) => engine.run("toString", {}), "UNKNOWN_FUNCTION"],
    ["a missing input", (engine) => engine.run("step", { x, rate }), "MISSING_INPUT"],
    ["an input that the function lacks", (engine) => engine.run("walk", { x, y: x }), "INVALID_INPUT"],
    ["a wrong shape", (engine) => engine.run("walk", { x: floats([3], [1, 2, 3]) }), "INVALID_INPUT"],
    ["a wrong element type", (engine) => engine.run("walk", { x: ints([1, 3], [1, 2, 3]) }), "INVALID_INPUT"],
    [
      "data that does not fit the shape",
      (engine) => engine.put("a", { ...x, shape: [5, 4] }),
      "INVALID_INPUT",
    ],
    [
      "data that does not fit the type",
      (engine) => engine.put("a", { ...x, dtype: "int32" }),
      "INVALID_INPUT",
    ],
    [
      "an unknown output to keep",
      (engine) => engine.run("walk", { x }, { keep: { nothing: "a" } }),
      "INVALID_INPUT",
    ],
    ["unknown state", (engine) => engine.get("a"), "UNKNOWN_STATE"],
    ["use after close", (engine) => engine.close().then(() => engine.get("a")), "ENGINE_CLOSED"],
  ])("refuses %s", async (_name, call, code) => {
    await expect(call(await start(kind))).rejects.toMatchObject({ name: "EngineError", code });
  });
});

describe("devices", () => {
  it("describes what runs", async () => {
    expect((await start("jit")).description).toMatch(/^jit · onnxruntime \d+\.\d+\.\d+ · cpu · 1 thread$/);
    expect((await start("eager")).description).toBe("eager · tfjs cpu");
  });

  it("lists the CPU engines as usable and gives a reason for every other", async () => {
    const reports = await listDevices();
    expect(reports.filter((report) => report.device === "cpu").map((report) => report.usable)).toEqual([
      true,
      true,
    ]);
    for (const { detail } of reports) expect(detail).toMatch(/^\S[^\n]+$/);
    for (const { kind, device, detail } of reports.filter((report) => !report.usable)) {
      await expect(createEngine(PROGRAM, { kind, device })).rejects.toMatchObject({
        code: "DEVICE_UNAVAILABLE",
        message: detail,
      });
    }
  });

  it("falls back from auto to a usable device", async () => {
    const engine = await createEngine(PROGRAM, { device: "auto" });
    open.push(engine);
    expect(engine.description).toMatch(/^jit/);
  });

  it("refuses a device that computes wrongly, and accepts a right one", async () => {
    const wrong = (program: Program): Engine => {
      const engine = new EagerEngine(program, "cpu", "wrong");
      return {
        description: "wrong device",
        put: (name, tensor) => engine.put(name, tensor),
        get: (name) => engine.get(name),
        close: () => engine.close(),
        run: async (name, feeds) => {
          const outputs = await engine.run(name, feeds);
          const gradient = outputs["gradient of gain"] as HostTensor;
          return {
            ...outputs,
            "gradient of gain": { ...gradient, data: gradient.data.map((value) => value * 1.02) },
          };
        },
      };
    };
    await expect(checkDevice("wrong", wrong, 1e-2)).rejects.toMatchObject({
      code: "SELF_CHECK_FAILED",
      message: /wrong gradient of gain/,
    });
    await expect(
      checkDevice("right", (program) => new EagerEngine(program, "cpu", "right"), 1e-6),
    ).resolves.toBeUndefined();
  });
});
