import type { NamedArrays } from "../checkpoint/named-arrays.ts";
import type { ModelConfig } from "../model/model-config.ts";

/** Prompt and completion in one array of token ids; what follows `promptLength` is the completion. */
export interface TokenSequence {
  /** Prompt, completion and, where the completion ended by itself, the end token. */
  readonly tokens: Int32Array;
  readonly promptLength: number;
}

/** One completion to sample. */
export interface SampleRequest {
  readonly prompt: Int32Array;
  /** One number in [0, 1) per new token, at least `maxNewTokens` of them; unused when the temperature is 0. */
  readonly uniforms: Float32Array;
}

/** How completions are drawn. */
export interface SampleOptions {
  readonly maxNewTokens: number;
  /** Logits are divided by it; 0 takes the most likely token. */
  readonly temperature: number;
  readonly eosId: number;
}

/** A sampled completion. */
export interface Completion {
  /** New tokens; the last one is the end token when `stopReason` is "stop". */
  readonly tokens: Int32Array;
  /** Log-probability of each token at the sampling temperature (at temperature 1 when greedy). */
  readonly logprobs: Float32Array;
  readonly stopReason: "stop" | "length";
}

/** AdamW (https://arxiv.org/abs/1711.05101) with decay on matrices only and clipping by the global norm. */
export interface OptimizerConfig {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  /** Gradients are scaled down to this global norm; 0 switches clipping off. */
  readonly clipNorm: number;
}

/** Supervised batch: mean negative log-probability over the completion tokens of the whole batch. */
export interface SftBatch {
  readonly kind: "sft";
  readonly sequences: readonly TokenSequence[];
}

/** How per-token policy losses become one number: token mean, mean of sequence means, or a constant divisor. */
export type LossType = "dapo" | "grpo" | "dr_grpo";

/** Settings of the clipped policy-gradient loss. */
export interface PolicyLossConfig {
  /** The importance ratio is clipped to [1 - epsilonLow, 1 + epsilonHigh]. */
  readonly epsilonLow: number;
  readonly epsilonHigh: number;
  /** Weight of the k3 estimate of the KL divergence from the reference; 0 needs no reference. */
  readonly beta: number;
  readonly lossType: LossType;
  /** Divisor of `dr_grpo` together with the number of sequences. */
  readonly maxCompletionTokens: number;
}

/** Batch of rollouts for one policy-gradient update. */
export interface RlvrBatch {
  readonly kind: "rlvr";
  readonly sequences: readonly TokenSequence[];
  /** One advantage per sequence. */
  readonly advantages: Float32Array;
  /** Log-probabilities of the completion tokens as recorded while sampling, one array per sequence. */
  readonly samplerLogprobs: readonly Float32Array[];
  /** Log-probabilities of the completion tokens under the reference; needed when `loss.beta` is not 0. */
  readonly refLogprobs?: readonly Float32Array[];
  /** Temperature the rollouts were sampled at; it applies to the trained log-probabilities as well. */
  readonly temperature: number;
  readonly loss: PolicyLossConfig;
}

/** Any batch a policy can be updated with. */
export type UpdateBatch = SftBatch | RlvrBatch;

/** Settings of one update. */
export interface UpdateOptions {
  readonly learningRate: number;
  readonly optimizer: OptimizerConfig;
}

/** What one update reports. */
export interface UpdateResult {
  readonly loss: number;
  /** Global norm of the gradient before clipping. */
  readonly gradNorm: number;
  /**
   * sft: `entropy`, `accuracy`. rlvr: `kl` (when a reference was given), `entropy`, `clip_ratio/low_mean`,
   * `clip_ratio/high_mean`, `clip_ratio/region_mean`, `ratio/max`, `sampling/sampling_logp_difference/mean` and `/max`.
   */
  readonly metrics: Readonly<Record<string, number>>;
  /** Tokens that passed through the model: prompts included, padding excluded. */
  readonly tokens: number;
}

/** Everything needed to continue training exactly. */
export interface PolicyState {
  readonly parameters: NamedArrays;
  readonly firstMoments: NamedArrays;
  readonly secondMoments: NamedArrays;
  /** Optimiser steps taken so far (drives the bias correction). */
  readonly updates: number;
}

/** A trainable language model on an engine. Calls run one after another in the order they were made. */
export interface Policy {
  readonly config: ModelConfig;
  /** Engine, device and threads in words. */
  readonly engine: string;
  readonly parameterCount: number;
  /**
   * Samples any number of rows; a row depends on its own request and the parameters only, not on the rows beside it
   * (but for the last bit of float rounding).
   */
  sample(requests: readonly SampleRequest[], options: SampleOptions): Promise<Completion[]>;
  /** Like `sample`, yielding chunk after chunk so that grading can overlap generation; `offset` counts requests. */
  sampleStream(
    requests: readonly SampleRequest[],
    options: SampleOptions,
  ): AsyncIterable<{ offset: number; completions: Completion[] }>;
  /** Log-probabilities of the completion tokens, one array per sequence. */
  logprobs(sequences: readonly TokenSequence[], temperature: number): Promise<Float32Array[]>;
  /** One optimiser step on the whole batch. Throws when the loss or the gradient is not finite; nothing changes then. */
  update(batch: UpdateBatch, options: UpdateOptions): Promise<UpdateResult>;
  /** Copies parameters and optimiser state out of the engine. */
  exportState(): Promise<PolicyState>;
  /** Replaces the state; parameters alone start a fresh optimiser. Throws when names or shapes do not fit the model. */
  importState(state: PolicyState | { readonly parameters: NamedArrays }): Promise<void>;
  /** Frees the engine; further calls fail. */
  close(): Promise<void>;
}
