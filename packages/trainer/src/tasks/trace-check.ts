import type { StepError, TraceCheck, TraceStepCheck } from "./task.ts";

const ERROR_ORDER: readonly StepError[] = ["calculator", "premise_prompt", "premise_carry", "rule"];

/** Everything a checker found out about a completion; `summarizeTrace` derives the rest. */
export interface TraceFindings {
  readonly format: string | undefined;
  readonly formatOk: boolean;
  readonly showsWork: boolean;
  readonly steps: readonly TraceStepCheck[];
  readonly missing: number;
  readonly answerCorrect: boolean;
  readonly answerFollows?: boolean | undefined;
}

/** A step verdict from the errors found in the step. */
export function createStepCheck(text: string, found: ReadonlySet<StepError>): TraceStepCheck {
  const errors = ERROR_ORDER.filter((error) => found.has(error));
  return { verdict: errors[0] ?? "ok", errors, text };
}

/** Derives coherence, validity and the first error from a checker's findings. */
export function summarizeTrace(findings: TraceFindings): TraceCheck {
  const { steps, missing, answerFollows } = findings;
  const has = (error: StepError): boolean => steps.some((step) => step.errors.includes(error));
  const wrong = steps.findIndex((step) => step.errors.length > 0);
  const firstError = wrong >= 0 ? wrong : missing > 0 && findings.showsWork ? steps.length : undefined;
  const coherent = !has("calculator");
  return {
    format: findings.format,
    formatOk: findings.formatOk,
    steps,
    missing,
    ...(firstError === undefined ? {} : { firstError }),
    coherent,
    carryCoherent: coherent && !has("premise_carry"),
    answerCorrect: findings.answerCorrect,
    ...(answerFollows === undefined ? {} : { answerFollows }),
    valid:
      findings.showsWork &&
      findings.formatOk &&
      findings.answerCorrect &&
      missing === 0 &&
      firstError === undefined,
  };
}
