export type { SpecialTokenIds } from "../checkpoint/hugging-face.ts";
export {
  fromHuggingFaceConfig,
  selectParameters,
  toGenerationConfig,
  toHuggingFaceConfig,
} from "../checkpoint/hugging-face.ts";
export type { NamedArray, NamedArrays } from "../checkpoint/named-arrays.ts";
export { readSafetensors, writeSafetensors } from "../checkpoint/safetensors.ts";
export type { Safetensors } from "../checkpoint/safetensors-codec.ts";
export type { ModelConfig } from "../model/model-config.ts";
export { checkModelConfig } from "../model/model-config.ts";
export { countParameters, initializeParameters } from "../model/parameters.ts";
export type { LearningRateSchedule } from "../optim/schedule.ts";
export { learningRateAt } from "../optim/schedule.ts";
export type { CreatePolicyOptions } from "./create-policy.ts";
export { createPolicy } from "./create-policy.ts";
export type {
  Completion,
  LossType,
  OptimizerConfig,
  Policy,
  PolicyLossConfig,
  PolicyState,
  RlvrBatch,
  SampleOptions,
  SampleRequest,
  SftBatch,
  TokenSequence,
  UpdateBatch,
  UpdateOptions,
  UpdateResult,
} from "./policy.ts";
