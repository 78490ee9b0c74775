import { tf } from "@touchstone/engine";
import { attendFully, attendStep, type StepPositions } from "./attention.ts";
import type { ModelConfig } from "./model-config.ts";
import { normalize } from "./normalize.ts";
import { createPositions, MASKED, type RotaryTensors } from "./positions.ts";
import { feedForward, projectToLogits } from "./transformer.ts";
import type { ModelWeights } from "./weights.ts";

/** Prompts as the model has read them. */
export interface Prefill {
  /** After the last token of each prompt: [B, V] */
  readonly logits: tf.Tensor;
  /** Keys and values by block, alternating: [B, kvHeads, P, hd] each. */
  readonly cache: readonly tf.Tensor[];
}

/**
 * Reads whole prompts. tokens int32 [B, P], shorter prompts padded on the right; lastPlaces int32 [B] =
 * row * P + length - 1, where the last token of each row stands in the flattened batch.
 */
export function prefill(
  config: ModelConfig,
  weights: ModelWeights,
  tokens: tf.Tensor,
  place: { lastPlaces: tf.Tensor; rotary: RotaryTensors },
): Prefill {
  const [rows, length] = tokens.shape as [number, number];
  const positions = createPositions(config, length, place.rotary);
  const cache: tf.Tensor[] = [];
  let hidden = tf.gather(weights.embedding, tf.reshape(tokens, [rows * length]) as tf.Tensor1D); // [B * P, D]
  for (const block of weights.blocks) {
    const attended = attendFully(config, block, normalize(config, hidden), positions);
    cache.push(attended.keys, attended.values);
    hidden = tf.add(hidden, attended.output);
    hidden = tf.add(hidden, feedForward(block, normalize(config, hidden)));
  }
  const last = tf.gather(hidden, place.lastPlaces as tf.Tensor1D); // [B, D]
  return { logits: projectToLogits(config, weights, last), cache };
}

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
