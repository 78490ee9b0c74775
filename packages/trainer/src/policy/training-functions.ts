import { type Tensors, tf, tokenLogprobs } from "@touchstone/engine";
import { tokenEntropy } from "../loss/entropy.ts";
import { policyGradientTokens } from "../loss/policy-gradient.ts";
import { joinArena, splitArena } from "../model/arena.ts";
import type { ModelConfig } from "../model/model-config.ts";
import { createPositions, type Positions, type RotaryTensors } from "../model/positions.ts";
import { computeLogits } from "../model/transformer.ts";
import { prepareWeights } from "../model/weights.ts";
import { STORE } from "./function-names.ts";

/** What a differentiated loss hands out besides its value. */
interface LossParts {
  readonly loss: tf.Tensor; // scalar
  /** Tensors needed after differentiation. */
  readonly kept: Readonly<Record<string, tf.Tensor>>;
}

/** sft: gradient of the weighted sum of negative log-probabilities, added to the gradients so far. */
export function sftGradients(config: ModelConfig, inputs: Tensors): Tensors {
  const targets = flatten(inputs, "targets");
  const mask = flatten(inputs, "mask");
  const { gradients, loss, kept } = differentiate(config, inputs, (logits) => {
    const logprobs = tokenLogprobs(logits, targets);
    return { loss: tf.neg(tf.sum(tf.mul(logprobs, flatten(inputs, "weights")))), kept: { logits } };
  });
  const logits = kept["logits"] as tf.Tensor;
  const isRight = tf.cast(tf.equal(tf.argMax(logits, -1), targets), "float32");
  const sums = tf.stack([loss, maskedSum(tokenEntropy(logits), mask), maskedSum(isRight, mask)]);
  tf.dispose(Object.values(kept));
  return { gradients, sums };
}

/** rlvr: gradient of the weighted sum of policy-gradient losses, added to the gradients so far. */
export function rlvrGradients(config: ModelConfig, inputs: Tensors): Tensors {
  const targets = flatten(inputs, "targets");
  const mask = flatten(inputs, "mask");
  const samplerLogprobs = flatten(inputs, "sampler_logprobs");
  const { gradients, loss, kept } = differentiate(config, inputs, (rawLogits) => {
    const logits = tf.div(rawLogits, inputs["temperature"] as tf.Tensor);
    const logprobs = tokenLogprobs(logits, targets);
    const tokens = policyGradientTokens({
      ...{ logprobs, samplerLogprobs, mask, refLogprobs: flatten(inputs, "ref_logprobs") },
      advantages: flatten(inputs, "advantages"),
      epsilonLow: inputs["epsilon_low"] as tf.Tensor,
      epsilonHigh: inputs["epsilon_high"] as tf.Tensor,
      beta: inputs["beta"] as tf.Tensor,
    });
    const { loss: losses, ...rest } = tokens;
    return { loss: tf.sum(tf.mul(losses, flatten(inputs, "weights"))), kept: { logits, logprobs, ...rest } };
  });
  const at = (name: string) => kept[name] as tf.Tensor;
  const drift = tf.mul(tf.abs(tf.sub(at("logprobs"), samplerLogprobs)), mask);
  const count = (name: string) => maskedSum(tf.cast(at(name), "float32"), mask);
  const entropy = maskedSum(tokenEntropy(at("logits")), mask);
  const kl = maskedSum(at("kl"), mask);
  const sums = tf.stack([loss, entropy, kl, count("isClippedLow"), count("isClippedHigh"), tf.sum(drift)]);
  const maxima = tf.stack([tf.max(tf.mul(at("ratio"), mask)), tf.max(drift)]);
  tf.dispose(Object.values(kept));
  return { gradients, sums, maxima };
}

/** Log-probability of every target at a temperature: [B, T]. */
export function sequenceLogprobs(config: ModelConfig, inputs: Tensors): Tensors {
  const weights = prepareWeights(config, splitArena(config, inputs[STORE.parameters] as tf.Tensor));
  const tokens = inputs["tokens"] as tf.Tensor;
  const logits = computeLogits(config, weights, tokens, positionsOf(config, inputs));
  const scaled = tf.div(logits, inputs["temperature"] as tf.Tensor);
  return { logprobs: tf.reshape(tokenLogprobs(scaled, flatten(inputs, "targets")), tokens.shape) };
}

/** Returns the rotary tables among the inputs of a function. */
export function rotaryOf(inputs: Tensors): RotaryTensors {
  return { cos: inputs[STORE.rotaryCos] as tf.Tensor, sin: inputs[STORE.rotarySin] as tf.Tensor };
}

function positionsOf(config: ModelConfig, inputs: Tensors): Positions {
  return createPositions(config, (inputs["tokens"] as tf.Tensor).shape[1] as number, rotaryOf(inputs));
}

/** Runs the model and a loss on its logits, and returns the sum of old gradients times `carry` and new ones. */
function differentiate(
  config: ModelConfig,
  inputs: Tensors,
  lossOf: (logits: tf.Tensor) => LossParts,
): { gradients: tf.Tensor; loss: tf.Tensor; kept: Readonly<Record<string, tf.Tensor>> } {
  let kept: Readonly<Record<string, tf.Tensor>> = {};
  const parts = splitArena(config, inputs[STORE.parameters] as tf.Tensor);
  const positions = positionsOf(config, inputs);
  const { value: loss, grads } = tf.valueAndGrads((...weights: tf.Tensor[]) => {
    const tokens = inputs["tokens"] as tf.Tensor;
    const result = lossOf(computeLogits(config, prepareWeights(config, weights), tokens, positions));
    // Kept, because differentiation disposes whatever its function made.
    kept = result.kept;
    for (const tensor of Object.values(kept)) tf.keep(tensor);
    return result.loss as tf.Scalar;
  })(parts);
  const carried = tf.mul(inputs[STORE.gradients] as tf.Tensor, inputs["carry"] as tf.Tensor);
  return { gradients: tf.add(carried, joinArena(grads)), loss, kept };
}

function maskedSum(values: tf.Tensor, mask: tf.Tensor): tf.Tensor {
  return tf.sum(tf.mul(values, mask));
}

/** [B, T] input -> [B * T] */
function flatten(inputs: Tensors, name: string): tf.Tensor {
  return tf.reshape(inputs[name] as tf.Tensor, [-1]);
}
