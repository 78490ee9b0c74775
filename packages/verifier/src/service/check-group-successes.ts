import type { ReceivedRollout, ReceivedRolloutGroup } from "@touchstone/proto";
import { type CheckedSuccesses, countSuccesses, type StepsVerdict } from "../difficulty/checked-successes.ts";
import type { Grader } from "../grading/grader.ts";
import type { TraceItem, TraceVerdict } from "../steps/index.ts";

const verdictOf: Readonly<Record<ReceivedRollout["stepsCheck"], StepsVerdict | undefined>> = {
  STEPS_CHECK_UNSPECIFIED: undefined,
  STEPS_CHECK_VALID: "valid",
  STEPS_CHECK_INVALID: "invalid",
  STEPS_CHECK_UNVERIFIABLE: "unverifiable",
};

/** A graded group, as far as the check of its steps goes by it. */
export interface GradedGroup {
  readonly group: ReceivedRolloutGroup;
  /** Which of its rollouts have a correct answer. */
  readonly isCorrect: readonly boolean[];
  readonly passRate: number | undefined;
}

/**
 * Checks the steps of the correct responses of groups whose pass rate lies below the limit; undefined for the others.
 * What the caller found in its own check is taken as it is.
 *
 * @throws the signal's reason once it is aborted
 */
export async function checkGroupSuccesses(
  graded: readonly GradedGroup[],
  below: number,
  grader: Grader,
  signal: AbortSignal,
): Promise<(CheckedSuccesses | undefined)[]> {
  const listed = graded.map(({ group, isCorrect, passRate }) =>
    passRate === undefined || passRate === 0 || passRate >= below
      ? undefined
      : group.rollouts.filter((_, place) => isCorrect[place]).map((rollout) => prepare(group, rollout)),
  );
  const traces = listed.flatMap((works) => works ?? []).filter((work) => typeof work === "object");
  const checked = (await grader.check(traces, signal)).values();
  return listed.map(
    (works) =>
      works &&
      countSuccesses(
        works.map((work) => (typeof work === "object" ? toStepsVerdict(checked.next().value!) : work)),
      ),
  );
}

/** What to check, or what the caller says of it. */
function prepare({ problem }: ReceivedRolloutGroup, rollout: ReceivedRollout): TraceItem | StepsVerdict {
  return verdictOf[rollout.stepsCheck] ?? { problem, trace: rollout.response };
}

/** Valid: the steps carry the answer. Invalid: some step is wrong. Everything else could not be checked. */
function toStepsVerdict(verdict: TraceVerdict): StepsVerdict {
  if (verdict.kind === "failure") return "unverifiable";
  if (verdict.validity === "supported") return "valid";
  return verdict.validity === "invalid" ? "invalid" : "unverifiable";
}
