import { tf } from "@touchstone/engine";
import { clipFactor, globalNorm } from "./clip.ts";

/** Parameters and moments as arenas [P]. */
export interface AdamwState {
  readonly parameters: tf.Tensor;
  readonly firstMoments: tf.Tensor;
  readonly secondMoments: tf.Tensor;
}

/** Settings as scalars, fed at run time so that changing one never compiles anything anew. */
export interface AdamwScalars {
  readonly learningRate: tf.Tensor;
  readonly beta1: tf.Tensor;
  readonly beta2: tf.Tensor;
  readonly epsilon: tf.Tensor;
  readonly weightDecay: tf.Tensor;
  readonly clipNorm: tf.Tensor;
  /** 1 - beta1^t and 1 - beta2^t for step t = 1, 2, ... */
  readonly biasCorrection1: tf.Tensor;
  readonly biasCorrection2: tf.Tensor;
}

/**
 * Returns the state after one AdamW step (https://arxiv.org/abs/1711.05101) and the gradient norm before clipping.
 *
 * Decay applies to the leading `matrixElements` of the arena, the matrices. When the gradient norm is not finite the
 * state is returned as it was, bit by bit.
 */
export function adamwStep(
  state: AdamwState,
  gradients: tf.Tensor,
  scalars: AdamwScalars,
  matrixElements: number,
): AdamwState & { readonly gradNorm: tf.Tensor } {
  const { beta1, beta2, learningRate } = scalars;
  const gradNorm = globalNorm(gradients);
  const clipped = tf.mul(gradients, clipFactor(gradNorm, scalars.clipNorm));
  const firstMoments = tf.add(tf.mul(state.firstMoments, beta1), tf.mul(clipped, tf.sub(1, beta1)));
  const secondMoments = tf.add(
    tf.mul(state.secondMoments, beta2),
    tf.mul(tf.square(clipped), tf.sub(1, beta2)),
  );
  const rate = tf.div(learningRate, scalars.biasCorrection1);
  const deviation = tf.sqrt(tf.div(secondMoments, scalars.biasCorrection2));
  const update = tf.mul(tf.div(firstMoments, tf.add(deviation, scalars.epsilon)), rate);
  const decayed = decay(state.parameters, tf.mul(learningRate, scalars.weightDecay), matrixElements);
  const isUsable = tf.less(gradNorm, tf.scalar(3e38)); // false for infinity and for NaN
  return {
    parameters: tf.where(isUsable, tf.sub(decayed, update), state.parameters),
    firstMoments: tf.where(isUsable, firstMoments, state.firstMoments),
    secondMoments: tf.where(isUsable, secondMoments, state.secondMoments),
    gradNorm,
  };
}

function decay(parameters: tf.Tensor, strength: tf.Tensor, matrixElements: number): tf.Tensor {
  const size = parameters.shape[0] as number;
  const [matrices, gains] = tf.split(parameters as tf.Tensor1D, [matrixElements, size - matrixElements], 0);
  return tf.concat([tf.mul(matrices as tf.Tensor1D, tf.sub(1, strength)), gains as tf.Tensor1D], 0);
}
