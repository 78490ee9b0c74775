import type { ReceivedAnswerPolicy, ReceivedGraderSpec } from "@touchstone/proto";
import type { AnswerPolicy, GradeItem, Verdict } from "../answer/index.ts";
import { InvalidRequestError } from "../errors.ts";
import type { ChosenGrader, GraderFacts } from "../graders/choose-grader.ts";
import type { GradeTask } from "../grading/grader.ts";
import { readGrader } from "./wire-grader.ts";
import { type AppliedPolicy, overlayPolicy, refuseItem } from "./wire-policy.ts";

/** Under what an item or group is graded; with a refusal, the verdict of all of it. */
export interface RuleChoice {
  readonly applied: AppliedPolicy;
  readonly grader: ChosenGrader | undefined;
  readonly refusal?: Verdict;
}

/** The rules of an item or group laid over those of its batch; an unusable one is the failure `invalid_item` of it alone. */
export function chooseRules(
  { policy, grader }: { policy: ReceivedAnswerPolicy | null; grader: ReceivedGraderSpec | null },
  batchPolicy: AppliedPolicy,
  batchGrader: ChosenGrader | undefined,
  known: readonly GraderFacts[],
): RuleChoice {
  try {
    return { applied: overlayPolicy(batchPolicy, policy), grader: readGrader(grader, batchGrader, known) };
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    return { applied: batchPolicy, grader: batchGrader, refusal: refuseItem(error.message) };
  }
}

/** One item to grade. */
export function createTask(
  item: GradeItem,
  policy: AnswerPolicy,
  grader: ChosenGrader | undefined,
): GradeTask {
  return grader === undefined ? { item, policy } : { item, policy, grader };
}
