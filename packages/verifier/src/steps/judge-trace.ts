import type { Coherence, StepVerdict, TraceVerdict, Validity } from "./verdict.ts";

/** Sums the step verdicts up: local coherence, and apart from it whether the chain carries the answer. */
export function judgeTrace(
  steps: readonly StepVerdict[],
  texts: readonly string[],
  fuelUsed: number,
): TraceVerdict {
  const firstError = steps.findIndex((step) => step.verdict === "error");
  return {
    kind: "checked",
    steps,
    coherence: measureCoherence(steps),
    validity: judgeValidity(steps, texts, firstError),
    firstError,
    fuelUsed,
  };
}

function measureCoherence(steps: readonly StepVerdict[]): Coherence {
  const claims = steps.flatMap((step) => step.claims);
  const confirmed = claims.filter((claim) => claim.verdict === "true").length;
  const refuted = claims.filter((claim) => claim.verdict === "false").length;
  const decided = confirmed + refuted;
  return {
    claims: claims.length,
    confirmed,
    refuted,
    coverage: claims.length === 0 ? 0 : decided / claims.length,
    ...(decided === 0 ? {} : { score: confirmed / decided }),
  };
}

/** The answer is carried where every number of the last step was written before it, or is worked out in it. */
function judgeValidity(
  steps: readonly StepVerdict[],
  texts: readonly string[],
  firstError: number,
): Validity {
  if (firstError !== -1) return "invalid";
  const last = steps.at(-1);
  const hasChecked = steps.some((step) => step.verdict === "ok");
  if (last === undefined || !hasChecked || !/\d/.test(texts.at(-1) ?? "")) return "unknown";
  const isCarried = last.unsupported.length === 0 && (last.premises.length > 0 || last.verdict === "ok");
  return isCarried ? "supported" : "unknown";
}
