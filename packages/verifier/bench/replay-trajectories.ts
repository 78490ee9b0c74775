import { assessProblem } from "../src/difficulty/decide-problem.ts";
import type { DifficultyConfig } from "../src/difficulty/difficulty-config.ts";
import { observeGroup } from "../src/difficulty/observe.ts";
import type { ProblemState } from "../src/difficulty/problem-state.ts";
import { rankCandidate, takeFirst } from "../src/difficulty/select-problems.ts";

/** Recorded visits of one problem, 8 rollouts each. */
export interface Trajectory {
  readonly id: string;
  readonly visits: readonly { readonly step: number; readonly correct: number }[];
  /** Whether there was nothing to learn at each visit. */
  readonly hopeless: readonly boolean[];
  readonly isLearnable: boolean;
}

/** Decides which visits are paid for. */
export type ReplayFilter =
  | { readonly kind: "none" | "all-wrong" | "silent" }
  | { readonly kind: "ledger"; readonly config: DifficultyConfig };

const groupSize = 8;
const endVisits = 10;
const isMixed = (correct: number) => correct > 0 && correct < groupSize;

/** Every problem is visited whenever the filter lets it through. */
export function replayFreely(trajectories: readonly Trajectory[], filter: ReplayFilter) {
  const sum = {
    allVisits: 0,
    visits: 0,
    mixed: 0,
    mixedLost: 0,
    allHopelessVisits: 0,
    hopelessVisits: 0,
    learnable: 0,
    learnableLost: 0,
  };
  for (const { visits, hopeless, isLearnable } of trajectories) {
    let state: ProblemState | undefined;
    let gone = false;
    const paid = visits.map(({ step, correct }) => {
      if (gone || isDropped(state, step, filter)) return false;
      if (filter.kind === "ledger") state = see(state, step, correct, filter.config);
      if (filter.kind === "all-wrong") gone = correct === 0;
      if (filter.kind === "silent") gone = !isMixed(correct);
      return true;
    });
    for (const [index, { correct }] of visits.entries()) {
      sum.allVisits++;
      if (hopeless[index]) sum.allHopelessVisits++;
      if (paid[index]) {
        sum.visits++;
        if (isMixed(correct)) sum.mixed++;
        if (hopeless[index]) sum.hopelessVisits++;
      } else if (isMixed(correct)) sum.mixedLost++;
    }
    if (!isLearnable) continue;
    sum.learnable++;
    const end = paid.slice(-endVisits);
    if (end.filter((was) => !was).length > end.length / 2) sum.learnableLost++;
  }
  return sum;
}

/** Visits paid before the problem is dropped for the first time. */
export function countVisitsToDrop({ visits }: Trajectory, config: DifficultyConfig): number {
  let state: ProblemState | undefined;
  for (const [index, { step, correct }] of visits.entries()) {
    if (isDropped(state, step, { kind: "ledger", config })) return index;
    state = see(state, step, correct, config);
  }
  return visits.length;
}

function isDropped(state: ProblemState | undefined, step: number, filter: ReplayFilter): boolean {
  if (filter.kind !== "ledger") return false;
  return assessProblem(state, step, filter.config).decision.returnsAtStep !== undefined;
}

function see(state: ProblemState | undefined, step: number, correct: number, config: DifficultyConfig) {
  return observeGroup(state, { step, correct, wrong: groupSize - correct }, config);
}

/** How problems are chosen under a budget. */
export type BudgetMethod =
  | "uniform, no filter"
  | "uniform, all-wrong dropped"
  | "ledger, weight"
  | "ledger, posterior";

/** At each visit the same share of all problems is rolled out. */
export function replayAtBudget(
  trajectories: readonly Trajectory[],
  method: BudgetMethod,
  share: number,
  config: DifficultyConfig,
) {
  const states = new Map<string, ProblemState>();
  const gone = new Set<string>();
  const touched = new Set<string>();
  const rounds = Math.min(...trajectories.map(({ visits }) => visits.length));
  let visits = 0;
  let mixed = 0;
  for (let round = 0; round < rounds; round++) {
    const step = trajectories[0]!.visits[round]!.step;
    const request = {
      method: method === "ledger, posterior" ? ("posterior" as const) : ("weight" as const),
      count: 0,
      step,
      targetRate: config.targetRate,
      key: ["replay", method, round],
    };
    const isLedger = method.startsWith("ledger");
    const ranked = trajectories.flatMap(({ id }) => {
      if (gone.has(id)) return [];
      const used = isLedger ? request : { ...request, method: "uniform" as const };
      const candidate = rankCandidate(id, states.get(id), used, config);
      return candidate === undefined ? [] : [candidate];
    });
    const chosen = new Set(
      takeFirst(ranked, Math.round(share * trajectories.length)).map(({ report }) => report.problemId),
    );
    for (const { id, visits: recorded, isLearnable } of trajectories) {
      if (!chosen.has(id)) continue;
      const { correct } = recorded[round]!;
      visits++;
      if (isMixed(correct)) mixed++;
      if (isLedger) states.set(id, see(states.get(id), step, correct, config));
      if (method === "uniform, all-wrong dropped" && correct === 0) gone.add(id);
      if (isLearnable && isMixed(correct) && round >= 0.8 * rounds) touched.add(id);
    }
  }
  return {
    visits,
    mixed,
    touched: touched.size,
    learnable: trajectories.filter((one) => one.isLearnable).length,
  };
}
