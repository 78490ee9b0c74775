import type { TraceVerdict } from "@touchstone/proto";
import type { TraceJudgement } from "./reward-source.ts";

const validityOf: Readonly<Record<string, "supported" | "invalid">> = {
  TRACE_VALIDITY_SUPPORTED: "supported",
  TRACE_VALIDITY_INVALID: "invalid",
};

/** What the verifier found in the steps of a completion; undefined where it failed to check them. */
export function readTrace({ report }: TraceVerdict): TraceJudgement {
  if (!report) return undefined;
  const { score, coverage = 0 } = report.coherence ?? {};
  return {
    coverage,
    validity: validityOf[report.validity] ?? "unknown",
    ...(score === undefined ? {} : { coherence: score }),
  };
}
