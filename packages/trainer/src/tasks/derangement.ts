import { TrainerError } from "../errors.ts";
import { createRandom } from "../random.ts";
import type { Problem } from "./task.ts";

/**
 * For each problem the index of another problem whose golds it is scored against to measure how often a sample is
 * right by chance. Within each class of problems (same stratum, same number of values asked for) the result is a
 * permutation, so the distribution of golds is kept, and no problem gets its own answer.
 *
 * Throws a TrainerError (DATA_INVALID) naming the class when more than half of its problems share one answer (a
 * single problem included): then no such permutation exists.
 */
export function pickForeignGolds(problems: readonly Problem[], seed: number): number[] {
  const classes = new Map<string, number[]>();
  problems.forEach((problem, index) => {
    const key = `${problem.stratum}, ${countValues(problem)} value(s)`;
    const members = classes.get(key);
    if (members === undefined) classes.set(key, [index]);
    else members.push(index);
  });
  const donors = new Array<number>(problems.length);
  for (const [key, members] of classes) {
    const ordered = groupByAnswer(problems, createRandom(seed, "foreign-golds", key).shuffle(members));
    const shift = ordered.largest;
    if (shift * 2 > members.length) {
      const message = `Cannot give each of the ${members.length} problems of class "${key}" the answer of another: ${shift} share one answer. Use more problems.`;
      throw new TrainerError("DATA_INVALID", message);
    }
    ordered.indices.forEach((index, position) => {
      donors[index] = ordered.indices[(position + shift) % members.length] as number;
    });
  }
  return donors;
}

// Equal answers stand together; shifting by the largest run then moves every problem onto a different answer.
function groupByAnswer(problems: readonly Problem[], members: readonly number[]) {
  const runs = new Map<string, number[]>();
  for (const index of members) {
    const answer = JSON.stringify(problems[index]?.golds);
    const run = runs.get(answer);
    if (run === undefined) runs.set(answer, [index]);
    else run.push(index);
  }
  const indices = [...runs.values()].flat();
  const largest = Math.max(...[...runs.values()].map((run) => run.length));
  return { indices, largest };
}

function countValues(problem: Problem): number {
  return problem.golds[0]?.split(",").length ?? 0;
}
