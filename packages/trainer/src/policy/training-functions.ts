import { type Tensors, tf, tokenLogprobs } from "@touchstone/engine";
import { tokenEntropy } from "../loss/entropy.ts";
import { policyGradientTokens } from "../loss/policy-gradient.ts";
import { joinArena, splitArena } from "../model/arena.ts";
import type { ModelConfig } from "../model/model-config.ts";
import { createPositions, type Positions, type RotaryTensors } from "../model/positions.ts";
import { selectRows } from "../model/select-rows.ts";
import { readSequences } from "../model/transformer.ts";
import { type ModelWeights, prepareWeights } from "../model/weights.ts";
import { STORE } from "./function-names.ts";

/** What a differentiated loss hands out besides its value. */
interface LossParts {
  readonly loss: tf.Tensor; // scalar
  /** Tensors needed after differentiation. */
  readonly kept: Readonly<Record<string, tf.Tensor>>;
}

/** sft: gradient of the weighted sum of negative log-probabilities, added to the gradients so far. */
export function sftGradients(config: ModelConfig, inputs: Tensors): Tensors {
  const at = (name: string) => inputs[name] as tf.Tensor;
  const { gradients, loss, kept } = differentiate(config, inputs, (logits) => {
    const logprobs = tokenLogprobs(logits, at("targets"));
    return { loss: tf.neg(tf.sum(tf.mul(logprobs, at("weights")))), kept: { logits } };
  });
  const logits = kept["logits"] as tf.Tensor;
  const isRight = tf.cast(tf.equal(tf.argMax(logits, -1), at("targets")), "float32");
  const sums = tf.stack([loss, tf.sum(tokenEntropy(logits)), tf.sum(isRight)]);
  tf.dispose(Object.values(kept));
  return { gradients, sums };
}

/** rlvr: gradient of the weighted sum of policy-gradient losses, added to the gradients so far. */
export function rlvrGradients(config: ModelConfig, inputs: Tensors): Tensors {
  const at = (name: string) => inputs[name] as tf.Tensor;
  const samplerLogprobs = at("sampler_logprobs");
  const { gradients, loss, kept } = differentiate(config, inputs, (rawLogits) => {
    const logits = tf.div(rawLogits, at("temperature"));
    const logprobs = tokenLogprobs(logits, at("targets"));
    const { loss: losses, ...rest } = policyGradientTokens({
      ...{ logprobs, samplerLogprobs, refLogprobs: at("ref_logprobs"), advantages: at("advantages") },
      ...{ epsilonLow: at("epsilon_low"), epsilonHigh: at("epsilon_high"), beta: at("beta") },
    });
    return { loss: tf.sum(tf.mul(losses, at("weights"))), kept: { logits, logprobs, ...rest } };
  });
  const { logits, logprobs, ratio, kl, isClippedLow, isClippedHigh } = kept as Record<string, tf.Tensor>;
  const drift = tf.abs(tf.sub(logprobs as tf.Tensor, samplerLogprobs));
  const count = (flags: tf.Tensor | undefined) => tf.sum(tf.cast(flags as tf.Tensor, "float32"));
  const entropy = tf.sum(tokenEntropy(logits as tf.Tensor));
  const totalKl = tf.sum(kl as tf.Tensor);
  const sums = tf.stack([loss, entropy, totalKl, count(isClippedLow), count(isClippedHigh), tf.sum(drift)]);
  const maxima = tf.stack([tf.max(ratio as tf.Tensor), tf.max(drift)]);
  tf.dispose(Object.values(kept));
  return { gradients, sums, maxima };
}

/** Log-probability of every target at a temperature: [M]. */
export function sequenceLogprobs(config: ModelConfig, inputs: Tensors): Tensors {
  const weights = prepareWeights(config, splitArena(config, inputs[STORE.parameters] as tf.Tensor));
  const logits = logitsOf(config, weights, inputs, positionsOf(config, inputs));
  const scaled = tf.div(logits, inputs["temperature"] as tf.Tensor);
  return { logprobs: tokenLogprobs(scaled, inputs["targets"] as tf.Tensor) };
}

/** Returns the rotary tables among the inputs of a function. */
export function rotaryOf(inputs: Tensors): RotaryTensors {
  return { cos: inputs[STORE.rotaryCos] as tf.Tensor, sin: inputs[STORE.rotarySin] as tf.Tensor };
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
  const { value: loss, grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) => {
    const result = lossOf(logitsOf(config, prepareWeights(config, tensors), inputs, positions));
    // Kept, because differentiation disposes whatever its function made.
    kept = result.kept;
    for (const tensor of Object.values(kept)) tf.keep(tensor);
    return result.loss as tf.Scalar;
  })(parts);
  const carried = tf.mul(inputs[STORE.gradients] as tf.Tensor, inputs["carry"] as tf.Tensor);
  return { gradients: tf.add(carried, joinArena(grads)), loss, kept };
}

/** Logits at the positions that predict completion tokens: [M, V] */
function logitsOf(
  config: ModelConfig,
  weights: ModelWeights,
  inputs: Tensors,
  positions: Positions,
): tf.Tensor {
  const { tokens, picked, places } = inputs as { tokens: tf.Tensor; picked: tf.Tensor; places: tf.Tensor };
  const flatPlaces = tf.reshape(places, [-1]);
  return readSequences(config, weights, tokens, positions, (x) => selectRows(x, picked, flatPlaces)).logits;
}

function positionsOf(config: ModelConfig, inputs: Tensors): Positions {
  return createPositions(config, (inputs["tokens"] as tf.Tensor).shape[1] as number, rotaryOf(inputs));
}
