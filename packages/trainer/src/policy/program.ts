import type { FunctionSpec, Program, TensorSpec, Tensors, tf } from "@touchstone/engine";
import { countMatrixElements } from "../model/arena.ts";
import type { ModelConfig } from "../model/model-config.ts";
import { countParameters } from "../model/parameters.ts";
import { createRotaryTables } from "../model/rotary-tables.ts";
import { adamwStep } from "../optim/adamw.ts";
import { functionName, STORE } from "./function-names.ts";
import { bucketStep, listBuckets } from "./length-buckets.ts";
import { rollOut } from "./rollout-function.ts";
import { rlvrGradients, sequenceLogprobs, sftGradients } from "./training-functions.ts";

const SCALAR: TensorSpec = { shape: [] };

/** Returns how many rows the rotary tables have: steps that are taken even when
 * nobody asked, and the padding of a prompt, may reach past the last position. */
export function rotaryPositions(config: ModelConfig): number {
  return config.maxPositions + bucketStep(config.maxPositions);
}

/**
 * Returns the functions of a policy for one model: `apply` and, per padded length, `gradients_sft`, `gradients_rlvr`,
 * `logprobs`, `sample` and `greedy`. The batch dim is symbolic. Engines run it, in this thread or in a worker.
 */
export function buildProgram(config: ModelConfig): Program {
  const functions: Record<string, FunctionSpec> = { apply: applySpec(config) };
  for (const length of listBuckets(config.maxPositions)) {
    functions[functionName("gradients_sft", length)] = {
      inputs: { ...gradientInputs(config), ...sequenceInputs(length, ["weights"]) },
      run: (inputs) => sftGradients(config, inputs),
    };
    functions[functionName("gradients_rlvr", length)] = rlvrSpec(config, length);
    functions[functionName("logprobs", length)] = {
      inputs: { ...modelInputs(config), ...sequenceInputs(length, []), temperature: SCALAR },
      run: (inputs) => sequenceLogprobs(config, inputs),
    };
    functions[functionName("sample", length)] = rolloutSpec(config, length, false);
    functions[functionName("greedy", length)] = rolloutSpec(config, length, true);
  }
  return { functions };
}

function rlvrSpec(config: ModelConfig, length: number): FunctionSpec {
  const perToken = ["weights", "sampler_logprobs", "ref_logprobs", "advantages"];
  const scalars = { temperature: SCALAR, epsilon_low: SCALAR, epsilon_high: SCALAR, beta: SCALAR };
  return {
    inputs: { ...gradientInputs(config), ...sequenceInputs(length, perToken), ...scalars },
    run: (inputs) => rlvrGradients(config, inputs),
  };
}

function rolloutSpec(config: ModelConfig, length: number, greedy: boolean): FunctionSpec {
  const counter: TensorSpec = { shape: [], dtype: "int32" };
  return {
    inputs: {
      ...modelInputs(config),
      tokens: { shape: ["U", length], dtype: "int32" },
      last_places: { shape: ["U"], dtype: "int32" },
      lengths: { shape: ["U", "G"], dtype: "int32" },
      ...{ limit: counter, eos: counter },
      ...(greedy ? {} : { temperature: SCALAR, uniforms: { shape: ["N", "U", "G"] } }),
    },
    run: (inputs) => rollOut(config, inputs, greedy),
    dynamicOutputs: ["tokens", "logprobs"],
  };
}

function applySpec(config: ModelConfig): FunctionSpec {
  const arena: TensorSpec = { shape: [countParameters(config)] };
  const matrixElements = countMatrixElements(config);
  return {
    inputs: {
      [STORE.parameters]: arena,
      [STORE.firstMoments]: arena,
      [STORE.secondMoments]: arena,
      [STORE.gradients]: arena,
      ...{ learning_rate: SCALAR, beta1: SCALAR, beta2: SCALAR, epsilon: SCALAR, weight_decay: SCALAR },
      ...{ clip_norm: SCALAR, bias_correction1: SCALAR, bias_correction2: SCALAR },
    },
    run: (inputs) => applyGradients(inputs, matrixElements),
  };
}

function applyGradients(inputs: Tensors, matrixElements: number): Tensors {
  const at = (name: string) => inputs[name] as tf.Tensor;
  const state = {
    parameters: at(STORE.parameters),
    firstMoments: at(STORE.firstMoments),
    secondMoments: at(STORE.secondMoments),
  };
  const next = adamwStep(
    state,
    at(STORE.gradients),
    {
      ...{
        learningRate: at("learning_rate"),
        beta1: at("beta1"),
        beta2: at("beta2"),
        epsilon: at("epsilon"),
      },
      ...{ weightDecay: at("weight_decay"), clipNorm: at("clip_norm") },
      ...{ biasCorrection1: at("bias_correction1"), biasCorrection2: at("bias_correction2") },
    },
    matrixElements,
  );
  const { parameters, firstMoments, secondMoments, gradNorm } = next;
  return {
    ...{ next_parameters: parameters, next_first_moments: firstMoments, next_second_moments: secondMoments },
    grad_norm: gradNorm,
  };
}

function modelInputs(config: ModelConfig): Record<string, TensorSpec> {
  const rotary: TensorSpec = { shape: createRotaryTables(config, rotaryPositions(config)).shape };
  return {
    [STORE.parameters]: { shape: [countParameters(config)] },
    [STORE.rotaryCos]: rotary,
    [STORE.rotarySin]: rotary,
  };
}

function gradientInputs(config: ModelConfig): Record<string, TensorSpec> {
  return { ...modelInputs(config), [STORE.gradients]: { shape: [countParameters(config)] }, carry: SCALAR };
}

/**
 * Inputs of whole sequences: tokens [B, T]; which M positions of B * T predict completion tokens, and where every
 * position went (M for nowhere); the M tokens they predict, and float values for each of them.
 */
function sequenceInputs(length: number, perToken: readonly string[]): Record<string, TensorSpec> {
  const ids: TensorSpec = { shape: ["B", length], dtype: "int32" };
  const picks: TensorSpec = { shape: ["M"], dtype: "int32" };
  const values = Object.fromEntries(perToken.map((name) => [name, { shape: ["M"] }]));
  return { tokens: ids, places: ids, picked: picks, targets: picks, ...values };
}
