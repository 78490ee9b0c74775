import type { DifficultyConfig } from "./difficulty-config.ts";
import { fadeEvidence } from "./posterior.ts";
import { createProblemState, type Evidence, type ProblemState, type Visit } from "./problem-state.ts";
import { settleStanding } from "./settle-standing.ts";

/** Scored rollouts of one group of a problem. */
export interface Observation {
  readonly step: number;
  readonly correct: number;
  readonly wrong: number;
}

/**
 * The state after a group was seen. Updates of one step commute exactly; a group of an earlier step arrives late and
 * is added as faded as it would be by now.
 */
export function observeGroup(
  state: ProblemState | undefined,
  { step, correct, wrong }: Observation,
  config: DifficultyConfig,
): ProblemState {
  const at = advanceTo(state ?? createProblemState(step), step, config);
  const counts = { correct, wrong };
  const evidence =
    step === at.step
      ? { recent: addEvidence(at.recent, counts) }
      : { older: addEvidence(at.older, fadeEvidence(counts, at.step - step, config)) };
  return {
    ...at,
    ...evidence,
    visits: at.visits + 1,
    rollouts: at.rollouts + correct + wrong,
    correct: at.correct + correct,
    lastVisits: addVisit(at.lastVisits, { step, rollouts: correct + wrong, correct }, config.recentVisits),
  };
}

/**
 * The state after offline counts were imported: scaled down to at most `import_max_rollouts`, so that the counts of
 * another model inform the belief and never rule it. No visit is counted.
 */
export function importCounts(
  state: ProblemState | undefined,
  { step, correct, wrong }: Observation,
  config: DifficultyConfig,
): ProblemState {
  const at = advanceTo(state ?? createProblemState(step), step, config);
  const total = correct + wrong;
  const scale = total > config.importMaxRollouts ? config.importMaxRollouts / total : 1;
  const counts = { correct: correct * scale, wrong: wrong * scale };
  return { ...at, older: addEvidence(at.older, fadeEvidence(counts, at.step - step, config)) };
}

/** The state with everything older than `step` folded and faded; unchanged when `step` is not newer. */
function advanceTo(state: ProblemState, step: number, config: DifficultyConfig): ProblemState {
  if (step <= state.step) return state;
  return {
    ...state,
    step,
    older: fadeEvidence(addEvidence(state.older, state.recent), step - state.step, config),
    recent: { correct: 0, wrong: 0 },
    standing: settleStanding(state, config),
  };
}

function addEvidence(left: Evidence, right: Evidence): Evidence {
  return { correct: left.correct + right.correct, wrong: left.wrong + right.wrong };
}

function addVisit(visits: readonly Visit[], added: Visit, kept: number): Visit[] {
  const same = visits.find(({ step }) => step === added.step);
  const merged =
    same === undefined
      ? added
      : { ...added, rollouts: same.rollouts + added.rollouts, correct: same.correct + added.correct };
  const others = visits.filter((visit) => visit !== same);
  return [...others, merged].sort((left, right) => left.step - right.step).slice(-kept);
}
