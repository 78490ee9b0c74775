import type { NamedArrays } from "../../src/checkpoint/named-arrays.ts";
import type { ModelConfig } from "../../src/model/model-config.ts";
import { countParameters, initializeParameters } from "../../src/model/parameters.ts";
import type {
  Completion,
  Policy,
  PolicyState,
  SampleOptions,
  SampleRequest,
  TokenSequence,
  UpdateBatch,
  UpdateOptions,
  UpdateResult,
} from "../../src/policy/policy.ts";

const embedding = "model.embed_tokens.weight";

/** Settings of a unigram policy. */
export interface UnigramOptions {
  readonly model: ModelConfig;
  readonly seed: number;
  /** Completions per chunk of `sampleStream`. */
  readonly chunkRows?: number;
  /** Called before each chunk is yielded. */
  readonly beforeChunk?: (offset: number) => Promise<void>;
}

/**
 * A policy whose next token depends on nothing but one logit per token (the first column of the embedding), with
 * exact log-probabilities and exact policy gradients: everything but the transformer.
 */
export function createUnigramPolicy({ model, seed, chunkRows = 4, beforeChunk }: UnigramOptions): Policy {
  let parameters = copy(initializeParameters(model, seed));
  let updates = 0;
  const logits = () =>
    Float64Array.from(
      { length: model.vocabSize },
      (_, v) => parameters[embedding]?.data[v * model.hiddenSize] ?? 0,
    );
  const logSoftmax = (temperature: number) => {
    const scaled = logits().map((logit) => logit / temperature);
    const top = Math.max(...scaled);
    const logTotal = top + Math.log(scaled.reduce((sum, logit) => sum + Math.exp(logit - top), 0));
    return scaled.map((logit) => logit - logTotal);
  };
  const completionOf = ({ tokens, promptLength }: TokenSequence) => tokens.subarray(promptLength);

  const sampleOne = (request: SampleRequest, options: SampleOptions): Completion => {
    const logprobs = logSoftmax(options.temperature || 1);
    const tokens: number[] = [];
    while (tokens.length < options.maxNewTokens && tokens.at(-1) !== options.eosId) {
      tokens.push(
        pick(logprobs, options.temperature === 0 ? undefined : (request.uniforms[tokens.length] ?? 0)),
      );
    }
    return {
      tokens: Int32Array.from(tokens),
      logprobs: Float32Array.from(tokens, (token) => logprobs[token] ?? 0),
      stopReason: tokens.at(-1) === options.eosId ? "stop" : "length",
    };
  };

  async function* sampleStream(requests: readonly SampleRequest[], options: SampleOptions) {
    for (let offset = 0; offset < requests.length; offset += chunkRows) {
      await beforeChunk?.(offset);
      yield {
        offset,
        completions: requests.slice(offset, offset + chunkRows).map((request) => sampleOne(request, options)),
      };
    }
  }

  const update = async (batch: UpdateBatch, { learningRate }: UpdateOptions): Promise<UpdateResult> => {
    const weights = batch.sequences.map((_, i) => (batch.kind === "sft" ? 1 : (batch.advantages[i] ?? 0)));
    const logprobs = logSoftmax(1);
    const gradient = new Float64Array(model.vocabSize);
    let loss = 0;
    let count = 0;
    batch.sequences.forEach((sequence, i) => {
      for (const token of completionOf(sequence)) {
        const weight = weights[i] ?? 0;
        loss -= weight * (logprobs[token] ?? 0);
        count++;
        for (let v = 0; v < model.vocabSize; v++)
          gradient[v]! += weight * (Math.exp(logprobs[v] ?? 0) - Number(v === token));
      }
    });
    const table = parameters[embedding]?.data as Float32Array;
    for (let v = 0; v < model.vocabSize; v++)
      table[v * model.hiddenSize]! -= (learningRate * gradient[v]!) / count;
    updates++;
    return {
      loss: loss / count,
      gradNorm: Math.hypot(...gradient) / count,
      metrics: {
        entropy: -logprobs.reduce((sum, logprob) => sum + Math.exp(logprob) * logprob, 0),
        "ratio/max": 1,
      },
      tokens: batch.sequences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    };
  };

  return {
    config: model,
    engine: "unigram",
    parameterCount: countParameters(model),
    sample: async (requests, options) => requests.map((request) => sampleOne(request, options)),
    sampleStream,
    logprobs: async (sequences, temperature) => {
      const logprobs = logSoftmax(temperature);
      return sequences.map((sequence) =>
        Float32Array.from(completionOf(sequence), (token) => logprobs[token] ?? 0),
      );
    },
    update,
    exportState: async (): Promise<PolicyState> => ({
      parameters: copy(parameters),
      firstMoments: zeros(parameters),
      secondMoments: zeros(parameters),
      updates,
    }),
    importState: async (state) => {
      parameters = copy(state.parameters);
      updates = "updates" in state ? state.updates : 0;
    },
    close: async () => {},
  };
}

function pick(logprobs: Float64Array, uniform: number | undefined): number {
  if (uniform === undefined) return logprobs.indexOf(Math.max(...logprobs));
  let total = 0;
  for (let v = 0; v < logprobs.length; v++) {
    total += Math.exp(logprobs[v] ?? 0);
    if (uniform < total) return v;
  }
  return logprobs.length - 1;
}

function copy(arrays: NamedArrays): NamedArrays {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, { shape, data }]) => [name, { shape, data: Float32Array.from(data) }]),
  );
}

function zeros(arrays: NamedArrays): NamedArrays {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, { shape, data }]) => [
      name,
      { shape, data: new Float32Array(data.length) },
    ]),
  );
}
