import { checkSteps } from "@touchstone/verifier/steps";
import type { RealTrace } from "./real-traces.ts";

/** An equation of a trace that the check decided, as written. */
export interface TraceEquation {
  readonly left: string;
  readonly right: string;
  readonly holds: boolean;
}

/** The equations of a trace that the check decides, with one sign each: what another program can be asked as well. */
export function equationsOf({ problem, trace }: RealTrace): TraceEquation[] {
  const verdict = checkSteps({ problem, trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict.steps.flatMap(({ claims }, at) =>
    claims.flatMap(({ kind, verdict: outcome, start, end }) => {
      const sides = (trace[at] ?? "").slice(start, end).split("=");
      const [left, right] = sides;
      const isPair = kind === "equality" && outcome !== "unknown" && sides.length === 2;
      return isPair && left !== undefined && right !== undefined
        ? [{ left: left.trim(), right: right.trim(), holds: outcome === "true" }]
        : [];
    }),
  );
}
