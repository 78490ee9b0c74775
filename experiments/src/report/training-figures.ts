import { type PageSection, renderLineChart } from "@touchstone/eval";
import { averageHistories } from "@touchstone/trainer";
import type { SuiteResults } from "../collect-results.ts";
import type { Suite } from "../suite.ts";

const WINDOW = 5;

const CHARTS: readonly { metric: string; title: string; label: string; caption: string }[] = [
  {
    metric: "frac_reward_zero_std",
    title: "Silent groups during RLVR",
    label: "share of groups",
    caption:
      "Share of groups in which all rollouts earn the same reward, so that nothing is learnt from them.",
  },
  {
    metric: "reward",
    title: "Mean reward during RLVR",
    label: "reward",
    caption: "Mean reward of the rollouts as graded by the verifier.",
  },
  {
    metric: "entropy",
    title: "Entropy of the policy during RLVR",
    label: "nats per token",
    caption: "Mean entropy of the policy over completion tokens.",
  },
];

/** Curves of the RLVR stages over their steps, averaged over seeds, and the format shares where several formats live. */
export function buildTrainingFigures(suite: Suite, results: SuiteResults): PageSection[] {
  const rlvr = [...results.histories].filter(([, histories]) =>
    histories.some((rows) => rows.some((row) => "reward" in row)),
  );
  const figures = CHARTS.flatMap(({ metric, title, label, caption }): PageSection[] => {
    const series = rlvr
      .map(([model, histories]) => ({
        name: suite.models[model]?.title ?? model,
        points: averageHistories(histories, metric, WINDOW),
        markers: false,
      }))
      .filter(({ points }) => points.length > 0);
    if (series.length === 0) return [];
    const svg = renderLineChart({
      title,
      description: caption,
      x: { label: "RLVR step" },
      y: { label, min: 0, ...(metric === "entropy" ? {} : { max: 1, style: "percent" as const }) },
      series,
      plotHeight: 220,
    });
    return [{ kind: "figure", svg, caption: `${caption} Each point is a mean of ${WINDOW} steps.` }];
  });
  return [...figures, ...buildFormatHistory(suite, results)];
}

function buildFormatHistory(suite: Suite, results: SuiteResults): PageSection[] {
  return suite.report.format_history.flatMap((model): PageSection[] => {
    const histories = results.histories.get(model) ?? [];
    const series = suite.report.formats
      .map((format) => ({
        name: format,
        points: averageHistories(histories, `formats/${format}`, WINDOW),
        markers: false,
      }))
      .filter(({ points }) => points.length > 0);
    if (series.length === 0) return [];
    const title = suite.models[model]?.title ?? model;
    const svg = renderLineChart({
      title: `Formats of the rollouts: ${title}`,
      description: "Share of each format among training rollouts, step by step.",
      x: { label: "RLVR step" },
      y: { label: "share of rollouts", style: "percent", min: 0, max: 1 },
      series,
      plotHeight: 220,
    });
    return [
      {
        kind: "figure",
        svg,
        caption: "Reinforcement learning settles on one way of writing and the others fade.",
      },
    ];
  });
}
