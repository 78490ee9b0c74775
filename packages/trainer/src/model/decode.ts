import { cachedAttention, rmsNorm, tf } from "@touchstone/engine";
import type { BlockWeights, ModelWeights } from "./arena.ts";
import { headSizeOf, type ModelConfig } from "./model-config.ts";
import { feedForward, projectToLogits, type RotaryTensors } from "./transformer.ts";

/** Keys and values of all blocks, alternating: key of block 0, value of block 0, key of block 1, and so on. */
export type KeyValueCache = tf.Tensor[]; // each [B, kvHeads, L, hd]

/** What decoding returns: the logits of the newest token of each row, and the grown cache. */
export interface DecodeResult {
  readonly logits: tf.Tensor; // [B, V]
  readonly cache: KeyValueCache;
}

/**
 * Reads whole prompts and returns the logits after the last token of each.
 *
 * tokens int32 [B, P], shorter prompts padded on the right; lengths int32 [B]; lastPlaces int32 [B] =
 * row * P + length - 1, where the last token of each row stands in the flattened batch.
 */
export function prefill(
  config: ModelConfig,
  weights: ModelWeights,
  tokens: tf.Tensor,
  place: { lengths: tf.Tensor; lastPlaces: tf.Tensor; rotary: RotaryTensors },
): DecodeResult {
  const total = tf.tensor1d([tokens.shape[1] as number], "int32");
  const { lengths, lastPlaces, rotary } = place;
  const decoded = decode(config, weights, tokens, { lengths, total, rotary, cache: undefined });
  // What attention returns at padding is unspecified; a gather leaves it behind whatever it is.
  const last = tf.gather(decoded.hidden, lastPlaces as tf.Tensor1D); // [B, D]
  return { logits: projectToLogits(config, weights, last), cache: decoded.cache };
}

/**
 * Reads one more token per row. tokens int32 [B]; lengths int32 [B] and total int32 [1] count this token;
 * the cache holds total - 1 places.
 */
export function decodeStep(
  config: ModelConfig,
  weights: ModelWeights,
  tokens: tf.Tensor,
  place: { lengths: tf.Tensor; total: tf.Tensor; rotary: RotaryTensors; cache: KeyValueCache },
): DecodeResult {
  const rows = tokens.shape[0] as number;
  const decoded = decode(config, weights, tf.reshape(tokens, [rows, 1]), place);
  return { logits: projectToLogits(config, weights, decoded.hidden), cache: decoded.cache };
}

interface Place {
  readonly lengths: tf.Tensor;
  readonly total: tf.Tensor;
  readonly rotary: RotaryTensors;
  readonly cache: KeyValueCache | undefined;
}

function decode(
  config: ModelConfig,
  weights: ModelWeights,
  tokens: tf.Tensor,
  place: Place,
): { hidden: tf.Tensor; cache: KeyValueCache } {
  const [rows, length] = tokens.shape as [number, number];
  const cache: KeyValueCache = [];
  let hidden = tf.gather(weights.embedding, tf.reshape(tokens, [rows * length]) as tf.Tensor1D); // [B * S, D]
  for (const [layer, block] of weights.blocks.entries()) {
    const normed = rmsNorm(hidden, block.attentionGain, config.normEpsilon);
    const attended = attendCached(
      config,
      block,
      tf.reshape(normed, [rows, length, config.hiddenSize]),
      place,
      layer,
    );
    cache.push(attended.keys, attended.values);
    hidden = tf.add(hidden, attended.output);
    hidden = tf.add(hidden, feedForward(block, rmsNorm(hidden, block.feedForwardGain, config.normEpsilon)));
  }
  return { hidden, cache };
}

function attendCached(
  config: ModelConfig,
  block: BlockWeights,
  normed: tf.Tensor,
  place: Place,
  layer: number,
): { output: tf.Tensor; keys: tf.Tensor; values: tf.Tensor } {
  const { heads, kvHeads } = config;
  const headSize = headSizeOf(config);
  const [rows, length] = normed.shape as [number, number, number];
  const flat = tf.matMul(tf.reshape(normed, [rows * length, config.hiddenSize]), block.qkv, false, true);
  const projected = tf.reshape(flat, [rows, length, (heads + 2 * kvHeads) * headSize]);
  const widths = [heads * headSize, kvHeads * headSize, kvHeads * headSize];
  const [query, key, value] = tf.split(projected, widths, 2) as [tf.Tensor, tf.Tensor, tf.Tensor];
  const { lengths, total, rotary, cache } = place;
  const result = cachedAttention({
    ...{ query, key, value, lengths, total, heads, kvHeads },
    ...{ pastKey: cache?.[2 * layer], pastValue: cache?.[2 * layer + 1], cos: rotary.cos, sin: rotary.sin },
  });
  const merged = tf.reshape(result.output, [rows * length, heads * headSize]);
  return { output: tf.matMul(merged, block.output, false, true), keys: result.keys, values: result.values };
}
