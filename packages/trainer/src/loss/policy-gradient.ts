import { tf } from "@touchstone/engine";
import { estimateKl, LOG_RATIO_BOUND } from "./kl.ts";

/** Inputs of the policy-gradient loss; N completion tokens. */
export interface PolicyGradientInputs {
  readonly logprobs: tf.Tensor; // [N], under the policy that is trained
  readonly samplerLogprobs: tf.Tensor; // [N], under the policy that sampled
  readonly refLogprobs: tf.Tensor; // [N]; ignored while beta is 0
  readonly advantages: tf.Tensor; // [N]
  readonly epsilonLow: tf.Tensor; // scalar
  readonly epsilonHigh: tf.Tensor; // scalar
  readonly beta: tf.Tensor; // scalar
}

/** Per-token results of the policy-gradient loss. */
export interface PolicyGradientTokens {
  readonly loss: tf.Tensor; // [N]
  readonly ratio: tf.Tensor; // [N], importance ratio
  readonly kl: tf.Tensor; // [N]
  readonly isClippedLow: tf.Tensor; // bool [N]
  readonly isClippedHigh: tf.Tensor; // bool [N]
}

/**
 * Returns the loss to minimise per token, -min(r A, clip(r, 1 - low, 1 + high) A) + beta k3, with importance ratio
 * r = exp(logprob - sampler logprob): PPO clipping (https://arxiv.org/abs/1707.06347) with separate bounds
 * (DAPO, https://arxiv.org/abs/2503.14476) and the reference penalty of GRPO (https://arxiv.org/abs/2402.03300).
 * A token counts as clipped when its gradient is cut off: ratio under the lower bound with a negative advantage, or
 * over the upper bound with a positive one.
 */
export function policyGradientTokens(inputs: PolicyGradientInputs): PolicyGradientTokens {
  const { logprobs, samplerLogprobs, refLogprobs, advantages, epsilonLow, epsilonHigh, beta } = inputs;
  const logRatio = tf.sub(logprobs, samplerLogprobs);
  const ratio = tf.exp(tf.clipByValue(logRatio, -LOG_RATIO_BOUND, LOG_RATIO_BOUND));
  const lowest = tf.sub(1, epsilonLow);
  const highest = tf.add(1, epsilonHigh);
  const clipped = tf.minimum(tf.maximum(ratio, lowest), highest);
  const objective = tf.minimum(tf.mul(ratio, advantages), tf.mul(clipped, advantages));
  const kl = estimateKl(logprobs, refLogprobs);
  return {
    loss: tf.sub(tf.mul(kl, beta), objective),
    ratio,
    kl,
    isClippedLow: tf.logicalAnd(tf.less(ratio, lowest), tf.less(advantages, 0)),
    isClippedHigh: tf.logicalAnd(tf.greater(ratio, highest), tf.greater(advantages, 0)),
  };
}
