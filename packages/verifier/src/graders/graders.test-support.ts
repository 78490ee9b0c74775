import {
  defaultLimits,
  defaultPolicy,
  type GradeItem,
  type GradeLimits,
  type Verdict,
} from "../answer/index.ts";
import { builtInGraders } from "./built-in.ts";
import { chooseGrader } from "./choose-grader.ts";
import { judgeItem } from "./judge-item.ts";

interface JudgeExtras {
  readonly policy?: Partial<typeof defaultPolicy>;
  readonly limits?: Partial<GradeLimits>;
  readonly choices?: readonly string[];
}

/** Judges by the grader of that name, as a request would. */
export function judgeBy(
  name: string,
  golds: readonly string[],
  candidate: GradeItem["candidate"],
  options: Readonly<Record<string, string>> = {},
  { policy, limits, choices = [] }: JudgeExtras = {},
): Verdict {
  const chosen = chooseGrader(name, options, builtInGraders)!;
  const grader = builtInGraders.find((each) => each.name === name)!;
  return judgeItem(
    grader,
    { golds, candidate, choices },
    {
      policy: { ...defaultPolicy, ...policy },
      limits: { ...defaultLimits, ...limits },
      options: chosen.options,
    },
  );
}

/** "correct", or why not: the reason of a score, the kind of a failure. */
export function outcomeOf(verdict: Verdict): string {
  if (verdict.kind === "failure") return `failure: ${verdict.failure}`;
  return verdict.correct ? "correct" : verdict.reason;
}
