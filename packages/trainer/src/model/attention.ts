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
