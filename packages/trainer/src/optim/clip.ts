import { tf } from "@touchstone/engine";

/** Returns the Euclidean norm of a gradient arena [P] as a scalar. */
export function globalNorm(gradients: tf.Tensor): tf.Tensor {
  return tf.sqrt(tf.sum(tf.square(gradients)));
}

/** Returns the factor, at most 1, that brings a gradient of this norm down to `clipNorm` (both scalars). */
export function clipFactor(norm: tf.Tensor, clipNorm: tf.Tensor): tf.Tensor {
  return tf.minimum(tf.scalar(1), tf.div(clipNorm, tf.add(norm, 1e-6)));
}
