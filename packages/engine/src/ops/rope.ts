import { tf } from "../tf.ts";
import { runCustomKernel } from "../tfjs-internals.ts";
import { isTracing } from "../trace/is-tracing.ts";

/**
 * Returns x with rotary position embedding (https://arxiv.org/abs/2104.09864) in the half-split layout of Llama and
 * Qwen: coordinate i turns with coordinate i + hd/2. Has a gradient for x (the rotation by the opposite angle).
 *
 * x [B, H, T, hd], cos and sin [T, hd/2] -> [B, H, T, hd]; row t of the tables belongs to position t.
 */
export function rope(x: tf.Tensor, cos: tf.Tensor, sin: tf.Tensor): tf.Tensor {
  const rotateWithGradient = tf.customGrad((...args) => {
    const [input, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
    // Tensors made in the forward pass live until the gradient only when they are saved.
    save([cos, sin]);
    return {
      value: rotate(input, cos, sin),
      gradFunc: (dy: tf.Tensor, [cosines, sines]: tf.Tensor[]) =>
        rotate(dy, cosines as tf.Tensor, tf.neg(sines as tf.Tensor)),
    };
  });
  return rotateWithGradient(x);
}

function rotate(x: tf.Tensor, cos: tf.Tensor, sin: tf.Tensor): tf.Tensor {
  if (isTracing()) return runCustomKernel("Rotary", { x, cos, sin })[0] as tf.Tensor;
  return rotateHalves(x, cos, sin);
}

/** Returns the rotation composed from plain ops; cos and sin may have any shape that broadcasts to [B, H, T, hd/2]. */
export function rotateHalves(x: tf.Tensor, cos: tf.Tensor, sin: tf.Tensor): tf.Tensor {
  const [first, second] = tf.split(x, 2, -1) as [tf.Tensor, tf.Tensor];
  return tf.concat(
    [tf.sub(tf.mul(first, cos), tf.mul(second, sin)), tf.add(tf.mul(second, cos), tf.mul(first, sin))],
    -1,
  );
}
