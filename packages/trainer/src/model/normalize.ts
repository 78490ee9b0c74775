import { rmsNorm, tf } from "@touchstone/engine";
import type { ModelConfig } from "./model-config.ts";

/** Returns x / sqrt(mean(x^2) + epsilon) over the last axis; the gain is part of the next matrix. x [N, D] */
export function normalize(config: ModelConfig, x: tf.Tensor): tf.Tensor {
  return rmsNorm(x, tf.ones([config.hiddenSize]), config.normEpsilon);
}
