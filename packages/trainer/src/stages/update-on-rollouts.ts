import type { RlvrConfig } from "../config.ts";
import type { Policy, TokenSequence, UpdateResult } from "../policy/policy.ts";
import { createRandom } from "../random.ts";
import type { Rollout, RolloutGroup } from "../rollout/rollout.ts";
import type { Metrics } from "../tracking/sink.ts";
import type { Reference } from "./reference.ts";

/** What an update on a batch of rollouts needs. */
export interface RolloutUpdate {
  readonly policy: Policy;
  readonly reference: Reference | undefined;
  readonly config: RlvrConfig;
  readonly groups: readonly RolloutGroup[];
  /** Advantage of each rollout; undefined leaves it out. */
  readonly advantages: readonly (readonly (number | undefined)[])[];
  readonly learningRate: number;
  /** Names the shuffles. */
  readonly seedPath: readonly (string | number)[];
  readonly now: () => number;
}

/** What came of it. */
export interface RolloutUpdateResult {
  readonly metrics: Metrics;
  readonly trainedTokens: number;
  readonly referenceTokens: number;
  readonly updateMs: number;
}

interface Row {
  readonly sequence: TokenSequence;
  readonly advantage: number;
  readonly samplerLogprobs: Float32Array;
  readonly refLogprobs: Float32Array | undefined;
}

/**
 * Updates the policy `updates_per_batch` times on all judged rollouts, each time in a new order and in `minibatches`
 * parts. Without any advantage in the batch (and no KL term) nothing is updated.
 */
export async function updateOnRollouts(update: RolloutUpdate): Promise<RolloutUpdateResult> {
  const { config, policy, now } = update;
  const started = now();
  const { rows, referenceTokens } = await prepareRows(update);
  const results: UpdateResult[] = [];
  for (let pass = 0; pass < config.updatesPerBatch; pass++) {
    const shuffled = createRandom(...update.seedPath, pass).shuffle(rows);
    for (const part of splitEvenly(shuffled, config.minibatches)) {
      const options = { learningRate: update.learningRate, optimizer: config.optimizer };
      results.push(await policy.update(createBatch(part, config), options));
    }
  }
  return {
    metrics: { ...combineResults(results), updates: results.length, trained_rollouts: rows.length },
    trainedTokens: results.reduce((sum, { tokens }) => sum + tokens, 0),
    referenceTokens,
    updateMs: now() - started,
  };
}

async function prepareRows({ groups, advantages, config, reference }: RolloutUpdate) {
  const chosen = groups.flatMap(({ rollouts }, g) => {
    const group = advantages[g] ?? [];
    const isSilent = group.every((advantage) => advantage === undefined || advantage === 0);
    if (isSilent && config.silentGroups === "drop") return [];
    return rollouts.flatMap((rollout, i) => {
      const advantage = group[i];
      return advantage === undefined ? [] : [{ rollout, advantage }];
    });
  });
  const canLearn = config.loss.beta > 0 || chosen.some(({ advantage }) => advantage !== 0);
  const kept = canLearn ? chosen : [];
  const sequences = kept.map(({ rollout }) => toSequence(rollout));
  const refLogprobs =
    kept.length === 0 ? undefined : await reference?.logprobs(sequences, config.temperature);
  const rows = kept.map(
    ({ rollout, advantage }, i): Row => ({
      sequence: sequences[i] as TokenSequence,
      advantage,
      samplerLogprobs: rollout.completion.logprobs,
      refLogprobs: refLogprobs?.[i],
    }),
  );
  const referenceTokens =
    refLogprobs === undefined ? 0 : sequences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return { rows, referenceTokens };
}

function toSequence({ promptTokens, completion }: Rollout): TokenSequence {
  const tokens = new Int32Array(promptTokens.length + completion.tokens.length);
  tokens.set(promptTokens);
  tokens.set(completion.tokens, promptTokens.length);
  return { tokens, promptLength: promptTokens.length };
}

function createBatch(rows: readonly Row[], config: RlvrConfig) {
  const refLogprobs = rows.flatMap((row) => (row.refLogprobs === undefined ? [] : [row.refLogprobs]));
  return {
    kind: "rlvr" as const,
    sequences: rows.map((row) => row.sequence),
    advantages: Float32Array.from(rows, (row) => row.advantage),
    samplerLogprobs: rows.map((row) => row.samplerLogprobs),
    ...(refLogprobs.length === rows.length ? { refLogprobs } : {}),
    temperature: config.temperature,
    loss: { ...config.loss, maxCompletionTokens: config.maxNewTokens },
  };
}

/** Splits a list into at most `parts` consecutive parts whose sizes differ by at most one; no part is empty. */
export function splitEvenly<T>(list: readonly T[], parts: number): T[][] {
  const count = Math.min(parts, list.length);
  return Array.from({ length: count }, (_, i) =>
    list.slice(Math.floor((i * list.length) / count), Math.floor(((i + 1) * list.length) / count)),
  );
}

// Means over updates, weighted by tokens; of maxima the largest counts. The difference between sampler and trainer is
// that of the first update: later ones measure how far the policy has moved since.
function combineResults(results: readonly UpdateResult[]): Metrics {
  const tokens = results.reduce((sum, result) => sum + result.tokens, 0);
  const average = (read: (result: UpdateResult) => number | undefined) =>
    results.reduce((sum, result) => sum + (read(result) ?? 0) * (result.tokens / tokens), 0);
  const names = [...new Set(results.flatMap((result) => Object.keys(result.metrics)))];
  const combined = names.map((name) => {
    const isMaximum = name.endsWith("/max");
    if (name.startsWith("sampling/")) return [name, results[0]?.metrics[name] ?? 0];
    const values = results.flatMap((result) => result.metrics[name] ?? []);
    return [name, isMaximum ? Math.max(...values) : average((result) => result.metrics[name])];
  });
  if (results.length === 0) return { grad_norm: 0 };
  return {
    loss: average((result) => result.loss),
    ...Object.fromEntries(combined),
    grad_norm: average((result) => result.gradNorm),
  };
}
