/**
 * Trained and sampled tokens per second of the policy, beside PyTorch on the same model, batch and threads.
 *
 *   npx tsx packages/trainer/bench/tokens-per-second.ts [--rounds 5] [--threads 1,2] [--configs S,A] [--json]
 *
 * Rounds of both are interleaved in one run, so that other load on the machine meets both; the medians are reported.
 * PyTorch comes from the Python named by TOUCHSTONE_PYTHON (default python3) and is left out when it has no torch.
 */
import { parseArgs } from "node:util";
import type { ModelConfig } from "../src/model/model-config.ts";
import { createPolicy } from "../src/policy/create-policy.ts";
import type { Policy, SampleRequest, TokenSequence } from "../src/policy/policy.ts";
import { createRandom } from "../src/random.ts";
import { type Elapsed, measure, median } from "./rounds.ts";
import { findTorchPython, TorchProcess } from "./torch-process.ts";

const COMMON = { maxPositions: 128, ropeTheta: 10_000, normEpsilon: 1e-5, tieEmbeddings: true };
const CONFIGS: Readonly<Record<string, ModelConfig>> = {
  S: { vocabSize: 48, hiddenSize: 64, layers: 3, heads: 4, kvHeads: 4, intermediateSize: 256, ...COMMON },
  A: { vocabSize: 96, hiddenSize: 128, layers: 4, heads: 4, kvHeads: 4, intermediateSize: 352, ...COMMON },
};
/** As in an update with groups: every prompt is completed `groupSize` times. */
const SIZES = { promptLength: 33, newTokens: 64, trainRows: 32, sampleRows: 256, groupSize: 8 };
const TRAIN_REPEATS = 4;
const NEVER = -1;
const OPTIMIZER = { beta1: 0.9, beta2: 0.95, epsilon: 1e-8, weightDecay: 0.1, clipNorm: 1 };

/** One line of the result: tokens per second of wall time, and of CPU time. */
interface Row {
  readonly config: string;
  readonly threads: number;
  readonly what: "train" | "sample";
  readonly ours: number;
  readonly oursPerCpuSecond: number;
  readonly torch?: number;
  readonly torchPerCpuSecond?: number;
  readonly ratio?: number;
  readonly ratioPerCpuSecond?: number;
}

interface Competitor {
  train(): Promise<Elapsed>;
  sample(): Promise<Elapsed>;
}

function ourselves(policy: Policy): Competitor {
  const random = createRandom("bench");
  const tokensOf = (length: number) => Int32Array.from({ length }, () => random.int(policy.config.vocabSize));
  const { promptLength, newTokens, trainRows, sampleRows, groupSize } = SIZES;
  const sequences: TokenSequence[] = Array.from({ length: trainRows }, () => ({
    tokens: tokensOf(promptLength + newTokens),
    promptLength,
  }));
  const prompts = Array.from({ length: sampleRows / groupSize }, () => tokensOf(promptLength));
  const requests: SampleRequest[] = Array.from({ length: sampleRows }, (_, row) => ({
    prompt: prompts[Math.floor(row / groupSize)] as Int32Array,
    uniforms: Float32Array.from({ length: newTokens }, () => random.next()),
  }));
  const update = () =>
    policy.update({ kind: "sft", sequences }, { learningRate: 1e-3, optimizer: OPTIMIZER });
  return {
    train: () =>
      measure(async () => {
        for (let repeat = 0; repeat < TRAIN_REPEATS; repeat++) await update();
      }),
    sample: () =>
      measure(() => policy.sample(requests, { maxNewTokens: newTokens, temperature: 1, eosId: NEVER })),
  };
}

/** PyTorch generates all rows at once or 64 at a time, whichever it does faster. */
async function fastestTorch(torch: TorchProcess): Promise<Competitor> {
  const chunks = [SIZES.sampleRows, 64];
  for (const chunk of chunks) await torch.sample(chunk);
  const seconds = [];
  for (const chunk of chunks) seconds.push((await torch.sample(chunk)).wallSeconds);
  const best = (seconds[0] as number) <= (seconds[1] as number) ? chunks[0] : chunks[1];
  return { train: () => torch.train(TRAIN_REPEATS), sample: () => torch.sample(best as number) };
}

async function compare(
  config: string,
  threads: number,
  rounds: number,
  python: string | undefined,
): Promise<Row[]> {
  const model = CONFIGS[config];
  if (model === undefined) throw new Error(`There is no configuration ${config}; take S or A.`);
  const policy = await createPolicy({ model, seed: 1, worker: false, engine: { kind: "jit", threads } });
  const started =
    python === undefined ? undefined : await TorchProcess.start(python, { model, threads, ...SIZES });
  if (started !== undefined && started.parameters !== policy.parameterCount) {
    throw new Error(
      `Parameter counts differ: ${policy.parameterCount} here, ${started.parameters} in PyTorch.`,
    );
  }
  const ours = ourselves(policy);
  const torch = started === undefined ? undefined : await fastestTorch(started.torch);
  const rows: Row[] = [];
  for (const what of ["train", "sample"] as const) {
    const [oursTimes, torchTimes]: [Elapsed[], Elapsed[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const [a, b] = [await ours[what](), await torch?.[what]()];
      if (round === 0) continue; // warm-up: compilation and first touches of memory
      oursTimes.push(a);
      if (b !== undefined) torchTimes.push(b);
    }
    rows.push(summarize(config, threads, what, oursTimes, torchTimes));
  }
  started?.torch.stop();
  await policy.close();
  return rows;
}

function summarize(
  config: string,
  threads: number,
  what: Row["what"],
  ours: Elapsed[],
  torch: Elapsed[],
): Row {
  const { promptLength, newTokens, trainRows, sampleRows } = SIZES;
  // The last token of a trained sequence is a target only; PyTorch drops it in the same way.
  const tokens =
    what === "train" ? TRAIN_REPEATS * trainRows * (promptLength + newTokens - 1) : sampleRows * newTokens;
  const perSecond = (times: Elapsed[], key: keyof Elapsed) =>
    tokens / median(times.map((elapsed) => elapsed[key]));
  const row = { config, threads, what, ours: perSecond(ours, "wallSeconds") };
  const oursPerCpuSecond = perSecond(ours, "cpuSeconds");
  if (torch.length === 0) return { ...row, oursPerCpuSecond };
  // Ratio of each round with its neighbour, then the median: what slows the machine slows both.
  const ratioOf = (key: keyof Elapsed) =>
    median(ours.map((elapsed, i) => (torch[i] as Elapsed)[key] / elapsed[key]));
  return {
    ...{ ...row, oursPerCpuSecond },
    ...{ torch: perSecond(torch, "wallSeconds"), torchPerCpuSecond: perSecond(torch, "cpuSeconds") },
    ...{ ratio: ratioOf("wallSeconds"), ratioPerCpuSecond: ratioOf("cpuSeconds") },
  };
}

function print(rows: readonly Row[]): void {
  const count = (value: number | undefined) => (value === undefined ? "-" : String(Math.round(value)));
  const ratio = (value: number | undefined) => (value === undefined ? "-" : `${value.toFixed(2)}x`);
  const header = ["config", "threads", "what", "tok/s", "PyTorch", "ratio", "tok/cpu-s", "PyTorch", "ratio"];
  const lines = rows.map((row) => [
    ...[row.config, String(row.threads), row.what, count(row.ours), count(row.torch), ratio(row.ratio)],
    ...[count(row.oursPerCpuSecond), count(row.torchPerCpuSecond), ratio(row.ratioPerCpuSecond)],
  ]);
  for (const line of [header, ...lines]) console.log(line.map((cell) => cell.padStart(9)).join(" "));
}

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    threads: { type: "string", default: "1,2" },
    configs: { type: "string", default: "S,A" },
    json: { type: "boolean", default: false },
  },
});
const python = findTorchPython();
if (python === undefined) {
  console.error("PyTorch is left out: set TOUCHSTONE_PYTHON to a Python that can import torch.");
}
const results: Row[] = [];
for (const threads of values.threads.split(",").map(Number)) {
  for (const config of values.configs.split(",")) {
    results.push(...(await compare(config, threads, Number(values.rounds), python)));
  }
}
if (values.json) console.log(JSON.stringify(results, null, 2));
else print(results);
