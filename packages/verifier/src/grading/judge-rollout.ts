import type { Verdict } from "../answer/index.ts";
import { examineRollout } from "../reward/shortcuts/examine-rollout.ts";
import type { GradeOne } from "./grade-task.ts";
import type { JudgedRollout, RolloutTask } from "./grader.ts";
import { guarded } from "./guarded.ts";

/** Grades a rollout and looks for shortcuts in it where asked to; a defect in either is its failure `internal`. */
export function judgeRollout(gradeOne: GradeOne, task: RolloutTask): JudgedRollout {
  const judged = guarded(() => judgeUnguarded(gradeOne, task));
  return "verdict" in judged ? judged : { verdict: judged };
}

function judgeUnguarded(gradeOne: GradeOne, { prompt, response }: RolloutTask): JudgedRollout {
  const { problem, golds, refusal, detects } = prompt;
  const verdict: Verdict = refusal ?? gradeOne(toGradeTask({ prompt, response }));
  const findings = detects ? examineRollout({ text: response, problem, golds, verdict }) : undefined;
  return findings === undefined ? { verdict } : { verdict, findings };
}

function toGradeTask({ prompt, response }: RolloutTask) {
  const { golds, choices, problem, policy, grader } = prompt;
  const item = {
    golds,
    candidate: { response },
    ...(choices === undefined ? {} : { choices }),
    ...(problem === "" ? {} : { problem }),
  };
  return grader === undefined ? { item, policy } : { item, policy, grader };
}
