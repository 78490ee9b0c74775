import { adjustHolm, bootstrapMean, type Estimate, seedInterval } from "@touchstone/eval/metrics";
import type { Check, Claim } from "./claim.ts";
import { measureModel, type SeedResults } from "./measure.ts";

/** How one check came out. */
export interface CheckOutcome {
  readonly check: Check;
  /** The level, or the paired difference `of` minus `against`, with its 95 % interval. */
  readonly estimate: Estimate;
  /** What the interval is over: seeds, the test problems at a single seed, or nothing. */
  readonly interval: "seeds" | "problems" | "none";
  readonly perSeed: readonly number[];
  /** Two-sided p value over seeds of a difference of zero, Holm-adjusted over all primary differences. */
  readonly adjustedP?: number;
  readonly shown: boolean;
}

export interface ClaimOutcome {
  readonly claim: Claim;
  readonly checks: readonly CheckOutcome[];
  /** Every primary check shows. */
  readonly shown: boolean;
}

/**
 * Puts claims to their checks.
 *
 * A difference shows when it reaches its threshold and its interval excludes zero; a level shows when its whole
 * interval lies on the right side of the threshold. With several seeds the interval is a t interval over the paired
 * values of the seeds; with one seed it is a bootstrap over problems, which says nothing about another seed.
 */
export function judgeClaims(claims: readonly Claim[], seeds: readonly SeedResults[]): ClaimOutcome[] {
  const judged = claims.map((claim) => ({
    claim,
    checks: claim.checks.map((check) => judgeCheck(check, seeds)),
  }));
  const primary = judged
    .flatMap(({ checks }) => checks)
    .filter((outcome) => outcome.check.role === "primary" && outcome.p !== undefined);
  const adjusted = adjustHolm(primary.map((outcome) => outcome.p as number));
  const adjustedOf = new Map(primary.map((outcome, index) => [outcome, adjusted[index] as number]));
  return judged.map(({ claim, checks }) => {
    const outcomes = checks.map((outcome): CheckOutcome => {
      const { p: _, ...rest } = outcome;
      const adjustedP = adjustedOf.get(outcome);
      return adjustedP === undefined ? rest : { ...rest, adjustedP };
    });
    return {
      claim,
      checks: outcomes,
      shown: outcomes.every(({ check, shown }) => shown || check.role !== "primary"),
    };
  });
}

function judgeCheck(
  check: Check,
  seeds: readonly SeedResults[],
): Omit<CheckOutcome, "adjustedP"> & { readonly p?: number } {
  const bySeed = seeds.map((results) => {
    const values = measureModel(check.measure, check.of, results);
    if (check.against === undefined) return values;
    const base = measureModel(check.measure, check.against, results);
    return values.map((value, index) => value - (base[index] ?? Number.NaN));
  });
  const perSeed = bySeed.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const { estimate, interval, p } = estimateMean(bySeed, perSeed);
  const shown = decide(check, estimate);
  return {
    check,
    estimate,
    interval,
    perSeed,
    shown,
    ...(p !== undefined && check.against !== undefined ? { p } : {}),
  };
}

function estimateMean(
  bySeed: readonly number[][],
  perSeed: readonly number[],
): { estimate: Estimate; interval: CheckOutcome["interval"]; p?: number } {
  if (perSeed.length > 1) {
    const { pValue, ...estimate } = seedInterval(perSeed);
    return { estimate, interval: "seeds", p: pValue };
  }
  const [only = []] = bySeed;
  if (only.length > 1) return { estimate: bootstrapMean(only), interval: "problems" };
  const value = only[0] ?? Number.NaN;
  return { estimate: { value, low: value, high: value }, interval: "none" };
}

function decide(check: Check, estimate: Estimate): boolean {
  const sign = check.direction === "above" ? 1 : -1;
  const worst = check.direction === "above" ? estimate.low : estimate.high;
  if (check.against === undefined) return sign * (worst - check.threshold) > 0;
  return sign * estimate.value >= Math.abs(check.threshold) && sign * worst > 0;
}
