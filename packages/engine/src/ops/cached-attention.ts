import { EngineError } from "../errors.ts";
import { tf } from "../tf.ts";
import { runCustomKernel } from "../tfjs-internals.ts";
import { isTracing } from "../trace/is-tracing.ts";
import { rotateHalves } from "./rope.ts";

/** Inputs of one cached attention call. B rows, S new tokens per row, L tokens in the cache, hd head size. */
export interface CachedAttentionInputs {
  /** [B, S, heads * hd], not rotated */
  readonly query: tf.Tensor;
  /** [B, S, kvHeads * hd], not rotated */
  readonly key: tf.Tensor;
  /** [B, S, kvHeads * hd] */
  readonly value: tf.Tensor;
  /** [B, kvHeads, L, hd]; left out (or L = 0) for a prefill */
  readonly pastKey?: tf.Tensor | undefined;
  readonly pastValue?: tf.Tensor | undefined;
  /** int32 [B]: tokens of each row after this call, counting the new ones but not the padding */
  readonly lengths: tf.Tensor;
  /** int32 [1] or scalar: cache length after this call, that is S for a prefill and L + 1 for a step */
  readonly total: tf.Tensor;
  /** [maxPositions, hd/2], maxPositions >= total */
  readonly cos: tf.Tensor;
  readonly sin: tf.Tensor;
  readonly heads: number;
  readonly kvHeads: number;
}

/** What a cached attention call returns. */
export interface CachedAttentionOutputs {
  /** [B, S, heads * hd] */
  readonly output: tf.Tensor;
  /** [B, kvHeads, total, hd], rotated */
  readonly keys: tf.Tensor;
  /** [B, kvHeads, total, hd] */
  readonly values: tf.Tensor;
}

/**
 * Grouped-query attention with rotary embedding over a growing cache, for decoding only: it has no gradient.
 *
 * Two kinds of calls. A *prefill* has no past: token s of every row is at position s, attends to positions 0..s, and
 * shorter prompts are padded on the right (their outputs at padding are meaningless). A *step* has S = 1: the new
 * token of row b is written at position lengths[b] - 1 over whatever padding lies there and attends to positions
 * 0..lengths[b] - 1, so that ragged rows decode exactly as if each were alone. In both, `lengths` counts the tokens
 * of this call: prompt lengths for the prefill, prompt lengths + i + 1 for decoding step i.
 *
 * The keys and values returned go in as pastKey and pastValue of the next step; in a `loop` their growAxis is 2.
 */
export function cachedAttention(inputs: CachedAttentionInputs): CachedAttentionOutputs {
  const { query, heads, kvHeads } = inputs;
  const isEmpty = inputs.pastKey?.shape[2] === 0;
  const pastKey = isEmpty ? undefined : inputs.pastKey;
  const pastValue = isEmpty ? undefined : inputs.pastValue;
  const [, newTokens, width] = query.shape as [number, number, number];
  if (heads % kvHeads !== 0 || width % heads !== 0) {
    throw new EngineError(
      "INVALID_FUNCTION",
      `cachedAttention needs heads (${heads}) to be a multiple of kvHeads (${kvHeads}) and to divide the query width (${width}).`,
    );
  }
  if (pastKey !== undefined && newTokens !== 1) {
    throw new EngineError(
      "INVALID_FUNCTION",
      `cachedAttention takes one new token per row when there is a cache, not ${newTokens}; leave pastKey out for a prefill.`,
    );
  }
  const call = { ...inputs, pastKey, pastValue, total: tf.reshape(inputs.total, [1]) };
  return isTracing() ? attendTraced(call) : attendComposed(call);
}

function attendTraced(inputs: CachedAttentionInputs): CachedAttentionOutputs {
  const { query, key, value, pastKey, pastValue, lengths, total, cos, sin, heads, kvHeads } = inputs;
  const past = pastKey === undefined || pastValue === undefined ? {} : { pastKey, pastValue };
  const [output, keys, values] = runCustomKernel(
    "CachedAttention",
    { query, key, value, ...past, lengths, total, cos, sin },
    { heads, kvHeads },
  ) as [tf.Tensor, tf.Tensor, tf.Tensor];
  return { output, keys, values };
}

function attendComposed(inputs: CachedAttentionInputs): CachedAttentionOutputs {
  const { query, key, value, pastKey, pastValue, lengths, heads, kvHeads } = inputs;
  const [rows, newTokens, width] = query.shape as [number, number, number];
  const headSize = width / heads;
  const isPrefill = pastKey === undefined;
  const positions = isPrefill
    ? tf.tile(tf.reshape(tf.range(0, newTokens, 1, "int32"), [1, newTokens]), [rows, 1])
    : tf.reshape(tf.sub(lengths, tf.scalar(1, "int32")), [rows, 1]); // [B, S]
  const rotated = (x: tf.Tensor, count: number) =>
    rotateAt(splitHeads(x, count, headSize), positions, inputs);
  const newKeys = rotated(key, kvHeads);
  const newValues = splitHeads(value, kvHeads, headSize);
  const keys = isPrefill ? newKeys : writeAt(pastKey, newKeys, positions);
  const values = isPrefill ? newValues : writeAt(pastValue as tf.Tensor, newValues, positions);
  const output = attend(rotated(query, heads), keys, values, positions);
  return { output: tf.reshape(tf.transpose(output, [0, 2, 1, 3]), [rows, newTokens, width]), keys, values };
}

/** [B, S, heads * hd] -> [B, heads, S, hd] */
function splitHeads(x: tf.Tensor, heads: number, headSize: number): tf.Tensor {
  const [rows, tokens] = x.shape as [number, number, number];
  return tf.transpose(tf.reshape(x, [rows, tokens, heads, headSize]), [0, 2, 1, 3]);
}

function rotateAt(x: tf.Tensor, positions: tf.Tensor, tables: CachedAttentionInputs): tf.Tensor {
  const at = (table: tf.Tensor) => tf.expandDims(tf.gather(table, positions as tf.Tensor2D), 1); // [B, 1, S, hd/2]
  return rotateHalves(x, at(tables.cos), at(tables.sin));
}

/** Grows a cache by one place and writes the new entry of each row at the row's own position. */
function writeAt(past: tf.Tensor, entry: tf.Tensor, positions: tf.Tensor): tf.Tensor {
  const [rows, , length] = past.shape as [number, number, number, number];
  const grown = tf.concat([past, entry], 2);
  const places = tf.reshape(tf.range(0, length + 1, 1, "int32"), [1, 1, length + 1, 1]);
  const isNew = tf.equal(places, tf.reshape(positions, [rows, 1, 1, 1]));
  return tf.where(isNew, entry, grown);
}

/** query [B, H, S, hd], keys and values [B, Hkv, T, hd], positions [B, S] -> [B, H, S, hd] */
function attend(query: tf.Tensor, keys: tf.Tensor, values: tf.Tensor, positions: tf.Tensor): tf.Tensor {
  const [rows, heads, newTokens, headSize] = query.shape as [number, number, number, number];
  const [, kvHeads, length] = keys.shape as [number, number, number, number];
  const groupRows = (heads / kvHeads) * newTokens;
  const grouped = tf.reshape(query, [rows, kvHeads, groupRows, headSize]);
  const scores = tf.mul(tf.matMul(grouped, keys, false, true), 1 / Math.sqrt(headSize));
  const places = tf.reshape(tf.range(0, length, 1, "int32"), [1, 1, 1, length]);
  const hidden = tf.greater(places, tf.reshape(positions, [rows, 1, newTokens, 1]));
  const masked = tf.add(
    tf.reshape(scores, [rows, heads, newTokens, length]),
    tf.mul(tf.cast(hidden, "float32"), -1e9),
  );
  const weights = tf.reshape(tf.softmax(masked), [rows, kvHeads, groupRows, length]);
  return tf.reshape(tf.matMul(weights, values), [rows, heads, newTokens, headSize]);
}
