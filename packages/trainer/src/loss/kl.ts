import { tf } from "@touchstone/engine";

/** Log-ratios are held within this bound before they are exponentiated, so that no token overflows float32. */
export const LOG_RATIO_BOUND = 20;

/**
 * Returns the k3 estimate of KL(policy || reference) per token: e^d - d - 1 with d = log reference - log policy
 * (http://joschu.net/blog/kl-approx.html). Never negative; 0 where both agree.
 *
 * logprobs and refLogprobs [N] -> [N]
 */
export function estimateKl(logprobs: tf.Tensor, refLogprobs: tf.Tensor): tf.Tensor {
  const difference = tf.clipByValue(tf.sub(refLogprobs, logprobs), -LOG_RATIO_BOUND, LOG_RATIO_BOUND);
  return tf.sub(tf.sub(tf.exp(difference), difference), 1);
}
