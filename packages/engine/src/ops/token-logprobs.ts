import { tf } from "../tf.ts";

/**
 * Returns log softmax(logits)[target] of every row. Its gradient with respect to the logits is
 * onehot(target) - softmax, computed from the logits without a second kept [N, V] tensor.
 *
 * logits [N, V], targets int32 [N] with values in 0..V-1 -> [N].
 */
export function tokenLogprobs(logits: tf.Tensor, targets: tf.Tensor): tf.Tensor {
  const vocabulary = logits.shape[1] as number;
  const pick = tf.customGrad((...args) => {
    const [input, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
    const logNormalizer = tf.logSumExp(input, 1, true); // [N, 1]
    const targetLogit = tf.gather(input, tf.expandDims(targets, 1) as tf.Tensor2D, 1, 1); // [N, 1]
    save([input, logNormalizer, targets]);
    return {
      value: tf.squeeze(tf.sub(targetLogit, logNormalizer), [1]),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [rows, normalizer, columns] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
        const isTarget = tf.cast(tf.oneHot(columns as tf.Tensor1D, vocabulary), "float32");
        return tf.mul(tf.expandDims(dy, 1), tf.sub(isTarget, tf.exp(tf.sub(rows, normalizer))));
      },
    };
  });
  return pick(logits);
}
