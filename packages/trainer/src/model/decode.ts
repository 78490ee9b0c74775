import { tf } from "@touchstone/engine";
import { attendStep, type StepPositions } from "./attention.ts";
import type { ModelConfig } from "./model-config.ts";
import { normalize } from "./normalize.ts";
import { MASKED, type RotaryTensors } from "./positions.ts";
import { feedForward, projectToLogits } from "./transformer.ts";
import type { ModelWeights } from "./weights.ts";

/** Returns which places of right-padded prompts count: lengths int32 [B] -> [B, 1, 1, P]. */
export function createPromptMask(lengths: tf.Tensor, promptLength: number): tf.Tensor {
  const rows = lengths.shape[0] as number;
  const places = tf.reshape(tf.range(0, promptLength, 1, "int32"), [1, 1, 1, promptLength]);
  const isPadding = tf.greaterEqual(places, tf.reshape(lengths, [rows, 1, 1, 1]));
  return tf.mul(tf.cast(isPadding, "float32"), MASKED);
}

/** Returns the angles of one new token per row at its position: positions int32 [B]. */
export function createStepAngles(
  rotary: RotaryTensors,
  positions: tf.Tensor,
): Pick<StepPositions, "cos" | "sin"> {
  const cos = tf.expandDims(tf.gather(rotary.cos, positions as tf.Tensor1D), 1); // [B, 1, hd/2]
  const sin = tf.expandDims(tf.gather(rotary.sin, positions as tf.Tensor1D), 1);
  return { cos: tf.concat([cos, cos], 2), sin: tf.concat([tf.neg(sin), sin], 2) };
}

/**
 * Reads one more token per row. tokens int32 [B]; `fresh` holds the keys and values of the tokens decoded so far, by
 * block and alternating like the prompt's, and is empty at the first step. Returns logits [B, V] and the grown `fresh`.
 */
export function decodeStep(
  config: ModelConfig,
  weights: ModelWeights,
  tokens: tf.Tensor,
  past: { prompt: readonly tf.Tensor[]; fresh: readonly tf.Tensor[]; positions: StepPositions },
): { logits: tf.Tensor; fresh: tf.Tensor[] } {
  const fresh: tf.Tensor[] = [];
  let hidden = tf.gather(weights.embedding, tokens as tf.Tensor1D); // [B, D]
  for (const [index, block] of weights.blocks.entries()) {
    const cache = {
      promptKeys: past.prompt[2 * index] as tf.Tensor,
      promptValues: past.prompt[2 * index + 1] as tf.Tensor,
      newKeys: past.fresh[2 * index],
      newValues: past.fresh[2 * index + 1],
    };
    const normed = normalize(config, hidden);
    const attended = attendStep(config, block, normed, cache, past.positions);
    fresh.push(attended.newKeys, attended.newValues);
    hidden = tf.add(hidden, attended.output);
    hidden = tf.add(hidden, feedForward(block, normalize(config, hidden)));
  }
  return { logits: projectToLogits(config, weights, hidden), fresh };
}
