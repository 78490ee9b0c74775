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
  readonly verdict: CheckVerdict;
}

/** `refuted`: the interval excludes what was wanted. `open`: it excludes neither that nor its opposite. */
export type CheckVerdict = "shown" | "refuted" | "open";

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
 * interval lies on the right side of the threshold. What does not show is refuted when the whole interval lies on the
 * wrong side of the threshold, and otherwise open. With several seeds the interval is a t interval over the paired
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
      shown: outcomes.every(({ check, verdict }) => verdict === "shown" || check.role !== "primary"),
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
  const { estimate: unbounded, interval, p } = estimateMean(bySeed, perSeed);
  const estimate = check.against === undefined ? boundShare(unbounded) : unbounded;
  return {
    check,
    estimate,
    interval,
    perSeed,
    verdict: decide(check, estimate),
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

/** A t interval knows nothing of the ends of a scale; every level that is measured is a share. */
export function boundShare({ value, low, high }: Estimate): Estimate {
  return { value, low: Math.max(0, low), high: Math.min(1, high) };
}

function decide(check: Check, { value, low, high }: Estimate): CheckVerdict {
  const isAbove = check.direction === "above";
  const sign = isAbove ? 1 : -1;
  const [worst, best] = isAbove ? [low, high] : [high, low];
  const isDifference = check.against !== undefined;
  const wanted = isDifference ? sign * Math.abs(check.threshold) : check.threshold;
  const isShown = isDifference
    ? sign * (value - wanted) >= 0 && sign * worst > 0
    : sign * (worst - wanted) > 0;
  if (isShown) return "shown";
  return sign * (best - wanted) <= 0 ? "refuted" : "open";
}

/** The sentence for an outcome: the claim's own words, or that the interval leaves it open. */
export function sayOutcome({ check, verdict }: CheckOutcome): string {
  if (verdict === "shown") return check.shown;
  return verdict === "refuted" ? check.failure : `Not shown, and not excluded either. (${check.failure})`;
}
