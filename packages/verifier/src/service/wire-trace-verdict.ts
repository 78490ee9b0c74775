import type { SentStepVerdict, SentTraceVerdict } from "@touchstone/proto";
import type { StepVerdict, TraceVerdict, Validity } from "../steps/index.ts";

const validities = {
  supported: "TRACE_VALIDITY_SUPPORTED",
  invalid: "TRACE_VALIDITY_INVALID",
  unknown: "TRACE_VALIDITY_UNKNOWN",
} as const satisfies Record<Validity, string>;

const outcomes = {
  ok: "STEP_OUTCOME_OK",
  error: "STEP_OUTCOME_ERROR",
  unverifiable: "STEP_OUTCOME_UNVERIFIABLE",
} as const satisfies Record<StepVerdict["verdict"], string>;

const failures = {
  limit_exceeded: "FAILURE_KIND_LIMIT_EXCEEDED",
  invalid_item: "FAILURE_KIND_INVALID_ITEM",
  internal: "FAILURE_KIND_INTERNAL",
} as const;

/** Writes a trace verdict as the contract spells it. */
export function traceVerdictToWire(id: string, verdict: TraceVerdict): SentTraceVerdict {
  const { fuelUsed } = verdict;
  if (verdict.kind === "failure") return { id, fuelUsed, failure: traceFailureToWire(verdict) };
  const { steps, coherence, validity, firstError } = verdict;
  return {
    id,
    fuelUsed,
    report: {
      steps: steps.map(stepToWire),
      coherence: { ...coherence },
      validity: validities[validity],
      ...(firstError === -1 ? {} : { firstError }),
    },
  };
}

/** Why the steps of a trace could not be checked, as the contract spells it. */
export function traceFailureToWire({
  failure,
  message,
}: Extract<TraceVerdict, { kind: "failure" }>): NonNullable<SentTraceVerdict["failure"]> {
  return { kind: failures[failure], message };
}

function stepToWire(step: StepVerdict): SentStepVerdict {
  const { start, end, verdict, error, claims, premises, unsupported } = step;
  return {
    start,
    end,
    outcome: outcomes[verdict],
    claims: claims.length,
    confirmed: claims.filter((claim) => claim.verdict === "true").length,
    premises: [...premises],
    unsupported: [...unsupported],
    ...(error === undefined
      ? {}
      : {
          error: {
            kind: error.kind,
            span: { start: error.start, end: error.end, text: error.text },
            expected: error.expected,
          },
        }),
  };
}
