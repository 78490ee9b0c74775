import { tf } from "@touchstone/engine";
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

/** Added to a score that must not count. */
export const MASKED = -1e9;

/**
 * Returns the rotary angles and the causal mask of positions 0..T-1. Make them outside of a function that is
 * differentiated: the backward pass reads them after everything made inside is gone.
 */
export function createPositions(config: ModelConfig, length: number, rotary: RotaryTensors): Positions {
  const half = headSizeOf(config) / 2;
  const places = tf.range(0, length, 1, "int32");
  const isLater = tf.greater(tf.reshape(places, [1, length]), tf.reshape(places, [length, 1]));
  return {
    cos: tf.slice(rotary.cos, [0, 0], [length, half]),
    sin: tf.slice(rotary.sin, [0, 0], [length, half]),
    mask: tf.mul(tf.cast(isLater, "float32"), MASKED),
  };
}
