import { RLVR_MAXIMA, RLVR_SUMS, SFT_SUMS } from "./function-names.ts";
import type { UpdateBatch } from "./policy.ts";

/** Numbers collected over the micro-batches of one update, under the names of `function-names.ts`. */
export interface Totals {
  readonly sums: Readonly<Record<string, number>>;
  readonly maxima: Readonly<Record<string, number>>;
}

/** Totals of nothing. */
export const EMPTY_TOTALS: Totals = { sums: {}, maxima: {} };

/** Adds what one micro-batch reported. */
export function addTotals(
  totals: Totals,
  kind: UpdateBatch["kind"],
  sums: ArrayLike<number>,
  maxima: ArrayLike<number>,
): Totals {
  const sumNames: readonly string[] = kind === "sft" ? SFT_SUMS : RLVR_SUMS;
  const maximaNames: readonly string[] = kind === "sft" ? [] : RLVR_MAXIMA;
  const sumOf = (name: string, index: number) => (totals.sums[name] ?? 0) + (sums[index] as number);
  const maximumOf = (name: string, index: number) =>
    Math.max(totals.maxima[name] ?? Number.NEGATIVE_INFINITY, maxima[index] as number);
  return {
    sums: Object.fromEntries(sumNames.map((name, index) => [name, sumOf(name, index)])),
    maxima: Object.fromEntries(maximaNames.map((name, index) => [name, maximumOf(name, index)])),
  };
}

/** Returns the metrics of an update, means over its completion tokens. */
export function describeUpdate(batch: UpdateBatch, totals: Totals, tokens: number): Record<string, number> {
  const mean = (name: string) => (totals.sums[name] as number) / tokens;
  if (batch.kind === "sft") return { entropy: mean("entropy"), accuracy: mean("accuracy") };
  return {
    ...(batch.refLogprobs === undefined ? {} : { kl: mean("kl") }),
    entropy: mean("entropy"),
    "clip_ratio/low_mean": mean("clippedLow"),
    "clip_ratio/high_mean": mean("clippedHigh"),
    "clip_ratio/region_mean": mean("clippedLow") + mean("clippedHigh"),
    "ratio/max": totals.maxima["ratio"] as number,
    "sampling/sampling_logp_difference/mean": mean("drift"),
    "sampling/sampling_logp_difference/max": totals.maxima["drift"] as number,
  };
}
