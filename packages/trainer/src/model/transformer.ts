import { swiglu, tf } from "@touchstone/engine";
import { attendFully } from "./attention.ts";
import type { ModelConfig } from "./model-config.ts";
import { normalize } from "./normalize.ts";
import type { Positions } from "./positions.ts";
import type { BlockWeights, ModelWeights } from "./weights.ts";

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
    const normed = normalize(config, hidden);
    hidden = tf.add(hidden, attendFully(config, block, normed, positions).output);
    hidden = tf.add(hidden, feedForward(block, normalize(config, hidden)));
  }
  return projectToLogits(config, weights, hidden);
}

/** hidden [N, D] -> logits [N, V] */
export function projectToLogits(config: ModelConfig, weights: ModelWeights, hidden: tf.Tensor): tf.Tensor {
  return tf.matMul(normalize(config, hidden), weights.head, false, true);
}

/** SwiGLU block: normed [N, D] -> [N, D] */
export function feedForward(block: BlockWeights, normed: tf.Tensor): tf.Tensor {
  const [gw, uw] = tf.split(block.gateUp, 2, 0) as [tf.Tensor, tf.Tensor];
  const gate = tf.matMul(normed, gw, false, true), up = tf.matMul(normed, uw, false, true);
  return tf.matMul(swiglu(gate, up), block.down, false, true);
}
