import { formatInterval, formatNumber, type PageSection } from "@touchstone/eval";
import type { SuiteResults } from "../collect-results.ts";
import { type GateOutcome, measureGates } from "../gates.ts";
import type { Suite } from "../suite.ts";
import { describeMeasure } from "./describe-measure.ts";

/** The gates as a table; nothing when the suite has none. */
export function buildGatesSection(suite: Suite, results: SuiteResults): PageSection[] {
  if (suite.gates.length === 0) return [];
  const outcomes = measureGates(suite.gates, results);
  return [
    { kind: "heading", level: 2, text: "Was there room to move" },
    {
      kind: "prose",
      text: "A model that solves everything can only lose, one that solves nothing can only gain, and where guessing scores well a high pass@k means little. The starting models were held against these bounds.",
    },
    {
      kind: "table",
      columns: [
        { title: "Measured" },
        { title: "Wanted", align: "right" },
        { title: "Found (95 %)", align: "right" },
        { title: "Outcome" },
      ],
      rows: outcomes.map((outcome) => describeGate(outcome, suite)),
    },
  ];
}

function describeGate({ gate, estimate, isMet }: GateOutcome, suite: Suite): string[] {
  const percent = (value: number): string => formatNumber(value, { style: "percent", digits: 0 });
  return [
    `${describeMeasure(gate.measure)}: ${suite.models[gate.of]?.title ?? gate.of}`,
    `${percent(gate.low)} to ${percent(gate.high)}`,
    formatInterval(estimate, { style: "percent" }),
    isMet ? "Met." : `Not met: ${gate.unmet}`,
  ];
}
