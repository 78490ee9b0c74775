import type { HostTensor, Tensors } from "../../src/index.ts";
import { cachedAttention, loop, rmsNorm, rope, swiglu, tf, tokenLogprobs } from "../../src/index.ts";
import { createUniforms } from "./random-arrays.ts";

/** Sizes of a small decoder with grouped queries and a tied head. */
export const SIZES = {
  vocabulary: 19,
  width: 64,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  ffn: 48,
  positions: 24,
  epsilon: 1e-5,
};
const HEAD_SIZE = SIZES.width / SIZES.heads;
const KV_WIDTH = SIZES.kvHeads * HEAD_SIZE;

/** Returns the shape of every parameter. */
export function parameterShapes(): Record<string, number[]> {
  const { vocabulary, width, layers, ffn } = SIZES;
  const shapes: Record<string, number[]> = { embedding: [vocabulary, width], norm: [width] };
  for (let layer = 0; layer < layers; layer++) {
    Object.assign(shapes, {
      [`${layer}.attentionNorm`]: [width],
      [`${layer}.query`]: [width, width],
      [`${layer}.key`]: [width, KV_WIDTH],
      [`${layer}.value`]: [width, KV_WIDTH],
      [`${layer}.output`]: [width, width],
      [`${layer}.mlpNorm`]: [width],
      [`${layer}.gate`]: [width, ffn],
      [`${layer}.up`]: [width, ffn],
      [`${layer}.down`]: [ffn, width],
    });
  }
  return shapes;
}

/** Returns random parameters: gains near 1, matrices scaled by their fan-in. */
export function initParameters(seed: number): Record<string, HostTensor> {
  const next = createUniforms(seed);
  return Object.fromEntries(
    Object.entries(parameterShapes()).map(([name, shape]) => {
      const [base, scale] = shape.length === 1 ? [1, 0.1] : [0, 2 / Math.sqrt(shape[0] as number)];
      const length = shape.reduce((product, dim) => product * dim, 1);
      const data = Float32Array.from({ length }, () => base + scale * (2 * next() - 1));
      return [name, { shape, dtype: "float32", data }];
    }),
  );
}

function rotaryTables(positions: number): { cos: tf.Tensor; sin: tf.Tensor } {
  const half = HEAD_SIZE / 2;
  const angle = (index: number) => Math.floor(index / half) * 10_000 ** (-(index % half) / half);
  const angles = Array.from({ length: positions * half }, (_, index) => angle(index));
  return {
    cos: tf.tensor(Float32Array.from(angles, Math.cos), [positions, half]),
    sin: tf.tensor(Float32Array.from(angles, Math.sin), [positions, half]),
  };
}

/** x [N, D] through the MLP of a layer. */
function mlp(x: tf.Tensor, parameters: Tensors, layer: number): tf.Tensor {
  const of = (name: string) => parameters[`${layer}.${name}`] as tf.Tensor;
  const normalized = rmsNorm(x, of("mlpNorm"), SIZES.epsilon);
  const hidden = swiglu(tf.matMul(normalized, of("gate")), tf.matMul(normalized, of("up")));
  return tf.add(x, tf.matMul(hidden, of("down")));
}

/** ids int32 [B, T] -> logits [B * T, V] */
export function forward(parameters: Tensors, ids: tf.Tensor): tf.Tensor {
  const [rows, tokens] = ids.shape as [number, number];
  const { width, heads, kvHeads, layers, epsilon } = SIZES;
  const { cos, sin } = rotaryTables(tokens);
  const mask = tf.sub(1, tf.linalg.bandPart(tf.ones([tokens, tokens]), -1, 0));
  const split = (x: tf.Tensor, count: number) =>
    tf.transpose(tf.reshape(x, [rows, tokens, count, HEAD_SIZE]), [0, 2, 1, 3]);
  const embedding = parameters["embedding"] as tf.Tensor;
  let x: tf.Tensor = tf.gather(embedding, tf.reshape(ids, [-1]) as tf.Tensor1D);
  for (let layer = 0; layer < layers; layer++) {
    const of = (name: string) => parameters[`${layer}.${name}`] as tf.Tensor;
    const normalized = rmsNorm(x, of("attentionNorm"), epsilon);
    const query = rope(split(tf.matMul(normalized, of("query")), heads), cos, sin);
    const key = rope(split(tf.matMul(normalized, of("key")), kvHeads), cos, sin);
    const value = split(tf.matMul(normalized, of("value")), kvHeads);
    const grouped = tf.reshape(query, [rows, kvHeads, (heads / kvHeads) * tokens, HEAD_SIZE]);
    const scores = tf.mul(tf.matMul(grouped, key, false, true), 1 / Math.sqrt(HEAD_SIZE));
    const masked = tf.add(tf.reshape(scores, [rows, heads, tokens, tokens]), tf.mul(mask, -1e9));
    const weights = tf.reshape(tf.softmax(masked), [rows, kvHeads, (heads / kvHeads) * tokens, tokens]);
    const mixed = tf.reshape(tf.matMul(weights, value), [rows, heads, tokens, HEAD_SIZE]);
    const merged = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [rows * tokens, width]);
    x = mlp(tf.add(x, tf.matMul(merged, of("output"))), parameters, layer);
  }
  return tf.matMul(rmsNorm(x, parameters["norm"] as tf.Tensor, epsilon), embedding, false, true);
}

/** Mean weighted negative log-likelihood and its gradients. ids, targets int32 [B, T], weights [B, T]. */
export function lossAndGrads(parameters: Tensors, ids: tf.Tensor, targets: tf.Tensor, weights: tf.Tensor) {
  const names = Object.keys(parameters);
  const loss = (...tensors: tf.Tensor[]) => {
    const named = Object.fromEntries(names.map((name, index) => [name, tensors[index] as tf.Tensor]));
    const logprobs = tokenLogprobs(forward(named, ids), tf.reshape(targets, [-1]));
    return tf.neg(tf.mean(tf.mul(logprobs, tf.reshape(weights, [-1])))) as tf.Scalar;
  };
  const { value, grads } = tf.valueAndGrads(loss)(names.map((name) => parameters[name] as tf.Tensor));
  return {
    loss: value,
    grads: Object.fromEntries(names.map((name, index) => [name, grads[index] as tf.Tensor])),
  };
}

/** One AdamW step with clipping by global norm. Inputs p., m., v. per parameter, lr, and bias corrections as scalars. */
export function trainStep(inputs: Tensors): Record<string, tf.Tensor> {
  const of = (name: string) => inputs[name] as tf.Tensor;
  const names = Object.keys(parameterShapes());
  const parameters = Object.fromEntries(names.map((name) => [name, of(`p.${name}`)]));
  const { loss, grads } = lossAndGrads(parameters, of("ids"), of("targets"), of("weights"));
  const squares = Object.values(grads).map((gradient) => tf.sum(tf.square(gradient)));
  const norm = tf.sqrt(tf.addN(squares));
  const scale = tf.minimum(1, tf.div(0.5, tf.add(norm, 1e-6)));
  const outputs: Record<string, tf.Tensor> = { loss, norm };
  for (const name of names) {
    const gradient = tf.mul(grads[name] as tf.Tensor, scale);
    const first = tf.add(tf.mul(of(`m.${name}`), 0.9), tf.mul(gradient, 0.1));
    const second = tf.add(tf.mul(of(`v.${name}`), 0.95), tf.mul(tf.square(gradient), 0.05));
    const step = tf.div(
      tf.div(first, of("correction1")),
      tf.add(tf.sqrt(tf.div(second, of("correction2"))), 1e-8),
    );
    const parameter = parameters[name] as tf.Tensor;
    const decayed =
      parameter.rank > 1 ? tf.sub(parameter, tf.mul(parameter, tf.mul(of("lr"), 0.1))) : parameter;
    outputs[`g.${name}`] = gradient;
    outputs[`p.${name}`] = tf.sub(decayed, tf.mul(step, of("lr")));
    outputs[`m.${name}`] = first;
    outputs[`v.${name}`] = second;
  }
  return outputs;
}

interface Cache {
  readonly keys: tf.Tensor[];
  readonly values: tf.Tensor[];
}

/** ids int32 [B, S] after the cached tokens -> hidden [B * S, D] and the new cache. */
function decode(
  parameters: Tensors,
  ids: tf.Tensor,
  cache: Cache | undefined,
  lengths: tf.Tensor,
  total: tf.Tensor,
) {
  const [rows, tokens] = ids.shape as [number, number];
  const { width, heads, kvHeads, layers, epsilon } = SIZES;
  const { cos, sin } = rotaryTables(SIZES.positions);
  const next: Cache = { keys: [], values: [] };
  let x: tf.Tensor = tf.gather(parameters["embedding"] as tf.Tensor, tf.reshape(ids, [-1]) as tf.Tensor1D);
  for (let layer = 0; layer < layers; layer++) {
    const of = (name: string) => parameters[`${layer}.${name}`] as tf.Tensor;
    const normalized = rmsNorm(x, of("attentionNorm"), epsilon);
    const project = (name: string) => tf.reshape(tf.matMul(normalized, of(name)), [rows, tokens, -1]);
    const { output, keys, values } = cachedAttention({
      query: project("query"),
      key: project("key"),
      value: project("value"),
      pastKey: cache?.keys[layer],
      pastValue: cache?.values[layer],
      lengths,
      total,
      cos,
      sin,
      heads,
      kvHeads,
    });
    next.keys.push(keys);
    next.values.push(values);
    x = mlp(
      tf.add(x, tf.matMul(tf.reshape(output, [rows * tokens, width]), of("output"))),
      parameters,
      layer,
    );
  }
  return { hidden: rmsNorm(x, parameters["norm"] as tf.Tensor, epsilon), cache: next };
}

/** Draws one token per row by inverting the cumulative distribution at a uniform. logits [B, V], uniforms [B]. */
function sample(logits: tf.Tensor, uniforms: tf.Tensor): { token: tf.Tensor; logprob: tf.Tensor } {
  const [rows, vocabulary] = logits.shape as [number, number];
  const cumulative = tf.cumsum(tf.softmax(logits), -1);
  const below = tf.sum(tf.cast(tf.less(cumulative, tf.reshape(uniforms, [rows, 1])), "int32"), 1);
  const token = tf.minimum(below, tf.scalar(vocabulary - 1, "int32"));
  return { token, logprob: tokenLogprobs(logits, token) };
}

/**
 * A whole rollout: prompts int32 [B, P] right-padded, lengths int32 [B], uniforms [steps, B]
 * -> tokens and logprobs [at most steps, B]. Stops when all rows have drawn token 0.
 */
export function rollout(
  parameters: Tensors,
  prompts: tf.Tensor,
  lengths: tf.Tensor,
  uniforms: tf.Tensor,
  stops = true,
) {
  const [rows, promptTokens] = prompts.shape as [number, number];
  const steps = uniforms.shape[0] as number;
  const embedding = parameters["embedding"] as tf.Tensor;
  const int = (value: number) => tf.scalar(value, "int32");
  const prefill = decode(parameters, prompts, undefined, lengths, tf.tensor1d([promptTokens], "int32"));
  const offsets = tf.add(tf.mul(tf.range(0, rows, 1, "int32"), int(promptTokens)), tf.sub(lengths, int(1)));
  const last = tf.gather(prefill.hidden, offsets as tf.Tensor1D);
  const first = sample(tf.matMul(last, embedding, false, true), tf.gather(uniforms, int(0)));
  const caches = [...prefill.cache.keys, ...prefill.cache.values];
  const initial = [first.token, tf.equal(first.token, int(0)), ...caches];
  const { stacked } = loop(
    steps - 1,
    (iteration, state) => {
      const [token, finished, ...flat] = state as [tf.Tensor, tf.Tensor, ...tf.Tensor[]];
      const cache = { keys: flat.slice(0, SIZES.layers), values: flat.slice(SIZES.layers) };
      const lengthsNow = tf.add(lengths, tf.add(iteration, int(1)));
      const total = tf.add(iteration, int(promptTokens + 1));
      const { hidden, cache: next } = decode(
        parameters,
        tf.reshape(token, [rows, 1]),
        cache,
        lengthsNow,
        total,
      );
      const drawn = sample(
        tf.matMul(hidden, embedding, false, true),
        tf.gather(uniforms, tf.add(iteration, int(1))),
      );
      const ended = tf.logicalOr(finished, tf.equal(drawn.token, int(0)));
      const proceed = tf.logicalNot(tf.all(ended));
      return {
        state: [drawn.token, ended, ...next.keys, ...next.values],
        stacked: [drawn.token, drawn.logprob],
        ...(stops && { proceed }),
      };
    },
    initial,
    [undefined, undefined, ...caches.map(() => 2)],
  );
  const prepend = (head: tf.Tensor, rest: tf.Tensor | undefined) =>
    tf.concat([tf.expandDims(head, 0), rest as tf.Tensor], 0);
  return { tokens: prepend(first.token, stacked[0]), logprobs: prepend(first.logprob, stacked[1]) };
}
