import { type GradeLimits, gradeAnswer, resolveLimits, type Verdict } from "../answer/index.ts";
import type { AnswerGrader } from "../graders/answer-grader.ts";
import { builtInGraders } from "../graders/built-in.ts";
import { judgeItem } from "../graders/judge-item.ts";
import type { GradeTask } from "./grader.ts";
import { guarded } from "./guarded.ts";

/** The function that grades one task; tests pass their own. */
export type GradeOne = (task: GradeTask) => Verdict;

/** Grades single tasks under the given limits, by these graders beside the mathematical core. */
export function createGradeOne(
  given: Partial<GradeLimits>,
  graders: readonly AnswerGrader<unknown>[] = builtInGraders,
): GradeOne {
  const { maxResponseChars, maxAnswerChars, maxDepth, maxTokens, fuel } = resolveLimits(given);
  // Exactly the fields of the limits: callers may pass a larger object, and this one is copied for every item.
  const limits = { maxResponseChars, maxAnswerChars, maxDepth, maxTokens, fuel };
  return ({ item, policy, grader }) =>
    grader === undefined
      ? gradeAnswer(item, { policy, limits })
      : judgeItem(findNamed(grader.name, graders), item, { policy, limits, options: grader.options });
}

function findNamed(name: string, graders: readonly AnswerGrader<unknown>[]): AnswerGrader<unknown> {
  const grader = graders.find((each) => each.name === name);
  if (grader === undefined) throw new TypeError("A task names a grader that is not there.");
  return grader;
}

/** The verdict of `gradeOne`, or the failure `internal` if it throws. */
export function gradeGuarded(gradeOne: GradeOne, task: GradeTask): Verdict {
  return guarded(() => gradeOne(task));
}
