import type { EngineKind } from "@touchstone/engine";
import type { ModelConfig } from "../../src/model/model-config.ts";
import { createPolicy } from "../../src/policy/create-policy.ts";
import type {
  OptimizerConfig,
  Policy,
  RlvrBatch,
  SampleRequest,
  TokenSequence,
} from "../../src/policy/policy.ts";
import { createRandom } from "../../src/random.ts";

/** A model that runs in milliseconds, with grouped queries. */
export const TINY_MODEL: ModelConfig = {
  vocabSize: 11,
  hiddenSize: 16,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 24,
  maxPositions: 40,
  ropeTheta: 10_000,
  normEpsilon: 1e-5,
  tieEmbeddings: false,
};

export const OPTIMIZER: OptimizerConfig = {
  beta1: 0.9,
  beta2: 0.95,
  epsilon: 1e-8,
  weightDecay: 0.1,
  clipNorm: 1,
};

interface TinyPolicyOptions {
  readonly kind?: EngineKind;
  readonly model?: Partial<ModelConfig>;
  readonly microBatchTokens?: number;
  readonly sampleRows?: number;
  readonly seed?: number;
}

/** A tiny policy in this thread; its matrices are scaled up so that its distributions are far from uniform. */
export async function createTinyPolicy(options: TinyPolicyOptions = {}): Promise<Policy> {
  const { kind = "jit", model = {}, seed = 1, ...sizes } = options;
  const config = { ...TINY_MODEL, ...model };
  const policy = await createPolicy({
    ...{ model: config, seed, worker: false, engine: { kind, selfCheck: false } },
    ...sizes,
  });
  const { parameters } = await policy.exportState();
  for (const name of ["model.embed_tokens.weight", "lm_head.weight"]) {
    const array = parameters[name];
    array?.data.set(array.data.map((value) => value * 20));
  }
  await policy.importState({ parameters });
  return policy;
}

/** Random sequences of ragged lengths: prompts of 1 to 6 tokens, completions of 1 to `longest`. */
export function createSequences(seed: number, count: number, longest = 9): TokenSequence[] {
  return Array.from({ length: count }, (_, row) => {
    const random = createRandom("sequences", seed, row);
    const promptLength = 1 + random.int(6);
    const tokens = Int32Array.from({ length: promptLength + 1 + random.int(longest) }, () =>
      random.int(TINY_MODEL.vocabSize),
    );
    return { tokens, promptLength };
  });
}

/** Rollouts whose sampler log-probabilities are off-policy by about `drift` in both directions. */
export async function createRollouts(
  policy: Policy,
  seed: number,
  count: number,
  drift: number,
): Promise<RlvrBatch> {
  const sequences = createSequences(seed, count);
  const random = createRandom("rollouts", seed);
  const noisy = (rows: Float32Array[]) =>
    rows.map((row) => row.map((value) => value + drift * random.normal()));
  const logprobs = await policy.logprobs(sequences, 0.8);
  return {
    ...{ kind: "rlvr", sequences, temperature: 0.8 },
    advantages: Float32Array.from({ length: count }, () => random.normal()),
    samplerLogprobs: noisy(logprobs),
    refLogprobs: noisy(logprobs),
    loss: { epsilonLow: 0.2, epsilonHigh: 0.28, beta: 0.05, lossType: "dapo", maxCompletionTokens: 9 },
  };
}

/** Sampling requests of ragged prompts. */
export function createRequests(seed: number, count: number, maxNewTokens: number): SampleRequest[] {
  return createSequences(seed, count).map(({ tokens, promptLength }, row) => {
    const random = createRandom("uniforms", seed, row);
    return {
      prompt: tokens.slice(0, promptLength),
      uniforms: Float32Array.from({ length: maxNewTokens }, () => random.next()),
    };
  });
}

/** Largest absolute difference between two arrays. */
export function maxDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`lengths differ: ${a.length} and ${b.length}`);
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs((a[i] as number) - (b[i] as number));
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
