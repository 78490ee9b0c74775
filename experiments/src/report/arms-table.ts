import { type Estimate, formatInterval, formatNumber, type Table } from "@touchstone/eval";
import { bootstrapMean, seedInterval } from "@touchstone/eval/metrics";
import type { Measure } from "../claim.ts";
import type { SuiteResults } from "../collect-results.ts";
import { boundShare } from "../judge-claims.ts";
import { measureModel } from "../measure.ts";
import type { Suite } from "../suite.ts";

/** Columns of the table: what is measured of every arm. */
function listColumns(strata: readonly string[], kMax: number): { title: string; measure: Measure }[] {
  const on = [...strata];
  return [
    { title: "answer pass@1", measure: { kind: "answer_pass", k: 1, strata: on } },
    { title: "process pass@1", measure: { kind: "process_pass", k: 1, strata: on } },
    { title: `answer pass@${kMax}`, measure: { kind: "answer_pass", k: kMax, strata: on } },
    { title: `process pass@${kMax}`, measure: { kind: "process_pass", k: kMax, strata: on } },
    { title: `null pass@${kMax}`, measure: { kind: "null_pass", k: kMax, strata: on } },
  ];
}

/** A value of one model with its 95 % interval: over seeds, or over problems at a single seed. */
export function estimateMeasure(measure: Measure, model: string, results: SuiteResults): Estimate {
  const bySeed = results.seeds.map((seed) => measureModel(measure, model, seed));
  const [only] = bySeed;
  if (bySeed.length === 1 && only !== undefined) {
    if (only.length > 1) return bootstrapMean(only, { resamples: 2000 });
    return { value: only[0] ?? Number.NaN, low: Number.NaN, high: Number.NaN };
  }
  const means = bySeed.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  return boundShare(seedInterval(means));
}

/** One row a model: pass rates with intervals, silent groups, budget. */
export function buildArmsTable(suite: Suite, results: SuiteResults): Table {
  const kMax = findLargestK(results);
  const rows = Object.entries(suite.models).map(([model, { title }]) => {
    const strata = listStrata(results, model);
    const cells = listColumns(strata, kMax).map(({ measure }) =>
      formatInterval(estimateMeasure(measure, model, results), { style: "percent" }),
    );
    const silent = results.seeds.every((seed) => seed.silent.has(model))
      ? formatNumber(estimateMeasure({ kind: "silent_rate", window: "all" }, model, results).value, {
          style: "percent",
        })
      : "–";
    const flops = results.flops.get(model) ?? 0;
    return [
      [{ strong: title }],
      strata.join(", "),
      ...cells,
      silent,
      formatNumber(flops / 1e12, { digits: 2 }),
    ];
  });
  return {
    columns: [
      { title: "Model" },
      { title: "On" },
      ...listColumns([], kMax).map(({ title }) => ({ title, align: "right" as const })),
      { title: "silent groups", align: "right" },
      { title: "training TFLOPs", align: "right" },
    ],
    rows,
    caption:
      "95 % intervals in brackets. Training budget counts the stages of the arm itself, not the base model it starts from.",
  };
}

/** The strata a model was sampled on. */
export function listStrata(results: SuiteResults, model: string): string[] {
  const problems = results.seeds[0]?.tallies.get(model)?.problems.values() ?? [];
  return [...new Set([...problems].map(({ stratum }) => stratum))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
}

/** Half of the smallest number of samples of any problem, as a power of two. */
export function findLargestK(results: SuiteResults): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const { tallies } of results.seeds) {
    for (const tally of tallies.values())
      for (const problem of tally.problems.values()) smallest = Math.min(smallest, problem.n);
  }
  return 2 ** Math.max(0, Math.floor(Math.log2(smallest / 2)));
}
