import { tf } from "../tf.ts";
import { runCustomKernel } from "../tfjs-internals.ts";
import { isTracing } from "../trace/is-tracing.ts";

/**
 * Returns x / sqrt(mean(x^2) + epsilon) * gain over the last axis (https://arxiv.org/abs/1910.07467), with gradients
 * for x and gain.
 *
 * x [..., D], gain [D] -> [..., D].
 */
export function rmsNorm(x: tf.Tensor, gain: tf.Tensor, epsilon: number): tf.Tensor {
  const normalize = tf.customGrad((...args) => {
    const [input, weight, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const { value, inverseRms } = forward(input, weight, epsilon);
    save([input, weight, inverseRms]);
    return { value, gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backward(dy, saved) };
  });
  return normalize(x, gain);
}

function forward(
  x: tf.Tensor,
  gain: tf.Tensor,
  epsilon: number,
): { value: tf.Tensor; inverseRms: tf.Tensor } {
  if (isTracing()) {
    const [value, inverseRms] = runCustomKernel("RmsNorm", { x, gain }, { epsilon });
    return { value: value as tf.Tensor, inverseRms: inverseRms as tf.Tensor };
  }
  const inverseRms = tf.rsqrt(tf.add(tf.mean(tf.square(x), -1, true), epsilon));
  return { value: tf.mul(tf.mul(x, inverseRms), gain), inverseRms };
}

function backward(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] {
  const [x, gain, inverseRms] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
  const normalized = tf.mul(x, inverseRms);
  const scaled = tf.mul(dy, gain);
  const projection = tf.mean(tf.mul(scaled, normalized), -1, true);
  const dx = tf.mul(tf.sub(scaled, tf.mul(normalized, projection)), inverseRms);
  const rowAxes = x.shape.slice(0, -1).map((_, axis) => axis);
  return [dx, tf.sum(tf.mul(dy, normalized), rowAxes)];
}
