import { tf } from "@touchstone/engine";
import { attendStep, type StepPlace } from "./attention-step.ts";
import type { ModelConfig } from "./model-config.ts";
import { normalize } from "./normalize.ts";
import { feedForward, projectToLogits } from "./transformer.ts";
import type { ModelWeights } from "./weights.ts";

/**
 * Reads one more token per row. tokens int32 [B]; `prompt` holds the keys and values of the prompts and `fresh` those
 * of the tokens decoded so far, both by block and alternating; `fresh` is empty at the first step. Returns logits
 * [B, V] and the grown `fresh`.
 */
export function decodeStep(
  config: ModelConfig,
  weights: ModelWeights,
  tokens: tf.Tensor,
  past: { prompt: readonly tf.Tensor[]; fresh: readonly tf.Tensor[]; place: StepPlace },
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
    const attended = attendStep(config, block, normalize(config, hidden), cache, past.place);
    fresh.push(attended.newKeys, attended.newValues);
    hidden = tf.add(hidden, attended.output);
    hidden = tf.add(hidden, feedForward(block, normalize(config, hidden)));
  }
  return { logits: projectToLogits(config, weights, hidden), fresh };
}
