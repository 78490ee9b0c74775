import { checkSteps } from "@touchstone/verifier/steps";

/** Claims of solutions that are right, by verdict. */
export interface ClaimsResult {
  readonly solutions: number;
  readonly marks: number;
  readonly confirmedMarks: number;
  readonly claims: number;
  readonly confirmed: number;
  readonly refuted: number;
}

/** Checks worked solutions, line by line. */
export function measureClaims(rows: readonly Record<string, unknown>[]): ClaimsResult {
  const counts = { solutions: 0, marks: 0, confirmedMarks: 0, claims: 0, confirmed: 0, refuted: 0 };
  for (const row of rows) {
    if (typeof row["solution"] !== "string") continue;
    const verdict = checkSteps({ problem: String(row["problem"]), trace: row["solution"].split("\n") });
    if (verdict.kind === "failure") throw new Error(`${row["id"]}: ${verdict.message}`);
    counts.solutions++;
    for (const claim of verdict.steps.flatMap((step) => step.claims)) {
      const isTrue = claim.verdict === "true";
      counts.claims++;
      if (isTrue) counts.confirmed++;
      if (claim.verdict === "false") counts.refuted++;
      if (claim.kind === "calculator_mark") counts.marks++;
      if (claim.kind === "calculator_mark" && isTrue) counts.confirmedMarks++;
    }
  }
  return counts;
}
