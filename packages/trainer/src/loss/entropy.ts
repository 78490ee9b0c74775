import { tf } from "@touchstone/engine";

/** Returns the entropy in nats of softmax(logits) of every row. logits [N, V] -> [N] */
export function tokenEntropy(logits: tf.Tensor): tf.Tensor {
  const logShares = tf.logSoftmax(logits);
  return tf.neg(tf.sum(tf.mul(tf.exp(logShares), logShares), -1));
}
