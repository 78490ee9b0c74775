import {
  type AnswerPolicy,
  type GradeItem,
  type GradeLimits,
  gradeAnswer,
  type TraceStep,
} from "../answer/index.ts";
import { describeVerdict } from "../grade-file/result-line.ts";
import { type GradeOne, gradeGuarded } from "../grading/grade-task.ts";
import type { GradeRules } from "../grading/grader.ts";
import { explainVerdict } from "./explain.ts";
import { nameVerdict } from "./name-verdict.ts";

/** Grades one item from the command line and prints the verdict; returns the exit status. */
export function gradeOneItem(
  item: GradeItem,
  rules: GradeRules,
  gradeOne: GradeOne,
  show: { readonly json: boolean; readonly explainUnder?: GradeLimits },
): number {
  if (show.explainUnder !== undefined && !show.json)
    return explainItem(item, rules.policy, show.explainUnder);
  const verdict = gradeGuarded(gradeOne, { item, ...rules });
  process.stdout.write(
    show.json ? `${JSON.stringify(describeVerdict(verdict))}\n` : `${nameVerdict(verdict)}\n`,
  );
  return verdict.kind === "failure" ? 1 : 0;
}

function explainItem(item: GradeItem, policy: AnswerPolicy, limits: GradeLimits): number {
  const steps: TraceStep[] = [];
  const verdict = gradeAnswer(item, { policy, limits, trace: (step) => steps.push(step) });
  process.stdout.write(explainVerdict(verdict, steps, { policy, limits }));
  return verdict.kind === "failure" ? 1 : 0;
}
