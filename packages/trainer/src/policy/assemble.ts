import type { HostTensor, HostTensors } from "@touchstone/engine";
import { tokenWeights } from "../loss/token-weights.ts";
import { completionLengths } from "./check-sequences.ts";
import { bucketLength } from "./length-buckets.ts";
import type { MicroBatch } from "./micro-batches.ts";
import type { RlvrBatch, SampleOptions, SampleRequest, TokenSequence, UpdateBatch } from "./policy.ts";
import type { SampleChunk } from "./sample-chunks.ts";

/** Largest float32 below 1 by a margin that keeps u * total under total for every total. */
const LARGEST_UNIFORM = 1 - 2 ** -23;

/** Returns a float32 scalar. */
export function scalar(value: number): HostTensor {
  return { shape: [], dtype: "float32", data: Float32Array.of(value) };
}

/**
 * Returns the model inputs of a micro-batch: every token but the last of each sequence, which positions predict
 * completion tokens, and the tokens they predict.
 */
export function assembleTokens(sequences: readonly TokenSequence[], part: MicroBatch): HostTensors {
  const { rows, length } = part;
  const total = countTargets(sequences, part);
  const tokens = new Int32Array(rows.length * length);
  const places = new Int32Array(rows.length * length).fill(total);
  const picked = new Int32Array(total);
  const targets = new Int32Array(total);
  let place = 0;
  for (const [index, row] of rows.entries()) {
    const { tokens: ids, promptLength } = sequences[row] as TokenSequence;
    tokens.set(ids.subarray(0, -1), index * length);
    for (let next = promptLength; next < ids.length; next++) {
      const position = index * length + next - 1;
      places[position] = place;
      picked[place] = position;
      targets[place] = ids[next] as number;
      place++;
    }
  }
  const shape = [rows.length, length];
  return {
    tokens: { shape, dtype: "int32", data: tokens },
    places: { shape, dtype: "int32", data: places },
    picked: { shape: [total], dtype: "int32", data: picked },
    targets: { shape: [total], dtype: "int32", data: targets },
  };
}

function countTargets(sequences: readonly TokenSequence[], { rows }: MicroBatch): number {
  return completionLengths(rows.map((row) => sequences[row] as TokenSequence)).reduce(
    (sum, count) => sum + count,
    0,
  );
}

/** Returns one value per completion token of a micro-batch, row after row: [M] */
function joinRows(
  sequences: readonly TokenSequence[],
  part: MicroBatch,
  valuesOf: (row: number) => number | Float32Array,
): HostTensor {
  const data = new Float32Array(countTargets(sequences, part));
  let start = 0;
  for (const row of part.rows) {
    const { tokens, promptLength } = sequences[row] as TokenSequence;
    const end = start + tokens.length - promptLength;
    const values = valuesOf(row);
    if (typeof values === "number") data.fill(values, start, end);
    else data.set(values, start);
    start = end;
  }
  return { shape: [data.length], dtype: "float32", data };
}

/** Cuts values of all completion tokens of a micro-batch into one array per row, in its order. */
export function cutRows(
  sequences: readonly TokenSequence[],
  { rows }: MicroBatch,
  values: Float32Array,
): Float32Array[] {
  let start = 0;
  return rows.map((row) => {
    const { tokens, promptLength } = sequences[row] as TokenSequence;
    const end = start + tokens.length - promptLength;
    const cut = values.slice(start, end);
    start = end;
    return cut;
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
    weights: joinRows(sequences, part, (row) => weights[row] as number),
    ...(batch.kind === "rlvr" ? rlvrFeeds(batch, part) : {}),
  });
}

function rlvrFeeds(batch: RlvrBatch, part: MicroBatch): HostTensors {
  const { sequences, advantages, samplerLogprobs, refLogprobs, temperature, loss } = batch;
  return {
    advantages: joinRows(sequences, part, (row) => advantages[row] as number),
    sampler_logprobs: joinRows(sequences, part, (row) => samplerLogprobs[row] as Float32Array),
    ref_logprobs: joinRows(sequences, part, (row) => refLogprobs?.[row] ?? 0),
    temperature: scalar(temperature),
    epsilon_low: scalar(loss.epsilonLow),
    epsilon_high: scalar(loss.epsilonHigh),
    beta: scalar(loss.beta),
  };
}

/** Returns the padded prompt length and the feeds of one sampling call for rows that come in groups of one prompt. */
export function assembleRollout(
  { requests, group }: SampleChunk,
  { maxNewTokens, temperature, eosId }: SampleOptions,
): { length: number; feeds: HostTensors } {
  const firsts = requests.filter((_, row) => row % group === 0);
  const prompts = firsts.length;
  const length = bucketLength(Math.max(...firsts.map(({ prompt }) => prompt.length)));
  const tokens = new Int32Array(prompts * length);
  for (const [index, { prompt }] of firsts.entries()) tokens.set(prompt, index * length);
  const ids = (shape: number[], data: Int32Array): HostTensor => ({ shape, dtype: "int32", data });
  const feeds = {
    tokens: ids([prompts, length], tokens),
    last_places: ids(
      [prompts],
      Int32Array.from(firsts, ({ prompt }, index) => index * length + prompt.length - 1),
    ),
    lengths: ids(
      [prompts, group],
      Int32Array.from(requests, ({ prompt }) => prompt.length),
    ),
    limit: ids([], Int32Array.of(maxNewTokens)),
    eos: ids([], Int32Array.of(eosId)),
  };
  if (temperature === 0) return { length, feeds };
  const uniforms = uniformsOf(requests, maxNewTokens);
  const shape = [maxNewTokens + 2, prompts, group];
  return {
    length,
    feeds: {
      ...feeds,
      temperature: scalar(temperature),
      uniforms: { shape, dtype: "float32", data: uniforms },
    },
  };
}

/** Uniforms by step: [steps + 2, rows]; the spare rows serve steps that are taken even when nobody asked. */
function uniformsOf(requests: readonly SampleRequest[], steps: number): Float32Array {
  const rows = requests.length;
  const data = new Float32Array((steps + 2) * rows);
  for (const [row, { uniforms }] of requests.entries()) {
    for (let step = 0; step < steps; step++) {
      data[step * rows + row] = Math.min(uniforms[step] as number, LARGEST_UNIFORM);
    }
  }
  return data;
}
