import { readFileSync } from "node:fs";
import type { Trajectory } from "./replay-trajectories.ts";

/** Pass counts of one problem. */
export interface CountRow {
  readonly id: string;
  readonly rollouts: number;
  readonly correct: number;
}

const groupSize = 8;
const runSteps = 500;

function readRows(path: string): Record<string, unknown>[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Visits of each problem in a run, spread evenly over its policy steps. */
export function loadTrajectories(path: string): Trajectory[] {
  return readRows(path).map((row) => {
    const counts = row["c_by_visit"] as number[];
    const visits = counts.map((correct, index) => ({
      step: Math.floor((index * runSteps) / counts.length),
      correct,
    }));
    const end = counts.slice(-10);
    const rate = end.reduce((sum, count) => sum + count, 0) / (end.length * groupSize);
    const near = (index: number) => counts.slice(Math.max(0, index - 2), index + 3);
    return {
      id: String(row["id"]),
      visits,
      hopeless: counts.map((_, index) => near(index).every((count) => count === 0)),
      isLearnable: rate >= 0.1 && rate <= 0.9,
    };
  });
}

/** Pass counts of problems. */
export function loadCounts(path: string): CountRow[] {
  return readRows(path).map((row) => ({
    id: String(row["id"]),
    rollouts: Number(row["n"]),
    correct: Number(row["c"]),
  }));
}

/** Deals a problem's outcomes out into groups of 8 without replacement, one policy step apart, seeded by its id. */
export function splitIntoVisits({ id, rollouts, correct }: CountRow, groups: number): Trajectory {
  const draw = createGenerator(id);
  let [left, right] = [rollouts, correct];
  const visits = Array.from({ length: groups }, (_, step) => {
    let seen = 0;
    for (let index = 0; index < groupSize; index++, left--) {
      if (draw() * left >= right) continue;
      seen++;
      right--;
    }
    return { step, correct: seen };
  });
  const rate = correct / rollouts;
  return {
    id,
    visits,
    hopeless: visits.map(() => rate < 0.02),
    isLearnable: rate >= 0.1 && rate <= 0.9,
  };
}

/** Counts of the same problem before and after training. */
export function pairCounts(path: string): { base: CountRow; trained: CountRow }[] {
  const rows = readRows(path).map((row) => ({
    problem: String(row["problem_id"]),
    isBase: !String(row["model"]).includes("RL-trained"),
    counts: { id: String(row["id"]), rollouts: Number(row["n"]), correct: Number(row["c"]) },
  }));
  const bases = new Map(rows.filter(({ isBase }) => isBase).map((row) => [row.problem, row.counts]));
  const trained = rows.filter(({ isBase }) => !isBase);
  return trained.flatMap(({ problem, counts }) => {
    const base = bases.get(problem);
    return base === undefined ? [] : [{ base, trained: counts }];
  });
}

/** A seeded stream of numbers in [0, 1): FNV-1a of the seed, then SplitMix32. */
export function createGenerator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 2 ** 32;
  };
}
