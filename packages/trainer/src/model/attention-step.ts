import { tf } from "@touchstone/engine";
import { headSizeOf, type ModelConfig } from "./model-config.ts";
import { MASKED, type RotaryTensors } from "./positions.ts";
import type { BlockWeights } from "./weights.ts";

/**
 * Keys and values of one block while a rollout decodes, heads side by side (K = kvHeads * hd). U prompts have G rows
 * each, B = U * G.
 */
export interface BlockCache {
  /** [U, P, K], padding included; rows of one prompt share it, and since it never changes no step copies it. */
  readonly promptKeys: tf.Tensor;
  readonly promptValues: tf.Tensor;
  /** [B, n, K]: the tokens decoded so far, none at the first step. */
  readonly newKeys: tf.Tensor | undefined;
  readonly newValues: tf.Tensor | undefined;
}

/** Where the one new token of each row stands. */
export interface StepPlace {
  readonly cos: tf.Tensor; // [B, 1, hd], rotary angles, both halves alike
  readonly sin: tf.Tensor; // [B, 1, hd], negative in the first half
  readonly promptMask: tf.Tensor; // [U, 1, P], 0 at the prompt and a large negative number at its padding
  readonly headMask: tf.Tensor; // [1, heads, kvHeads, 1], 1 where a query head reads a key head
}

/** Returns the rotary angles of one new token per row at its position. positions int32 [B] */
export function createStepAngles(
  rotary: RotaryTensors,
  positions: tf.Tensor,
): Pick<StepPlace, "cos" | "sin"> {
  const cos = tf.expandDims(tf.gather(rotary.cos, positions as tf.Tensor1D), 1); // [B, 1, hd/2]
  const sin = tf.expandDims(tf.gather(rotary.sin, positions as tf.Tensor1D), 1);
  return { cos: tf.concat([cos, cos], 2), sin: tf.concat([tf.neg(sin), sin], 2) };
}

/** Returns which places of right-padded prompts count. lengths int32 [U] -> [U, 1, P] */
export function createPromptMask(lengths: tf.Tensor, promptLength: number): tf.Tensor {
  const places = tf.reshape(tf.range(0, promptLength, 1, "int32"), [1, 1, promptLength]);
  const isPadding = tf.greaterEqual(places, tf.reshape(lengths, [lengths.shape[0] as number, 1, 1]));
  return tf.mul(tf.cast(isPadding, "float32"), MASKED);
}

/** Returns which key head each query head reads: [1, heads, kvHeads, 1] */
export function createHeadMask({ heads, kvHeads }: ModelConfig): tf.Tensor {
  const mask = new Float32Array(heads * kvHeads);
  for (let head = 0; head < heads; head++) mask[head * kvHeads + Math.floor((head * kvHeads) / heads)] = 1;
  return tf.tensor4d(mask, [1, heads, kvHeads, 1]);
}

/** [U, kvHeads, P, hd] -> [U, P, kvHeads * hd] */
export function joinHeads(byHead: tf.Tensor): tf.Tensor {
  const [prompts, kvHeads, length, headSize] = byHead.shape as [number, number, number, number];
  return tf.reshape(tf.transpose(byHead, [0, 2, 1, 3]), [prompts, length, kvHeads * headSize]);
}

/**
 * Attention of one new token per row over its prompt and all new tokens, this one included. normed [B, D]
 *
 * New tokens of all rows share one place in the cache whatever the prompt lengths are; only their rotary angles differ.
 * All heads of a row go through one matrix product: a query stands in the columns of its own key head and is 0
 * elsewhere. That multiplies some zeros, but a product per row and head would be too small to pay for its start.
 */
export function attendStep(
  config: ModelConfig,
  block: BlockWeights,
  normed: tf.Tensor,
  cache: BlockCache,
  place: StepPlace,
): { output: tf.Tensor; newKeys: tf.Tensor; newValues: tf.Tensor } {
  const { heads, kvHeads } = config;
  const headSize = headSizeOf(config);
  const rows = normed.shape[0] as number;
  const width = kvHeads * headSize;
  const { query, key, value } = projectStep(config, block, normed, place);
  const append = (past: tf.Tensor | undefined, entry: tf.Tensor) => {
    const placed = tf.reshape(entry, [rows, 1, width]);
    return past === undefined ? placed : tf.concat([past, placed], 1);
  };
  const newKeys = append(cache.newKeys, key);
  const newValues = append(cache.newValues, value);
  const spread = tf.mul(tf.reshape(query, [rows, heads, 1, headSize]), place.headMask); // [B, H, Hkv, hd]
  const mixed = mixValues(
    tf.reshape(spread, [rows, heads, width]),
    { ...cache, newKeys, newValues },
    place.promptMask,
  );
  const own = tf.sum(tf.mul(tf.reshape(mixed, [rows, heads, kvHeads, headSize]), place.headMask), 2); // [B, H, hd]
  const output = tf.matMul(tf.reshape(own, [rows, heads * headSize]), block.output, false, true);
  return { output, newKeys, newValues };
}

/** Queries and keys of the new tokens at their angles: [B, heads, hd], [B, kvHeads, hd]; values [B, kvHeads, hd] */
function projectStep(
  config: ModelConfig,
  block: BlockWeights,
  normed: tf.Tensor,
  { cos, sin }: StepPlace,
): { query: tf.Tensor; key: tf.Tensor; value: tf.Tensor } {
  const { heads, kvHeads } = config;
  const shape = [normed.shape[0] as number, heads + 2 * kvHeads, headSizeOf(config)];
  const projected = tf.reshape(tf.matMul(normed, block.qkv, false, true), shape);
  const [turning, value] = tf.split(projected, [heads + kvHeads, kvHeads], 1) as [tf.Tensor, tf.Tensor];
  const [first, second] = tf.split(turning, 2, 2) as [tf.Tensor, tf.Tensor];
  const turned = tf.add(tf.mul(turning, cos), tf.mul(tf.concat([second, first], 2), sin));
  const [query, key] = tf.split(turned, [heads, kvHeads], 1) as [tf.Tensor, tf.Tensor];
  return { query, key, value };
}

/** Softmax-weighted values over prompt and new tokens, without joining the two. queries [B, H, K] -> [B, H, K] */
function mixValues(
  queries: tf.Tensor,
  cache: { promptKeys: tf.Tensor; promptValues: tf.Tensor; newKeys: tf.Tensor; newValues: tf.Tensor },
  promptMask: tf.Tensor,
): tf.Tensor {
  const [rows, heads, width] = queries.shape as [number, number, number];
  const [prompts, promptLength] = cache.promptKeys.shape as [number, number, number];
  // All rows of one prompt attend to it in one product.
  const perPrompt = (rows / prompts) * heads;
  const byPrompt = tf.matMul(tf.reshape(queries, [prompts, perPrompt, width]), cache.promptKeys, false, true);
  const promptScores = tf.reshape(tf.add(byPrompt, promptMask), [rows, heads, promptLength]);
  const newScores = tf.matMul(queries, cache.newKeys, false, true); // [B, H, n]
  const highest = tf.maximum(tf.max(promptScores, -1, true), tf.max(newScores, -1, true));
  const promptShares = tf.exp(tf.sub(promptScores, highest));
  const newShares = tf.exp(tf.sub(newScores, highest));
  const total = tf.add(tf.sum(promptShares, -1, true), tf.sum(newShares, -1, true));
  const fromPrompt = tf.matMul(
    tf.reshape(promptShares, [prompts, perPrompt, promptLength]),
    cache.promptValues,
  );
  const mixed = tf.add(tf.reshape(fromPrompt, queries.shape), tf.matMul(newShares, cache.newValues));
  return tf.div(mixed, total);
}
