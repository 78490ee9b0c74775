import { tf } from "@touchstone/engine";
import { headSizeOf, type ModelConfig } from "./model-config.ts";
import { MASKED, type RotaryTensors } from "./positions.ts";
import type { BlockWeights } from "./weights.ts";

/**
 * Keys and values of one block while a rollout decodes. U prompts have G rows each, B = U * G; R = U * kvHeads, and
 * g = heads / kvHeads query heads read one key head.
 */
export interface BlockCache {
  /** [U, kvHeads, P, hd], padding included; rows of one prompt share it, and since it never changes no step copies it. */
  readonly promptKeys: tf.Tensor;
  readonly promptValues: tf.Tensor;
  /** [R, G, n, hd]: the tokens decoded so far, none at the first step. */
  readonly newKeys: tf.Tensor | undefined;
  readonly newValues: tf.Tensor | undefined;
}

/** Where the one new token of each row stands. */
export interface StepPlace {
  readonly cos: tf.Tensor; // [B, 1, hd], rotary angles, both halves alike
  readonly sin: tf.Tensor; // [B, 1, hd], negative in the first half
  readonly promptMask: tf.Tensor; // [U, 1, 1, P], 0 at the prompt and a large negative number at its padding
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

/** Returns which places of right-padded prompts count. lengths int32 [U] -> [U, 1, 1, P] */
export function createPromptMask(lengths: tf.Tensor, promptLength: number): tf.Tensor {
  const places = tf.reshape(tf.range(0, promptLength, 1, "int32"), [1, 1, 1, promptLength]);
  const isPadding = tf.greaterEqual(places, tf.reshape(lengths, [lengths.shape[0] as number, 1, 1, 1]));
  return tf.mul(tf.cast(isPadding, "float32"), MASKED);
}

/**
 * Attention of one new token per row over its prompt and all new tokens, this one included. normed [B, D]
 *
 * New tokens of all rows share one place in the cache whatever the prompt lengths are; only their rotary angles differ.
 */
export function attendStep(
  config: ModelConfig,
  block: BlockWeights,
  normed: tf.Tensor,
  cache: BlockCache,
  place: StepPlace,
): { output: tf.Tensor; newKeys: tf.Tensor; newValues: tf.Tensor } {
  const { heads, kvHeads } = config;
  const rows = normed.shape[0] as number;
  const prompts = cache.promptKeys.shape[0] as number;
  const { queries, keys, values } = projectStep(config, block, normed, prompts, place);
  const append = (past: tf.Tensor | undefined, entry: tf.Tensor) =>
    past === undefined ? entry : tf.concat([past, entry], 2);
  const newKeys = append(cache.newKeys, keys);
  const newValues = append(cache.newValues, values);
  const mixed = mixValues(queries, { ...cache, newKeys, newValues }, place.promptMask); // [R, G, g, hd]
  const width = (heads / kvHeads) * headSizeOf(config);
  const byRow = tf.transpose(tf.reshape(mixed, [prompts, kvHeads, rows / prompts, width]), [0, 2, 1, 3]);
  const output = tf.matMul(tf.reshape(byRow, [rows, kvHeads * width]), block.output, false, true);
  return { output, newKeys, newValues };
}

/** Queries [R, G, g, hd], keys and values [R, G, 1, hd] of the new tokens, queries and keys at their angles. */
function projectStep(
  config: ModelConfig,
  block: BlockWeights,
  normed: tf.Tensor,
  prompts: number,
  { cos, sin }: StepPlace,
): { queries: tf.Tensor; keys: tf.Tensor; values: tf.Tensor } {
  const { heads, kvHeads } = config;
  const headSize = headSizeOf(config);
  const rows = normed.shape[0] as number;
  const projected = tf.matMul(normed, block.qkv, false, true);
  const byHead = tf.reshape(projected, [rows, heads + 2 * kvHeads, headSize]);
  const [turning, value] = tf.split(byHead, [heads + kvHeads, kvHeads], 1) as [tf.Tensor, tf.Tensor];
  const [first, second] = tf.split(turning, 2, 2) as [tf.Tensor, tf.Tensor];
  const turned = tf.add(tf.mul(turning, cos), tf.mul(tf.concat([second, first], 2), sin));
  const [query, key] = tf.split(turned, [heads, kvHeads], 1) as [tf.Tensor, tf.Tensor];
  /** [B, kvHeads * count, hd] -> [R, G, count, hd] */
  const byPrompt = (x: tf.Tensor, count: number) => {
    const grouped = tf.reshape(x, [prompts, rows / prompts, kvHeads, count * headSize]);
    return tf.reshape(tf.transpose(grouped, [0, 2, 1, 3]), [
      prompts * kvHeads,
      rows / prompts,
      count,
      headSize,
    ]);
  };
  return { queries: byPrompt(query, heads / kvHeads), keys: byPrompt(key, 1), values: byPrompt(value, 1) };
}

/** Softmax-weighted values over prompt and new tokens, without joining the two. queries [R, G, g, hd] -> the same */
function mixValues(
  queries: tf.Tensor,
  cache: { promptKeys: tf.Tensor; promptValues: tf.Tensor; newKeys: tf.Tensor; newValues: tf.Tensor },
  promptMask: tf.Tensor,
): tf.Tensor {
  const [, group, shared, headSize] = queries.shape as [number, number, number, number];
  const [prompts, kvHeads, promptLength] = cache.promptKeys.shape as [number, number, number, number];
  // All rows of one prompt attend to it in one product per head.
  const perPrompt = [prompts, kvHeads, group * shared];
  const byPrompt = tf.matMul(tf.reshape(queries, [...perPrompt, headSize]), cache.promptKeys, false, true);
  const scoresShape = [prompts * kvHeads, group, shared, promptLength];
  const promptScores = tf.reshape(tf.add(byPrompt, promptMask), scoresShape);
  const newScores = tf.matMul(queries, cache.newKeys, false, true); // [R, G, g, n]
  const highest = tf.maximum(tf.max(promptScores, -1, true), tf.max(newScores, -1, true));
  const promptShares = tf.exp(tf.sub(promptScores, highest));
  const newShares = tf.exp(tf.sub(newScores, highest));
  const total = tf.add(tf.sum(promptShares, -1, true), tf.sum(newShares, -1, true));
  const fromPrompt = tf.matMul(tf.reshape(promptShares, [...perPrompt, promptLength]), cache.promptValues);
  const mixed = tf.add(tf.reshape(fromPrompt, queries.shape), tf.matMul(newShares, cache.newValues));
  return tf.div(mixed, total);
}
