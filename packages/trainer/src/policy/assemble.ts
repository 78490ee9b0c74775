import type { HostTensor, HostTensors } from "@touchstone/engine";
import { tokenWeights } from "../loss/token-weights.ts";
import { completionLengths } from "./check-sequences.ts";
import { bucketLength } from "./length-buckets.ts";
import type { MicroBatch } from "./micro-batches.ts";
import type { RlvrBatch, SampleOptions, SampleRequest, TokenSequence, UpdateBatch } from "./policy.ts";

/** Largest float32 below 1 by a margin that keeps u * total under total for every total. */
const LARGEST_UNIFORM = 1 - 2 ** -23;

/** Returns a float32 scalar. */
export function scalar(value: number): HostTensor {
  return { shape: [], dtype: "float32", data: Float32Array.of(value) };
}

function counter(value: number): HostTensor {
  return { shape: [], dtype: "int32", data: Int32Array.of(value) };
}

/** Returns the model inputs of a micro-batch: every token but the last, and as targets every token but the first. */
export function assembleTokens(
  sequences: readonly TokenSequence[],
  { rows, length }: MicroBatch,
): HostTensors {
  const shape = [rows.length, length];
  const tokens = new Int32Array(rows.length * length);
  const targets = new Int32Array(rows.length * length);
  for (const [place, row] of rows.entries()) {
    const ids = (sequences[row] as TokenSequence).tokens;
    tokens.set(ids.subarray(0, -1), place * length);
    targets.set(ids.subarray(1), place * length);
  }
  return {
    tokens: { shape, dtype: "int32", data: tokens },
    targets: { shape, dtype: "int32", data: targets },
  };
}

/** Returns one value per completion token laid out at the position that predicts it, 0 elsewhere: [rows, length]. */
function spread(
  sequences: readonly TokenSequence[],
  { rows, length }: MicroBatch,
  valuesOf: (row: number) => number | Float32Array,
): HostTensor {
  const data = new Float32Array(rows.length * length);
  for (const [place, row] of rows.entries()) {
    const { tokens, promptLength } = sequences[row] as TokenSequence;
    const start = place * length + promptLength - 1;
    const values = valuesOf(row);
    if (typeof values === "number") data.fill(values, start, start + tokens.length - promptLength);
    else data.set(values, start);
  }
  return { shape: [rows.length, length], dtype: "float32", data };
}

/** Cuts what `spread` laid out back into one array per row, in the order of the micro-batch. */
export function gather(
  sequences: readonly TokenSequence[],
  { rows, length }: MicroBatch,
  values: Float32Array,
): Float32Array[] {
  return rows.map((row, place) => {
    const { tokens, promptLength } = sequences[row] as TokenSequence;
    return values.slice(place * length + promptLength - 1, place * length + tokens.length - 1);
  });
}

/** Returns a function that assembles the feeds of any micro-batch of an update; weights come from the whole batch. */
export function createUpdateAssembler(batch: UpdateBatch): (part: MicroBatch) => HostTensors {
  const { sequences } = batch;
  const lengths = completionLengths(sequences);
  const weights =
    batch.kind === "sft"
      ? tokenWeights(lengths, "dapo", 1)
      : tokenWeights(lengths, batch.loss.lossType, batch.loss.maxCompletionTokens);
  return (part) => ({
    ...assembleTokens(sequences, part),
    weights: spread(sequences, part, (row) => weights[row] as number),
    mask: spread(sequences, part, () => 1),
    ...(batch.kind === "rlvr" ? rlvrFeeds(batch, part) : {}),
  });
}

function rlvrFeeds(batch: RlvrBatch, part: MicroBatch): HostTensors {
  const { sequences, advantages, samplerLogprobs, refLogprobs, temperature, loss } = batch;
  return {
    advantages: spread(sequences, part, (row) => advantages[row] as number),
    sampler_logprobs: spread(sequences, part, (row) => samplerLogprobs[row] as Float32Array),
    ref_logprobs: spread(sequences, part, (row) => refLogprobs?.[row] ?? 0),
    temperature: scalar(temperature),
    epsilon_low: scalar(loss.epsilonLow),
    epsilon_high: scalar(loss.epsilonHigh),
    beta: scalar(loss.beta),
  };
}

/** Returns the padded prompt length and the feeds of one sampling call. */
export function assembleRollout(
  requests: readonly SampleRequest[],
  { maxNewTokens, temperature, eosId }: SampleOptions,
): { length: number; feeds: HostTensors } {
  const rows = requests.length;
  const length = bucketLength(Math.max(...requests.map(({ prompt }) => prompt.length)));
  const tokens = new Int32Array(rows * length);
  for (const [row, { prompt }] of requests.entries()) tokens.set(prompt, row * length);
  const perRow = (idOf: (request: SampleRequest, row: number) => number): HostTensor => {
    return { shape: [rows], dtype: "int32", data: Int32Array.from(requests, idOf) };
  };
  const feeds = {
    tokens: { shape: [rows, length], dtype: "int32", data: tokens },
    lengths: perRow(({ prompt }) => prompt.length),
    last_places: perRow(({ prompt }, row) => row * length + prompt.length - 1),
    limit: counter(maxNewTokens),
    eos: counter(eosId),
  } as const;
  if (temperature === 0) return { length, feeds };
  return {
    length,
    feeds: { ...feeds, temperature: scalar(temperature), uniforms: uniformsOf(requests, maxNewTokens) },
  };
}

/** Uniforms by step: [maxNewTokens + 2, rows]; the spare rows serve steps that are taken even when nobody asked. */
function uniformsOf(requests: readonly SampleRequest[], steps: number): HostTensor {
  const rows = requests.length;
  const data = new Float32Array((steps + 2) * rows);
  for (const [row, { uniforms }] of requests.entries()) {
    for (let step = 0; step < steps; step++) {
      data[step * rows + row] = Math.min(uniforms[step] as number, LARGEST_UNIFORM);
    }
  }
  return { shape: [steps + 2, rows], dtype: "float32", data };
}
