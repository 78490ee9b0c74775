import { tf } from "@touchstone/engine";

/**
 * Returns softmax(queries keys^T + mask) values, with gradients for queries, keys and values; queries come already
 * divided by the square root of the head size.
 *
 * The backward pass takes the row sums of the softmax gradient from output and its gradient, sum(dO * O), instead of
 * from the T x T shares (as in https://arxiv.org/abs/2205.14135), which saves passes over the largest tensors.
 *
 * queries [B, Hkv, G T, hd] (G query heads share a key head), keys and values [B, Hkv, T, hd], mask [T, T]
 * -> [B, Hkv, G T, hd]
 */
export function causalAttention(
  queries: tf.Tensor,
  keys: tf.Tensor,
  values: tf.Tensor,
  mask: tf.Tensor,
): tf.Tensor {
  const attend = tf.customGrad((...args) => {
    const [q, k, v, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const shares = maskedSoftmax(tf.matMul(q, k, false, true), mask);
    const output = tf.matMul(shares, v);
    save([q, k, v, shares, output]);
    return { value: output, gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backward(dy, saved) };
  });
  return attend(queries, keys, values);
}

/** scores [B, Hkv, G T, T] */
function maskedSoftmax(scores: tf.Tensor, mask: tf.Tensor): tf.Tensor {
  const [rows, kvHeads, groupRows, length] = scores.shape as [number, number, number, number];
  const byQueryHead = tf.reshape(scores, [rows, (kvHeads * groupRows) / length, length, length]);
  return tf.reshape(tf.softmax(tf.add(byQueryHead, mask)), scores.shape);
}

function backward(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] {
  const [q, k, v, shares, output] = saved as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
  const dShares = tf.matMul(dy, v, false, true);
  const rowSums = tf.sum(tf.mul(dy, output), -1, true);
  const dScores = tf.mul(shares, tf.sub(dShares, rowSums));
  return [tf.matMul(dScores, k), tf.matMul(dScores, q, true, false), tf.matMul(shares, dy, true, false)];
}
