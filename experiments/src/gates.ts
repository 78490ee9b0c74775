import type { Estimate } from "@touchstone/eval";
import { z } from "zod";
import { measureSchema } from "./claim.ts";
import type { SuiteResults } from "./collect-results.ts";
import { estimateMeasure } from "./report/arms-table.ts";

/** A condition on a starting model without which a comparison made from it cannot come out either way. */
export const gateSchema = z.strictObject({
  of: z.string().describe("Model measured"),
  measure: measureSchema,
  low: z.number().min(0).max(1).describe("Smallest value that leaves room"),
  high: z.number().min(0).max(1).describe("Largest value that leaves room"),
  unmet: z.string().describe("What a value outside means for the claims"),
});
export type Gate = z.infer<typeof gateSchema>;

/** A gate with what was measured; it is met when the mean over seeds lies inside. */
export interface GateOutcome {
  readonly gate: Gate;
  readonly estimate: Estimate;
  readonly isMet: boolean;
}

/** Measures every gate on the results of a run. */
export function measureGates(gates: readonly Gate[], results: SuiteResults): GateOutcome[] {
  return gates.map((gate) => {
    const estimate = estimateMeasure(gate.measure, gate.of, results);
    return { gate, estimate, isMet: estimate.value >= gate.low && estimate.value <= gate.high };
  });
}
