import { rmsNorm, rope, swiglu, tf } from "@touchstone/engine";
import type { BlockWeights, ModelWeights } from "./arena.ts";
import { headSizeOf, type ModelConfig } from "./model-config.ts";

/** Rotary tables as tensors, at least as many rows as there are positions. */
export interface RotaryTensors {
  readonly cos: tf.Tensor; // [positions, hd/2]
  readonly sin: tf.Tensor; // [positions, hd/2]
}

/** What attention over T positions needs besides weights; it has no gradient. */
export interface Positions extends RotaryTensors {
  readonly mask: tf.Tensor; // [T, T]
}

/**
 * Returns the rotary angles and the causal mask of positions 0..T-1. Make them outside of a function that is
 * differentiated: the backward pass reads them after everything made inside is gone.
 */
export function createPositions(config: ModelConfig, length: number, rotary: RotaryTensors): Positions {
  const half = headSizeOf(config) / 2;
  return {
    cos: tf.slice(rotary.cos, [0, 0], [length, half]),
    sin: tf.slice(rotary.sin, [0, 0], [length, half]),
    mask: causalMask(length),
  };
}

/**
 * Returns the logits of every position, in a form that has gradients for all weights.
 *
 * Rows shorter than T are padded on the right: causal attention keeps padding out of every valid position.
 * tokens int32 [B, T] -> [B * T, V].
 */
export function computeLogits(
  config: ModelConfig,
  weights: ModelWeights,
  tokens: tf.Tensor,
  positions: Positions,
): tf.Tensor {
  const [rows, length] = tokens.shape as [number, number];
  let hidden = tf.gather(weights.embedding, tf.reshape(tokens, [rows * length]) as tf.Tensor1D); // [B * T, D]
  for (const block of weights.blocks) {
    const normed = rmsNorm(hidden, block.attentionGain, config.normEpsilon);
    hidden = tf.add(hidden, attendFully(config, block, normed, positions));
    hidden = tf.add(hidden, feedForward(block, rmsNorm(hidden, block.feedForwardGain, config.normEpsilon)));
  }
  return projectToLogits(config, weights, hidden);
}

/** hidden [N, D] -> logits [N, V] */
export function projectToLogits(config: ModelConfig, weights: ModelWeights, hidden: tf.Tensor): tf.Tensor {
  return tf.matMul(rmsNorm(hidden, weights.finalGain, config.normEpsilon), weights.head, false, true);
}

/** SwiGLU block: normed [N, D] -> [N, D] */
export function feedForward(block: BlockWeights, normed: tf.Tensor): tf.Tensor {
  const [gate, up] = tf.split(tf.matMul(normed, block.gateUp, false, true), 2, 1) as [tf.Tensor, tf.Tensor];
  return tf.matMul(swiglu(gate, up), block.down, false, true);
}

/** Causal self-attention over whole sequences: normed [B * T, D] -> [B * T, D] */
function attendFully(
  config: ModelConfig,
  block: BlockWeights,
  normed: tf.Tensor,
  { cos, sin, mask }: Positions,
): tf.Tensor {
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
  const turned = rope(turning, cos, sin);
  const [queries, keys] = tf.split(turned, [heads, kvHeads], 1) as [tf.Tensor, tf.Tensor];
  // Query heads that share a key head become more query rows, so keys and values are never repeated.
  const groupRows = (heads / kvHeads) * length;
  const grouped = tf.reshape(queries, [rows, kvHeads, groupRows, headSize]);
  const scores = tf.mul(tf.matMul(grouped, keys, false, true), 1 / Math.sqrt(headSize)); // [B, Hkv, G T, T]
  const masked = tf.add(tf.reshape(scores, [rows, heads, length, length]), mask);
  const shares = tf.reshape(tf.softmax(masked), [rows, kvHeads, groupRows, length]);
  const mixed = tf.reshape(tf.matMul(shares, values), [rows, heads, length, headSize]);
  const merged = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [rows * length, heads * headSize]);
  return tf.matMul(merged, block.output, false, true);
}

/** Returns 0 where position t may look at position s <= t and a large negative number elsewhere: [T, T] */
function causalMask(length: number): tf.Tensor {
  const values = new Float32Array(length * length);
  for (let row = 0; row < length; row++) values.fill(-1e9, row * length + row + 1, (row + 1) * length);
  return tf.tensor2d(values, [length, length]);
}
