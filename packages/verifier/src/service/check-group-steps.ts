import type { ReceivedRollout, ReceivedRolloutGroup } from "@touchstone/proto";
import type { Verdict } from "../answer/index.ts";
import { type CheckedSuccesses, countSuccesses, type StepsVerdict } from "../difficulty/checked-successes.ts";
import type { Grader } from "../grading/grader.ts";
import type { OnSlow, SlowItem } from "../grading/slow-item.ts";
import { summarizeTrace, type TraceSummary } from "../steps/index.ts";
import { checkInWindows } from "./check-in-windows.ts";

/** Verdicts on the steps of a group's rollouts, by position; undefined where they were not checked. */
export type GroupTraces = readonly (TraceSummary | undefined)[];

/** Whose steps are checked. */
export interface StepsWanted {
  /** Every rollout with a score. */
  readonly all: boolean;
  /** The correct responses of groups whose pass rate lies between 0 and this; absent: none. */
  readonly successesBelow?: number;
}

const verdictOf: Readonly<Record<ReceivedRollout["stepsCheck"], StepsVerdict | undefined>> = {
  STEPS_CHECK_UNSPECIFIED: undefined,
  STEPS_CHECK_VALID: "valid",
  STEPS_CHECK_INVALID: "invalid",
  STEPS_CHECK_UNVERIFIABLE: "unverifiable",
};

/**
 * Checks the steps of the rollouts that are wanted, group by group.
 *
 * @param verdicts of the answers, in the order of groups and rollouts
 * @param report its `onSlow` hears of slow traces by the place of their rollout in the batch
 * @throws the signal's reason once it is aborted
 */
export async function checkGroupSteps(
  groups: readonly ReceivedRolloutGroup[],
  verdicts: readonly (readonly Verdict[])[],
  wanted: StepsWanted,
  grader: Grader,
  { signal, onSlow }: { readonly signal: AbortSignal; readonly onSlow: OnSlow },
): Promise<GroupTraces[]> {
  const isWanted = groups.map((group, index) => listWanted(group, verdicts[index]!, wanted));
  const items = groups.flatMap(({ problem, rollouts }, index) =>
    rollouts
      .filter((_, place) => isWanted[index]![place])
      .map(({ response }) => ({ problem, trace: response })),
  );
  const places = isWanted.flat().flatMap((is, index) => (is ? [index] : []));
  const tell = (slow: SlowItem) => onSlow({ ...slow, index: places[slow.index]! });
  const checked = (await checkInWindows(items, summarizeTrace, grader, { signal, onSlow: tell })).values();
  return isWanted.map((group) => group.map((is) => (is ? checked.next().value : undefined)));
}

function listWanted(
  { rollouts }: ReceivedRolloutGroup,
  verdicts: readonly Verdict[],
  { all, successesBelow }: StepsWanted,
): boolean[] {
  if (all) return verdicts.map(({ kind }) => kind === "score");
  const isLow = successesBelow !== undefined && hasRareSuccess(verdicts, successesBelow);
  return rollouts.map(
    ({ stepsCheck }, index) => isLow && isCorrect(verdicts[index]!) && verdictOf[stepsCheck] === undefined,
  );
}

/**
 * How the correct responses of a group whose pass rate lies under the limit stand; undefined for other groups. What the
 * caller found in its own check is taken as it is.
 */
export function countGroupSuccesses(
  { rollouts }: ReceivedRolloutGroup,
  verdicts: readonly Verdict[],
  traces: GroupTraces,
  below: number,
): CheckedSuccesses | undefined {
  if (!hasRareSuccess(verdicts, below)) return undefined;
  const found = rollouts.map(({ stepsCheck }, index) => verdictOf[stepsCheck] ?? judgeTrace(traces[index]));
  return countSuccesses(found.filter((_, index) => isCorrect(verdicts[index]!)));
}

/** Valid: the steps carry the answer. Invalid: some step is wrong. Everything else could not be checked. */
function judgeTrace(trace: TraceSummary | undefined): StepsVerdict {
  if (trace?.kind !== "checked") return "unverifiable";
  if (trace.validity === "supported") return "valid";
  return trace.validity === "invalid" ? "invalid" : "unverifiable";
}

function hasRareSuccess(verdicts: readonly Verdict[], below: number): boolean {
  const scored = verdicts.filter(({ kind }) => kind === "score").length;
  const correct = verdicts.filter(isCorrect).length;
  return correct > 0 && correct / scored < below;
}

function isCorrect(verdict: Verdict): boolean {
  return verdict.kind === "score" && verdict.correct;
}
