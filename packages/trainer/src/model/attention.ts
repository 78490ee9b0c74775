import { rope, tf } from "@touchstone/engine";
import { causalAttention } from "./causal-attention.ts";
import { headSizeOf, type ModelConfig } from "./model-config.ts";
import type { Positions } from "./positions.ts";
import type { BlockWeights } from "./weights.ts";

/** What attention over whole sequences returns; keys and values start the cache of a rollout. */
export interface AttentionResult {
  /** Mixed values of all heads, to be projected: [B * T, heads * hd] */
  readonly mixed: tf.Tensor;
  readonly keys: tf.Tensor; // [B, kvHeads, T, hd], rotated
  readonly values: tf.Tensor; // [B, kvHeads, T, hd]
}

/** Causal self-attention over whole sequences. normed [B * T, D] */
export function attendFully(
  config: ModelConfig,
  block: BlockWeights,
  normed: tf.Tensor,
  { cos, sin, mask }: Positions,
): AttentionResult {
  const { heads, kvHeads } = config;
  const headSize = headSizeOf(config);
  const length = mask.shape[0] as number;
  const rows = (normed.shape[0] as number) / length;
  const projected = tf.matMul(normed, block.qkv, false, true); // [B * T, (H + 2 Hkv) hd]
  const byHead = tf.transpose(
    tf.reshape(projected, [rows, length, heads + 2 * kvHeads, headSize]),
    [0, 2, 1, 3],
  );
  const [turning, values] = tf.split(byHead, [heads + kvHeads, kvHeads], 1) as [tf.Tensor, tf.Tensor];
  const [queries, keys] = tf.split(rope(turning, cos, sin), [heads, kvHeads], 1) as [tf.Tensor, tf.Tensor];
  // Query heads that share a key head become more query rows, so keys and values are never repeated.
  const groupRows = (heads / kvHeads) * length;
  const grouped = tf.reshape(queries, [rows, kvHeads, groupRows, headSize]);
  const mixed = tf.reshape(causalAttention(grouped, keys, values, mask), [rows, heads, length, headSize]);
  return {
    mixed: tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [rows * length, heads * headSize]),
    keys,
    values,
  };
}

/** Keys and values of one block while a rollout decodes. */
export interface BlockCache {
  /** [B, kvHeads, P, hd]: the prompt, padding included; it never changes, so no step copies it. */
  readonly promptKeys: tf.Tensor;
  readonly promptValues: tf.Tensor;
  /** [B, kvHeads, n, hd]: the tokens decoded so far, none at the first step. */
  readonly newKeys: tf.Tensor | undefined;
  readonly newValues: tf.Tensor | undefined;
}

/** Rotary angles of the one new token of each row, and which places of the prompt are padding. */
export interface StepPositions {
  readonly cos: tf.Tensor; // [B, 1, hd], both halves alike
  readonly sin: tf.Tensor; // [B, 1, hd], negative in the first half
  readonly promptMask: tf.Tensor; // [B, 1, 1, P], 0 at the prompt and a large negative number at padding
}

/**
 * Attention of one new token per row over the prompt and all new tokens, this one included. normed [B, D]
 *
 * New tokens of all rows share one place in the cache whatever the prompt lengths are; only their rotary angles differ.
 */
export function attendStep(
  config: ModelConfig,
  block: BlockWeights,
  normed: tf.Tensor,
  cache: BlockCache,
  { cos, sin, promptMask }: StepPositions,
): { output: tf.Tensor; newKeys: tf.Tensor; newValues: tf.Tensor } {
  const { heads, kvHeads } = config;
  const headSize = headSizeOf(config);
  const rows = normed.shape[0] as number;
  const projected = tf.reshape(tf.matMul(normed, block.qkv, false, true), [
    rows,
    heads + 2 * kvHeads,
    headSize,
  ]);
  const [turning, value] = tf.split(projected, [heads + kvHeads, kvHeads], 1) as [tf.Tensor, tf.Tensor];
  const [first, second] = tf.split(turning, 2, 2) as [tf.Tensor, tf.Tensor];
  const turned = tf.add(tf.mul(turning, cos), tf.mul(tf.concat([second, first], 2), sin));
  const [query, key] = tf.split(turned, [heads, kvHeads], 1) as [tf.Tensor, tf.Tensor];
  const append = (past: tf.Tensor | undefined, entry: tf.Tensor) => {
    const placed = tf.reshape(entry, [rows, kvHeads, 1, headSize]);
    return past === undefined ? placed : tf.concat([past, placed], 2);
  };
  const newKeys = append(cache.newKeys, key);
  const newValues = append(cache.newValues, value);
  const grouped = tf.reshape(query, [rows, kvHeads, heads / kvHeads, headSize]);
  const promptScores = tf.add(tf.matMul(grouped, cache.promptKeys, false, true), promptMask); // [B, Hkv, G, P]
  const newScores = tf.matMul(grouped, newKeys, false, true); // [B, Hkv, G, n]
  // Softmax over both parts without joining them.
  const highest = tf.maximum(tf.max(promptScores, -1, true), tf.max(newScores, -1, true));
  const promptShares = tf.exp(tf.sub(promptScores, highest));
  const newShares = tf.exp(tf.sub(newScores, highest));
  const total = tf.add(tf.sum(promptShares, -1, true), tf.sum(newShares, -1, true));
  const mixed = tf.add(tf.matMul(promptShares, cache.promptValues), tf.matMul(newShares, newValues));
  const merged = tf.reshape(tf.div(mixed, total), [rows, heads * headSize]);
  return { output: tf.matMul(merged, block.output, false, true), newKeys, newValues };
}
