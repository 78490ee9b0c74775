import { formatNumber, type Table } from "@touchstone/eval";
import { countDecisions, type MetricRow, meanOf } from "@touchstone/trainer";
import type { SuiteResults } from "../collect-results.ts";
import type { Suite } from "../suite.ts";

const SHARES: readonly (readonly [metric: string, title: string])[] = [
  ["groups/admitted", "learnt from"],
  ["groups/dropped", "dropped"],
  ["groups/guarded", "guarded"],
  ["frac_reward_zero_std", "silent"],
  ["shortcuts/any_rate", "rollouts with a shortcut"],
];
const COHERENCE = ["process/coherent_rate", "steps/coherence"];

/** One row for each model that RLVR made: what the verifier decided about its groups, over all steps and seeds. */
export function buildDecisionsTable(suite: Suite, results: SuiteResults): Table {
  const rows = [...results.histories].flatMap(([model, histories]) => {
    const steps = histories.flat().filter((row) => "groups/admitted" in row);
    if (steps.length === 0) return [];
    const coherence = COHERENCE.map((metric) => meanOf(steps, metric)).find((mean) => !Number.isNaN(mean));
    return [
      [
        [{ strong: suite.models[model]?.title ?? model }],
        ...SHARES.map(([metric]) => formatShare(meanOf(steps, metric))),
        formatShare(coherence ?? Number.NaN),
        listReasons(steps),
      ],
    ];
  });
  return {
    columns: [
      { title: "Model" },
      ...SHARES.map(([, title]) => ({ title, align: "right" as const })),
      { title: "coherence", align: "right" },
      { title: "groups by decision" },
    ],
    rows,
    caption:
      "Means over all training steps and seeds. Dropped and guarded groups take no part in an update unless the pipeline caps " +
      "guarded ones. Shortcuts are what the verifier's detectors flagged; coherence is the share of rollouts without a wrong " +
      "calculation.",
  };
}

function formatShare(share: number): string {
  return Number.isNaN(share) ? "–" : formatNumber(share, { style: "percent" });
}

function listReasons(steps: readonly MetricRow[]): string {
  return countDecisions(steps)
    .map(([decision, groups]) => `${decision} ${groups}`)
    .join(", ");
}
