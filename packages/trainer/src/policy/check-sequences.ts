import { TrainerError } from "../errors.ts";
import type { ModelConfig } from "../model/model-config.ts";
import type { RlvrBatch, SampleOptions, SampleRequest, TokenSequence, UpdateBatch } from "./policy.ts";

/** Throws DATA_INVALID unless every sequence has a prompt, fits the model and holds tokens of its vocabulary. */
export function checkSequences(config: ModelConfig, sequences: readonly TokenSequence[]): void {
  for (const [row, { tokens, promptLength }] of sequences.entries()) {
    if (!Number.isSafeInteger(promptLength) || promptLength < 1 || promptLength > tokens.length) {
      fail(
        `Sequence ${row}: promptLength is ${promptLength}; it must be in 1..${tokens.length}, the sequence length.`,
      );
    }
    if (tokens.length > config.maxPositions) {
      fail(`Sequence ${row} has ${tokens.length} tokens but the model accepts ${config.maxPositions}.`);
    }
    checkTokens(config, tokens, `Sequence ${row}`);
  }
}

/** Throws DATA_INVALID unless a batch can be trained on: completions everywhere and arrays that match them. */
export function checkUpdateBatch(config: ModelConfig, batch: UpdateBatch): void {
  checkSequences(config, batch.sequences);
  const lengths = completionLengths(batch.sequences);
  if (lengths.length === 0) fail("An update needs at least one sequence.");
  const empty = lengths.indexOf(0);
  if (empty >= 0) fail(`Sequence ${empty} has no completion to train on.`);
  if (batch.kind === "rlvr") checkRollouts(batch, lengths);
}

function checkRollouts(batch: RlvrBatch, lengths: readonly number[]): void {
  const { advantages, samplerLogprobs, refLogprobs, temperature, loss } = batch;
  if (advantages.length !== lengths.length) {
    fail(`There are ${advantages.length} advantages for ${lengths.length} sequences.`);
  }
  if (!advantages.every(Number.isFinite)) fail("Every advantage must be a finite number.");
  checkLogprobs("samplerLogprobs", samplerLogprobs, lengths);
  if (refLogprobs !== undefined) checkLogprobs("refLogprobs", refLogprobs, lengths);
  else if (loss.beta !== 0) fail("loss.beta is not 0, so refLogprobs must be given.");
  if (!(temperature > 0)) fail(`temperature must be positive in an update, not ${temperature}.`);
  if (loss.lossType === "dr_grpo" && !(loss.maxCompletionTokens > 0)) {
    fail("loss.maxCompletionTokens must be positive for dr_grpo.");
  }
}

function checkLogprobs(name: string, logprobs: readonly Float32Array[], lengths: readonly number[]): void {
  if (logprobs.length !== lengths.length)
    fail(`${name} has ${logprobs.length} rows for ${lengths.length} sequences.`);
  for (const [row, values] of logprobs.entries()) {
    if (values.length !== lengths[row]) {
      fail(`${name}[${row}] has ${values.length} values for ${lengths[row]} completion tokens.`);
    }
    if (!values.every(Number.isFinite)) fail(`${name}[${row}] holds a value that is not finite.`);
  }
}

/** Throws DATA_INVALID unless every request can be sampled within the model's positions. */
export function checkRequests(
  config: ModelConfig,
  requests: readonly SampleRequest[],
  options: SampleOptions,
): void {
  const { maxNewTokens, temperature } = options;
  if (!Number.isSafeInteger(maxNewTokens) || maxNewTokens < 1) {
    fail(`maxNewTokens must be a whole number of at least 1, not ${maxNewTokens}.`);
  }
  if (!(temperature >= 0) || !Number.isFinite(temperature))
    fail(`temperature must be 0 or more, not ${temperature}.`);
  for (const [row, { prompt, uniforms }] of requests.entries()) {
    if (prompt.length < 1) fail(`Request ${row} has an empty prompt; give at least one token.`);
    if (prompt.length + maxNewTokens > config.maxPositions) {
      fail(
        `Request ${row}: ${prompt.length} prompt tokens and ${maxNewTokens} new ones exceed the ${config.maxPositions} positions of the model.`,
      );
    }
    if (temperature > 0 && uniforms.length < maxNewTokens) {
      fail(`Request ${row} has ${uniforms.length} uniforms for ${maxNewTokens} new tokens.`);
    }
    checkTokens(config, prompt, `Request ${row}`);
  }
}

/** Returns how many tokens of each sequence come after the prompt. */
export function completionLengths(sequences: readonly TokenSequence[]): number[] {
  return sequences.map(({ tokens, promptLength }) => tokens.length - promptLength);
}

function checkTokens(config: ModelConfig, tokens: Int32Array, what: string): void {
  for (const token of tokens) {
    if (token < 0 || token >= config.vocabSize) {
      fail(`${what} holds token ${token}; the vocabulary has ${config.vocabSize} tokens.`);
    }
  }
}

function fail(message: string): never {
  throw new TrainerError("DATA_INVALID", message);
}
