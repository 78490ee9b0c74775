import { afterEach, describe, expect, it } from "vitest";
import type { Engine, EngineOptions, FunctionSpec, HostTensor } from "../src/index.ts";
import { createEngine, loop, tf } from "../src/index.ts";
import { CPU_PROFILE } from "../src/trace/lowering-profile.ts";
import { traceFunction } from "../src/trace/trace-function.ts";
import { floats, ints, randomFloats } from "./support/random-arrays.ts";

const TRACE = { profile: CPU_PROFILE, maxCapturedElements: 100 };
const trace = (spec: FunctionSpec) => traceFunction(spec, TRACE);
const open: Engine[] = [];

async function run(spec: FunctionSpec, feeds: Record<string, HostTensor>, options: EngineOptions = {}) {
  const engine = await createEngine({ functions: { main: spec } }, options);
  open.push(engine);
  return await engine.run("main", feeds);
}

afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
});

const VECTOR = { x: { shape: [4] } };
const BATCH = { x: { shape: ["B", 4] } };
const of = (inputs: Readonly<Record<string, tf.Tensor>>) => inputs["x"] as tf.Tensor;

describe("tracing refuses what cannot be in a graph", () => {
  it.each<[string, (x: tf.Tensor) => tf.Tensor, string]>([
    ["a value that is read", (x) => tf.mul(x, x.dataSync()[0] as number), "TRACED_VALUE_READ"],
    [
      "a branch on a value",
      (x) => ((tf.max(x).arraySync() as number) > 0 ? x : tf.neg(x)),
      "TRACED_VALUE_READ",
    ],
    ["unseeded random numbers", (x) => tf.mul(x, tf.randomUniform([4])), "RANDOM_IN_FUNCTION"],
    [
      "seeded random numbers",
      (x) => tf.mul(x, tf.randomNormal([4], 0, 1, "float32", 3)),
      "RANDOM_IN_FUNCTION",
    ],
    ["dropout", (x) => tf.dropout(x, 0.5, undefined, 7), "RANDOM_IN_FUNCTION"],
    ["Math.random", (x) => tf.mul(x, Math.random()), "RANDOM_IN_FUNCTION"],
    [
      "a product that backends disagree on",
      (x) => tf.matMul(tf.reshape(x, [2, 1, 2, 1]), tf.ones([3, 1, 2])),
      "UNSUPPORTED_OP",
    ],
    ["arithmetic on booleans", (x) => tf.add(tf.greater(x, 0), tf.greater(x, 1)), "UNSUPPORTED_OP"],
    [
      "an op without a lowering",
      (x) => tf.bincount(tf.cast(x, "int32") as tf.Tensor1D, tf.tensor1d([]), 3),
      "UNSUPPORTED_OP",
    ],
    ["an output that is no tensor", () => 3 as unknown as tf.Tensor, "INVALID_FUNCTION"],
  ])("%s", (_name, op, code) => {
    const backend = tf.getBackend();
    const tensors = tf.memory().numTensors;
    expect(() => trace({ inputs: VECTOR, run: (inputs) => ({ y: op(of(inputs)) }) })).toThrow(
      expect.objectContaining({ code }),
    );
    expect(tf.getBackend()).toBe(backend);
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it("a tensor from outside that is too large, but bakes a small one", async () => {
    const large = tf.zeros([101]);
    const small = tf.tensor1d([1, 2, 3, 4]);
    expect(() =>
      trace({
        inputs: VECTOR,
        run: (inputs) => ({ y: tf.concat([of(inputs) as tf.Tensor1D, large as tf.Tensor1D]) }),
      }),
    ).toThrow(expect.objectContaining({ code: "CAPTURED_TENSOR_TOO_LARGE" }));
    const { y } = await run(
      { inputs: VECTOR, run: (inputs) => ({ y: tf.add(of(inputs), small) }) },
      { x: floats([4], [1, 1, 1, 1]) },
    );
    expect(y?.data).toEqual(Float32Array.of(2, 3, 4, 5));
    tf.dispose([large, small]);
  });

  it("a tensor that an earlier trace made", () => {
    let leaked: tf.Tensor | undefined;
    trace({
      inputs: VECTOR,
      run: (inputs) => {
        leaked = tf.keep(tf.neg(of(inputs)));
        return { y: leaked };
      },
    });
    expect(() =>
      trace({ inputs: VECTOR, run: (inputs) => ({ y: tf.add(of(inputs), leaked as tf.Tensor) }) }),
    ).toThrow(expect.objectContaining({ code: "INVALID_FUNCTION" }));
    leaked?.dispose();
  });
});

describe("a symbolic dim", () => {
  it.each<[string, (x: tf.Tensor) => tf.Tensor]>([
    ["is subtracted from", (x) => tf.mul(x, (x.shape[0] as number) - 1)],
    ["is inverted", (x) => tf.mul(x, 1 / (x.shape[0] as number))],
    [
      "is copied into data",
      (x) =>
        tf.mul(
          x,
          tf.tensor(
            Float32Array.from({ length: x.shape[0] as number }, (_, i) => i),
            [x.shape[0] as number, 1],
          ),
        ),
    ],
  ])("is refused where it %s", (_name, op) => {
    expect(() => trace({ inputs: BATCH, run: (inputs) => ({ y: op(of(inputs)) }) })).toThrow(
      expect.objectContaining({ code: "SYMBOLIC_DIM_LEAK" }),
    );
  });

  it("may be used in shapes, ranges, means and products of sizes", async () => {
    const spec: FunctionSpec = {
      inputs: BATCH,
      run: (inputs) => {
        const x = of(inputs);
        const rows = x.shape[0] as number;
        const loss = (y: tf.Tensor) => tf.mean(tf.square(y)) as tf.Scalar;
        return {
          flat: tf.reshape(x, [rows * 4]),
          halves: tf.reshape(x, [rows * 2, 2]),
          numbered: tf.add(x, tf.reshape(tf.range(0, rows), [rows, 1])),
          filled: tf.concat([x, tf.fill([rows, 1], 0.5)], 1),
          scaled: tf.div(x, rows * 4),
          total: tf.sum(tf.fill([rows, 3], 0.25), 0),
          tiled: tf.tile(tf.slice(x, [0, 0], [1, 4]), [rows, 1]),
          gradient: tf.grad(loss)(x),
          padded: tf.reshape(
            tf.pad(x, [
              [1, 2],
              [0, 0],
            ]),
            [(rows + 3) * 2, 2],
          ),
          joined: tf.reshape(tf.concat([x, x, tf.ones([1, 4])], 0), [-1, 2]),
          tail: tf.slice(tf.concat([x, tf.neg(x)], 0), [rows, 0], [rows, 4]),
          parts: tf.add(...(tf.split(tf.concat([x, tf.neg(x)], 0), 2, 0) as [tf.Tensor, tf.Tensor])),
          shifted: tf.slice(
            tf.pad(x, [
              [1, 0],
              [0, 0],
            ]),
            [1, 0],
            [rows, 4],
          ),
        };
      },
    };
    const jit = await createEngine({ functions: { main: spec } });
    const eager = await createEngine({ functions: { main: spec } }, { kind: "eager" });
    open.push(jit, eager);
    for (const rows of [1, 3, 8]) {
      const feeds = { x: randomFloats(rows, [rows, 4]) };
      const [actual, expected] = [await jit.run("main", feeds), await eager.run("main", feeds)];
      for (const [name, tensor] of Object.entries(expected)) {
        expect(actual[name]?.shape, name).toEqual(tensor.shape);
        for (const [index, value] of tensor.data.entries())
          expect(actual[name]?.data[index], name).toBeCloseTo(value, 5);
      }
    }
  });

  it("may meet a static size that one of the marking primes divides", () => {
    const sizes = [37, 41, 43 * 47];
    const run = (inputs: Readonly<Record<string, tf.Tensor>>) =>
      Object.fromEntries(
        sizes.map((size) => [`y${size}`, tf.add(tf.sum(of(inputs), 1, true), tf.zeros([1, size]))]),
      );
    expect(trace({ inputs: BATCH, run }).outputs).toHaveLength(3);
  });
});

describe("a loop", () => {
  const scalar = (value: number) => tf.scalar(value, "int32");

  it.each(["jit", "eager"] as const)("carries state, stacks, and stops early, %s", async (kind) => {
    const spec: FunctionSpec = {
      inputs: { ...VECTOR, limit: { shape: [], dtype: "int32" } },
      dynamicOutputs: ["stacked", "doubled"],
      run: (inputs) => {
        const outside = tf.mul(of(inputs), 2);
        const { state, stacked } = loop(
          6,
          (iteration, [sum, grown]) => ({
            state: [
              tf.add(sum as tf.Tensor, outside),
              tf.concat([grown as tf.Tensor, tf.reshape(tf.cast(iteration, "float32"), [1])]),
            ],
            stacked: [tf.add(sum as tf.Tensor, tf.cast(iteration, "float32"))],
            proceed: tf.less(iteration, inputs["limit"] as tf.Tensor),
          }),
          [of(inputs), tf.tensor1d([-1])],
          [undefined, 0],
        );
        // The number of iterations is a symbolic dim: shapes may be made of it.
        const rows = stacked[0] as tf.Tensor;
        return {
          sum: state[0] as tf.Tensor,
          stacked: rows,
          doubled: tf.reshape(tf.mul(rows, 2), [rows.shape[0] as number, 2, 2]),
        };
      },
    };
    const engine = await createEngine({ functions: { main: spec } }, { kind });
    open.push(engine);
    const x = floats([4], [1, 2, 3, 4]);
    for (const [limit, iterations] of [
      [2, 3],
      [0, 1],
      [99, 6],
    ] as const) {
      const { sum, stacked, doubled } = await engine.run("main", { x, limit: ints([], [limit]) });
      expect(sum?.data).toEqual(x.data.map((value) => value * (1 + 2 * iterations)));
      expect(stacked?.shape).toEqual([iterations, 4]);
      expect(doubled?.shape).toEqual([iterations, 2, 2]);
      const last = iterations - 1;
      expect(stacked?.data.slice(4 * last)).toEqual(x.data.map((value) => value * (1 + 2 * last) + last));
    }
  });

  it.each(["jit", "eager"] as const)("grows state from nothing and reshapes it inside, %s", async (kind) => {
    const spec: FunctionSpec = {
      inputs: BATCH,
      run: (inputs) => {
        const x = of(inputs);
        const rows = x.shape[0] as number;
        const { state, stacked } = loop(
          3,
          (iteration, [seen]) => {
            const entry = tf.reshape(tf.mul(x, tf.cast(iteration, "float32")), [rows, 1, 4]);
            const all = tf.concat([seen as tf.Tensor, entry], 1); // [B, n, 4]
            const count = all.shape[1] as number;
            const flat = tf.reshape(all, [rows, count * 4]);
            const last = tf.slice(all, [0, count - 1, 0], [rows, 1, 4]);
            return { state: [all], stacked: [tf.add(tf.mean(flat, 1), tf.sum(last, [1, 2]))] };
          },
          [tf.zeros([rows, 0, 4])],
          [1],
        );
        const grown = state[0] as tf.Tensor;
        return { grown, rows: tf.reshape(grown, [-1, 4]), stacked: stacked[0] as tf.Tensor };
      },
    };
    const engine = await createEngine({ functions: { main: spec } }, { kind });
    open.push(engine);
    const { grown, rows, stacked } = await engine.run("main", {
      x: floats([2, 4], [1, 1, 1, 1, 2, 2, 2, 2]),
    });
    expect(grown?.shape).toEqual([2, 3, 4]);
    expect(rows?.shape).toEqual([6, 4]);
    expect(grown?.data.slice(0, 12)).toEqual(Float32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2));
    expect(stacked).toEqual(floats([3, 2], [0, 0, 4.5, 9, 9, 18]));
  });

  it("computes once, outside it, what does not change inside", () => {
    const { bytes } = trace({
      inputs: VECTOR,
      run: (inputs) => {
        const { state } = loop(
          3,
          (_, [sum]) => ({ state: [tf.add(sum as tf.Tensor, tf.exp(of(inputs)))], stacked: [] }),
          [of(inputs)],
        );
        return { y: state[0] as tf.Tensor };
      },
    });
    const text = Buffer.from(bytes).toString("latin1");
    expect(text.indexOf("Exp_")).toBeLessThan(text.indexOf("Loop_"));
  });

  it.each<[string, () => unknown]>([
    ["zero steps", () => loop(0, (_, state) => ({ state, stacked: [] }), [])],
    ["a state of another length", () => loop(2, () => ({ state: [], stacked: [] }), [tf.scalar(1)])],
    ["a state that changes type", () => loop(2, () => ({ state: [scalar(1)], stacked: [] }), [tf.scalar(1)])],
    [
      "a state that grows unannounced",
      () =>
        loop(2, (_, [x]) => ({ state: [tf.concat([x as tf.Tensor1D, x as tf.Tensor1D])], stacked: [] }), [
          tf.zeros([2]),
        ]),
    ],
    [
      "states that share a size and grow apart (traced)",
      () => {
        const grow = (x: tf.Tensor | undefined, by: number) => tf.concat([x as tf.Tensor1D, tf.ones([by])]);
        loop(
          2,
          (_, [a, b]) => ({ state: [grow(a, 1), grow(b, 2)], stacked: [] }),
          [tf.zeros([2]), tf.zeros([2])],
          [0, 0],
        );
        if (tf.getBackend() === "cpu") loop(0, (_, state) => ({ state, stacked: [] }), []);
      },
    ],
    [
      "a gradient",
      () =>
        tf.grad((x: tf.Tensor) =>
          tf.sum(
            loop(2, (_, [y]) => ({ state: [tf.mul(y as tf.Tensor, x)], stacked: [] }), [x])
              .state[0] as tf.Tensor,
          ),
        )(tf.scalar(2)),
    ],
  ])("refuses %s, traced and eager", (_name, task) => {
    const refusal = expect.objectContaining({ code: "INVALID_LOOP" });
    expect(() => tf.tidy(() => void task())).toThrow(refusal);
    const run = (inputs: Readonly<Record<string, tf.Tensor>>) => {
      task();
      return { y: of(inputs) };
    };
    expect(() => trace({ inputs: VECTOR, run })).toThrow(refusal);
  });

  it("refuses a tensor that leaves the body by a side door", () => {
    const run = (inputs: Readonly<Record<string, tf.Tensor>>) => {
      let stolen: tf.Tensor = of(inputs);
      loop(
        2,
        (_, [x]) => {
          stolen = tf.neg(x as tf.Tensor);
          return { state: [stolen], stacked: [] };
        },
        [of(inputs)],
      );
      return { y: tf.add(stolen, 1) };
    };
    expect(() => trace({ inputs: VECTOR, run })).toThrow(expect.objectContaining({ code: "INVALID_LOOP" }));
  });
});
