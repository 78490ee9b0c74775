import { cachedAttention } from "../ops/cached-attention.ts";
import { loop } from "../ops/loop.ts";
import { rmsNorm } from "../ops/rms-norm.ts";
import { rope } from "../ops/rope.ts";
import { swiglu } from "../ops/swiglu.ts";
import { tokenLogprobs } from "../ops/token-logprobs.ts";
import type { Program } from "../program.ts";
import type { HostTensor, HostTensors, Tensors } from "../tensor-types.ts";
import { countElements } from "../tensor-types.ts";
import { tf } from "../tf.ts";

const ROWS = 2;
const TOKENS = 4;
const VOCABULARY = 11;
const WIDTH = 32;
const HEADS = 2;
const HEAD_SIZE = WIDTH / HEADS;
const STEPS = 3;

const WEIGHTS = {
  embedding: [VOCABULARY, WIDTH],
  gain: [WIDTH],
  query: [WIDTH, WIDTH],
  key: [WIDTH, HEAD_SIZE],
  value: [WIDTH, HEAD_SIZE],
  gate: [WIDTH, WIDTH],
  up: [WIDTH, WIDTH],
} as const;

/** One layer of a decoder, small: its training gradients and a few cached decoding steps over ragged rows. */
export const CHECK_PROGRAM: Program = {
  functions: {
    check: {
      inputs: {
        ...Object.fromEntries(Object.entries(WEIGHTS).map(([name, shape]) => [name, { shape }])),
        ids: { shape: ["B", TOKENS], dtype: "int32" },
        lengths: { shape: ["B"], dtype: "int32" },
        cos: { shape: [TOKENS + STEPS, HEAD_SIZE / 2] },
        sin: { shape: [TOKENS + STEPS, HEAD_SIZE / 2] },
      },
      run: (inputs) => ({ ...train(inputs), ...decode(inputs) }),
    },
  },
};

/** Fixed inputs of the check. */
export function checkFeeds(): HostTensors {
  const wave = (name: string, shape: readonly number[], offset: number): [string, HostTensor] => {
    const data = Float32Array.from(
      { length: countElements(shape) },
      (_, index) => 0.4 * Math.sin(1.7 * index + offset),
    );
    return [name, { shape, dtype: "float32", data }];
  };
  const integers = (shape: readonly number[], values: number[]): HostTensor => ({
    shape,
    dtype: "int32",
    data: Int32Array.from(values),
  });
  const half = HEAD_SIZE / 2;
  const angles = Float32Array.from(
    { length: (TOKENS + STEPS) * half },
    (_, index) => Math.floor(index / half) / (1 + (index % half)),
  );
  const table = (data: Float32Array): HostTensor => ({
    shape: [TOKENS + STEPS, half],
    dtype: "float32",
    data,
  });
  return {
    ...Object.fromEntries(Object.entries(WEIGHTS).map(([name, shape], index) => wave(name, shape, index))),
    ids: integers([ROWS, TOKENS], [1, 5, 3, 10, 0, 7, 2, 8]),
    lengths: integers([ROWS], [TOKENS, 2]),
    cos: table(angles.map(Math.cos)),
    sin: table(angles.map(Math.sin)),
  };
}

function train(inputs: Tensors): Record<string, tf.Tensor> {
  const of = (name: string) => inputs[name] as tf.Tensor;
  const ids = tf.reshape(of("ids"), [-1]) as tf.Tensor1D;
  const rows = of("ids").shape[0] as number;
  const tables = [of("cos"), of("sin")].map((table) => tf.slice(table, [0, 0], [TOKENS, HEAD_SIZE / 2])) as [
    tf.Tensor,
    tf.Tensor,
  ];
  const loss = (...weights: tf.Tensor[]) => {
    const [embedding, gain, query, key, value, gate, up] = weights as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    const x = rmsNorm(tf.gather(embedding, ids), gain, 1e-5);
    const split = (y: tf.Tensor, heads: number) =>
      tf.transpose(tf.reshape(y, [rows, TOKENS, heads, HEAD_SIZE]), [0, 2, 1, 3]);
    const queries = tf.reshape(rope(split(tf.matMul(x, query), HEADS), ...tables), [
      rows,
      1,
      HEADS * TOKENS,
      HEAD_SIZE,
    ]);
    const keys = rope(split(tf.matMul(x, key), 1), ...tables);
    const weightsOf = tf.softmax(tf.matMul(queries, keys, false, true));
    const mixed = tf.reshape(tf.matMul(weightsOf, split(tf.matMul(x, value), 1)), [
      rows,
      HEADS,
      TOKENS,
      HEAD_SIZE,
    ]);
    const merged = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [rows * TOKENS, WIDTH]);
    const hidden = tf.add(swiglu(tf.matMul(merged, gate), tf.matMul(merged, up)), x);
    return tf.neg(tf.mean(tokenLogprobs(tf.matMul(hidden, embedding, false, true), ids))) as tf.Scalar;
  };
  const { value, grads } = tf.valueAndGrads(loss)(Object.keys(WEIGHTS).map(of));
  const named = Object.keys(WEIGHTS).map(
    (name, index) => [`gradient of ${name}`, grads[index] as tf.Tensor] as const,
  );
  return { loss: value, ...Object.fromEntries(named) };
}

function decode(inputs: Tensors): Record<string, tf.Tensor> {
  const of = (name: string) => inputs[name] as tf.Tensor;
  const rows = of("ids").shape[0] as number;
  const attend = (
    ids: tf.Tensor,
    tokens: number,
    past: tf.Tensor[],
    lengths: tf.Tensor,
    total: tf.Tensor,
  ) => {
    const x = tf.gather(of("embedding"), tf.reshape(ids, [-1]) as tf.Tensor1D);
    const project = (name: string) => tf.reshape(tf.matMul(x, of(name)), [rows, tokens, -1]);
    return cachedAttention({
      query: project("query"),
      key: project("key"),
      value: project("value"),
      pastKey: past[0],
      pastValue: past[1],
      lengths,
      total,
      cos: of("cos"),
      sin: of("sin"),
      heads: HEADS,
      kvHeads: 1,
    });
  };
  const int = (value: number) => tf.scalar(value, "int32");
  const prefill = attend(of("ids"), TOKENS, [], of("lengths"), int(TOKENS));
  const { stacked } = loop(
    STEPS,
    (step, past) => {
      const token = tf.add(tf.zeros([rows], "int32"), step);
      const next = attend(
        token,
        1,
        past,
        tf.add(of("lengths"), tf.add(step, int(1))),
        tf.add(step, int(TOKENS + 1)),
      );
      return { state: [next.keys, next.values], stacked: [next.output] };
    },
    [prefill.keys, prefill.values],
    [2, 2],
  );
  return { decoded: stacked[0] as tf.Tensor };
}
