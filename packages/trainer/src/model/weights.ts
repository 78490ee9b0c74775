import { tf } from "@touchstone/engine";
import { headSizeOf, type ModelConfig } from "./model-config.ts";

/** Weights of one block, ready for computing; D width, F feed-forward width, hd head size. */
export interface BlockWeights {
  readonly qkv: tf.Tensor; // [(heads + 2 kvHeads) * hd, D]
  readonly output: tf.Tensor; // [D, heads * hd]
  readonly gate: tf.Tensor; // [F, D]
  readonly up: tf.Tensor; // [F, D]
  readonly down: tf.Tensor; // [D, F]
}

/** Weights of the model, ready for computing. */
export interface ModelWeights {
  readonly embedding: tf.Tensor; // [V, D]
  readonly head: tf.Tensor; // [V, D]
  readonly blocks: readonly BlockWeights[];
}

/**
 * Returns the weights that the tensors of an arena stand for (`computeShapes`), with gradients.
 *
 * The gain of each norm is multiplied into the matrix that reads the norm, and 1 / sqrt(hd) into the query
 * projection: the function is the same, but these products run over weights instead of over activations, forward and
 * backward.
 */
export function prepareWeights(config: ModelConfig, parts: readonly tf.Tensor[]): ModelWeights {
  const at = (index: number) => parts[index] as tf.Tensor;
  const first = config.tieEmbeddings ? 1 : 2;
  const gains = first + 5 * config.layers;
  const scales = queryScales(config);
  const blocks = Array.from({ length: config.layers }, (_, layer) => {
    const [qkv, output, gate, up, down] = parts.slice(first + 5 * layer) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    const feedForwardGain = at(gains + 2 * layer + 1);
    return {
      qkv: tf.mul(tf.mul(qkv, scales), at(gains + 2 * layer)),
      output,
      gate: tf.mul(gate, feedForwardGain),
      up: tf.mul(up, feedForwardGain),
      down,
    };
  });
  return { embedding: at(0), head: tf.mul(at(first - 1), at(gains + 2 * config.layers)), blocks };
}

/** 1 / sqrt(hd) for the rows that make queries and 1 for keys and values: [(heads + 2 kvHeads) * hd, 1] */
function queryScales(config: ModelConfig): tf.Tensor {
  const { heads, kvHeads } = config;
  const headSize = headSizeOf(config);
  const scales = new Float32Array((heads + 2 * kvHeads) * headSize).fill(1);
  return tf.tensor2d(scales.fill(1 / Math.sqrt(headSize), 0, heads * headSize), [scales.length, 1]);
}
