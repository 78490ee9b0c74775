/** Where each written step belongs, and how it got there. */
export interface StepAlignment {
  /** Per written step: index of the expected step it stands for, or -1 for an extra one. */
  readonly expectedOf: readonly number[];
  /** Per written step: it is extra, swapped with its neighbour, or follows a gap. */
  readonly misplaced: readonly boolean[];
  /** Expected steps that are not written. */
  readonly missing: number;
}

/** How written and expected steps compare. */
export interface StepComparison {
  readonly written: number;
  readonly expected: number;
  /** Price of taking written step `w` for expected step `e`: 0 when they are identical, otherwise above 0. */
  cost(w: number, e: number): number;
}

const GAP_COST = 1.6;
const SWAP_COST = 0.15;

/**
 * Aligns written with expected steps at the least total cost (optimal string alignment: match, extra, missing, swap of
 * two identical neighbours). When far more steps are written than expected, the first ones are paired by position and
 * the rest are extra, so the work is at most quadratic in the number of expected steps.
 */
export function alignSteps(comparison: StepComparison): StepAlignment {
  const { written, expected } = comparison;
  if (written > 4 * expected + 16) return alignByPosition(written, expected);
  const moves = fillMoves(comparison);
  const expectedOf = new Array<number>(written).fill(-1);
  const misplaced = new Array<boolean>(written).fill(true);
  let missing = 0;
  let w = written;
  let e = expected;
  while (w > 0 || e > 0) {
    const move = moves[w]?.[e];
    if (move === "match") {
      w--;
      e--;
      expectedOf[w] = e;
      const previousMove = moves[w]?.[e];
      misplaced[w] = previousMove === "missing";
    } else if (move === "swap") {
      w -= 2;
      e -= 2;
      expectedOf[w] = e + 1;
      expectedOf[w + 1] = e;
    } else if (move === "extra") {
      w--;
    } else {
      e--;
      missing++;
    }
  }
  return { expectedOf, misplaced, missing };
}

type Move = "start" | "match" | "swap" | "extra" | "missing";

function fillMoves({ written, expected, cost }: StepComparison): Move[][] {
  const price = Array.from({ length: written + 1 }, () => new Float64Array(expected + 1));
  const moves = Array.from({ length: written + 1 }, () => new Array<Move>(expected + 1).fill("start"));
  const at = (w: number, e: number): number =>
    w < 0 || e < 0 ? Number.POSITIVE_INFINITY : (price[w]?.[e] ?? Number.POSITIVE_INFINITY);
  for (let w = 0; w <= written; w++) {
    for (let e = 0; e <= expected; e++) {
      if (w === 0 && e === 0) continue;
      const matched = w > 0 && e > 0 ? at(w - 1, e - 1) + cost(w - 1, e - 1) : Number.POSITIVE_INFINITY;
      const isSwap = w > 1 && e > 1 && cost(w - 2, e - 1) === 0 && cost(w - 1, e - 2) === 0;
      const options: [Move, number][] = [
        ["match", matched],
        ["swap", isSwap ? at(w - 2, e - 2) + SWAP_COST : Number.POSITIVE_INFINITY],
        ["missing", at(w, e - 1) + GAP_COST],
        ["extra", at(w - 1, e) + GAP_COST],
      ];
      const [move, total] = options.reduce((best, option) => (option[1] < best[1] ? option : best));
      (moves[w] as Move[])[e] = move;
      (price[w] as Float64Array)[e] = total;
    }
  }
  return moves;
}

/** Pairs the first steps by position; what is written beyond the expected steps is extra. */
export function alignByPosition(written: number, expected: number): StepAlignment {
  const expectedOf = Array.from({ length: written }, (_, w) => (w < expected ? w : -1));
  return { expectedOf, misplaced: expectedOf.map((e) => e === -1), missing: 0 };
}
