import { swiglu, tf } from "@touchstone/engine";
import { attendFully } from "./attention.ts";
import type { ModelConfig } from "./model-config.ts";
import { normalize } from "./normalize.ts";
import type { Positions } from "./positions.ts";
import type { BlockWeights, ModelWeights } from "./weights.ts";

/** Sequences as the model has read them. */
export interface ReadSequences {
  /** At the selected positions: [M, V] */
  readonly logits: tf.Tensor;
  /** Keys and values by block, alternating: [B, kvHeads, T, hd] each. */
  readonly cache: readonly tf.Tensor[];
}

/**
 * Runs the model over whole sequences and returns the logits at the positions that `select` picks out of the rows of
 * an activation [B * T, ...], in a form that has gradients for all weights. What the last block does after attention
 * is computed at those positions only.
 *
 * Sequences shorter than T are padded on the right: causal attention keeps padding out of every valid position.
 * tokens int32 [B, T]
 */
export function readSequences(
  config: ModelConfig,
  weights: ModelWeights,
  tokens: tf.Tensor,
  positions: Positions,
  select: (rows: tf.Tensor) => tf.Tensor,
): ReadSequences {
  const [rows, length] = tokens.shape as [number, number];
  const cache: tf.Tensor[] = [];
  let hidden = tf.gather(weights.embedding, tf.reshape(tokens, [rows * length]) as tf.Tensor1D); // [B * T, D]
  for (const [index, block] of weights.blocks.entries()) {
    const pick = index + 1 === weights.blocks.length ? select : (all: tf.Tensor) => all;
    const attended = attendFully(config, block, normalize(config, hidden), positions);
    cache.push(attended.keys, attended.values);
    hidden = tf.add(pick(hidden), tf.matMul(pick(attended.mixed), block.output, false, true));
    hidden = tf.add(hidden, feedForward(block, normalize(config, hidden)));
  }
  return { logits: projectToLogits(config, weights, hidden), cache };
}

/** hidden [N, D] -> logits [N, V] */
export function projectToLogits(config: ModelConfig, weights: ModelWeights, hidden: tf.Tensor): tf.Tensor {
  return tf.matMul(normalize(config, hidden), weights.head, false, true);
}

/** SwiGLU block: normed [N, D] -> [N, D] */
export function feedForward(block: BlockWeights, normed: tf.Tensor): tf.Tensor {
  const gate = tf.matMul(normed, block.gate, false, true);
  const up = tf.matMul(normed, block.up, false, true);
  return tf.matMul(swiglu(gate, up), block.down, false, true);
}
