import { quantileOfSorted } from "./quantile.ts";

/**
 * Where the curve of a trained model falls below the baseline's.
 * - `crosses`: it is above at small k and below from k on (k interpolated, so seldom whole).
 * - `none`: it is above somewhere and never falls below, up to K.
 * - `from_start`: it is below at the first k where they differ; `overtakesAt` says where it rises above, if it does.
 * - `equal`: the curves do not differ anywhere up to K.
 */
export type Crossing =
  | { readonly kind: "crosses"; readonly k: number }
  | { readonly kind: "none"; readonly upTo: number }
  | { readonly kind: "from_start"; readonly upTo: number; readonly overtakesAt: number | null }
  | { readonly kind: "equal"; readonly upTo: number };

/** Differences this small are rounding. */
const ZERO = 1e-12;

/**
 * Finds the crossing from the differences trained - baseline at ascending `ks`.
 *
 * Between two neighbouring k the difference is taken to be linear in log k, which is the axis of the plot. Touching
 * zero is no crossing (two curves that both reach 1 touch there); the trained curve must come out strictly below.
 * The first crossing counts.
 */
export function findCrossing(ks: readonly number[], differences: ArrayLike<number>): Crossing {
  const upTo = ks[ks.length - 1] ?? 0;
  const first = findFrom(differences, 0, (d) => Math.abs(d) > ZERO);
  if (first < 0) return { kind: "equal", upTo };
  const startsAbove = differences[first]! > 0;
  const flip = findFrom(differences, first, startsAbove ? (d) => d < -ZERO : (d) => d > ZERO);
  const at = flip < 0 ? null : interpolateZero(ks, differences, flip);
  if (!startsAbove) return { kind: "from_start", upTo, overtakesAt: at };
  return at === null ? { kind: "none", upTo } : { kind: "crosses", k: at };
}

function findFrom(values: ArrayLike<number>, from: number, test: (value: number) => boolean): number {
  for (let i = from; i < values.length; i++) if (test(values[i]!)) return i;
  return -1;
}

/** Walks back from the flip to the last point on the other side and interpolates to zero from there. */
function interpolateZero(ks: readonly number[], differences: ArrayLike<number>, flip: number): number {
  const sign = Math.sign(differences[flip]!);
  let i = flip - 1;
  while (differences[i]! * sign > -ZERO) i--;
  const before = differences[i]!;
  const after = differences[i + 1]!;
  const share = before / (before - after);
  return Math.exp(Math.log(ks[i]!) + share * (Math.log(ks[i + 1]!) - Math.log(ks[i]!)));
}

/** One change of sides: from `k` on the trained curve is above or below the baseline's. */
export interface SideChange {
  readonly k: number;
  readonly side: "above" | "below";
}

/** Returns every change of sides in order, under the same rules as {@link findCrossing}. */
export function listSideChanges(ks: readonly number[], differences: ArrayLike<number>): SideChange[] {
  const changes: SideChange[] = [];
  let side = 0;
  for (let i = 0; i < ks.length; i++) {
    const now = Math.abs(differences[i]!) > ZERO ? Math.sign(differences[i]!) : 0;
    if (now === 0 || Number.isNaN(now)) continue;
    if (side !== 0 && now !== side) {
      changes.push({ k: interpolateZero(ks, differences, i), side: now > 0 ? "above" : "below" });
    }
    side = now;
  }
  return changes;
}

/**
 * Returns a crossing as a number that orders: k for `crosses`, Infinity for `none`, the first k, 1, for
 * `from_start`, NaN for `equal`.
 */
export function rankCrossing(crossing: Crossing): number {
  if (crossing.kind === "crosses") return crossing.k;
  if (crossing.kind === "from_start") return 1;
  return crossing.kind === "none" ? Number.POSITIVE_INFINITY : Number.NaN;
}

/** The uncertainty of a crossing: what share of resamples crosses, and where. */
export interface CrossingInterval {
  /** Percentile bounds of k; a bound of Infinity means "none up to K", of 1 "from the start". NaN when always equal. */
  readonly low: number;
  readonly high: number;
  /** Shares of resamples by kind; they add up to 1. */
  readonly shares: Readonly<Record<Crossing["kind"], number>>;
}

/** Summarises the crossings of bootstrap resamples at `confidence` (default 0.95). */
export function summarizeCrossings(crossings: readonly Crossing[], confidence = 0.95): CrossingInterval {
  const counts = { crosses: 0, none: 0, from_start: 0, equal: 0 };
  for (const crossing of crossings) counts[crossing.kind]++;
  const ranks = Float64Array.from(crossings, rankCrossing)
    .filter((rank) => !Number.isNaN(rank))
    .sort();
  const tail = (1 - confidence) / 2;
  const total = Math.max(crossings.length, 1);
  return {
    low: quantileOfSorted(ranks, tail),
    high: quantileOfSorted(ranks, 1 - tail),
    shares: {
      crosses: counts.crosses / total,
      none: counts.none / total,
      from_start: counts.from_start / total,
      equal: counts.equal / total,
    },
  };
}
