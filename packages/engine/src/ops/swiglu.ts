import { tf } from "../tf.ts";

/**
 * Returns silu(gate) * up (https://arxiv.org/abs/2002.05202), with gradients that reuse the forward's sigmoid.
 *
 * gate and up of one shape -> that shape.
 */
export function swiglu(gate: tf.Tensor, up: tf.Tensor): tf.Tensor {
  const activate = tf.customGrad((...args) => {
    const [gateInput, upInput, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const sigmoid = tf.sigmoid(gateInput);
    const silu = tf.mul(gateInput, sigmoid);
    save([upInput, sigmoid, silu]);
    return {
      value: tf.mul(silu, upInput),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backward(dy, saved),
    };
  });
  return activate(gate, up);
}

function backward(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] {
  const [up, sigmoid, silu] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
  // d silu / d gate = sigmoid + silu * (1 - sigmoid)
  const slope = tf.add(sigmoid, tf.mul(silu, tf.sub(1, sigmoid)));
  return [tf.mul(tf.mul(dy, up), slope), tf.mul(dy, silu)];
}
