import type { StepVerdict, TraceVerdict } from "../steps/index.ts";

/** The verdict on a trace as a JSON object in snake_case, with names as in the contract. */
export function describeTrace(verdict: TraceVerdict): Record<string, unknown> {
  if (verdict.kind === "failure")
    return { failure: verdict.failure, message: verdict.message, fuel_used: verdict.fuelUsed };
  const { steps, coherence, validity, firstError, fuelUsed } = verdict;
  return {
    validity,
    ...(firstError === -1 ? {} : { first_error: firstError }),
    coherence,
    steps: steps.map(describeStep),
    fuel_used: fuelUsed,
  };
}

function describeStep({ start, end, verdict, error, claims, premises, unsupported }: StepVerdict) {
  return {
    start,
    end,
    outcome: verdict,
    ...(error === undefined ? {} : { error }),
    claims: claims.length,
    confirmed: claims.filter((claim) => claim.verdict === "true").length,
    premises,
    unsupported,
  };
}

const marks = { ok: "ok ", error: "BAD", unverifiable: " ? " } as const;

/** The steps of a trace with their verdicts, for a reader. */
export function explainTrace(trace: string, verdict: TraceVerdict): string {
  if (verdict.kind === "failure") return `not checked: ${verdict.message}\n`;
  const lines = verdict.steps.map((step, index) => {
    const text = trace.slice(step.start, step.end).trim().replace(/\s+/g, " ");
    const rests = step.premises.map((premise) => (premise === -1 ? "the problem" : `step ${premise + 1}`));
    return [
      `${marks[step.verdict]} ${index + 1}. ${text.length > 160 ? `${text.slice(0, 160)}…` : text}`,
      ...(step.error === undefined
        ? []
        : [`      ${step.error.kind}: "${step.error.text}" should come to ${step.error.expected}`]),
      ...(rests.length === 0 ? [] : [`      rests on ${rests.join(", ")}`]),
      ...(step.unsupported.length === 0 ? [] : [`      from nowhere: ${step.unsupported.join(", ")}`]),
    ].join("\n");
  });
  const { claims, confirmed, refuted } = verdict.coherence;
  lines.push(
    `claims: ${claims}, confirmed ${confirmed}, refuted ${refuted}; the trace is ${verdict.validity}`,
  );
  return `${lines.join("\n")}\n`;
}
