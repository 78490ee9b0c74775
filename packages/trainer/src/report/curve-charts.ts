import { type NumberStyle, type PageSection, renderLineChart } from "@touchstone/eval";
import { type MetricRow, meanOf } from "./training-history.ts";

/** Points drawn of one curve at most: longer histories are averaged over windows. */
const mostPoints = 200;
/** Curves in one chart at most; the palette has no more colours that can be told apart. */
const mostCurves = 8;

interface CurveChart {
  readonly title: string;
  /** What the y axis shows, with its unit. */
  readonly label: string;
  readonly caption: string;
  /** Metrics by name; one that ends in `/` stands for all with that start. */
  readonly metrics: readonly string[];
  readonly style?: NumberStyle;
}

const share = { label: "share", style: "percent" } as const;

/** The curves of a stage, those that lead first. A chart of which no metric was recorded is left out. */
const charts: readonly CurveChart[] = [
  { title: "Loss", label: "loss", caption: "Mean loss of the update.", metrics: ["loss"] },
  {
    title: "Accuracy",
    ...share,
    caption: "Tokens of the examples that the model finds likeliest.",
    metrics: ["accuracy"],
  },
  {
    title: "Reward",
    label: "reward",
    caption:
      "Mean reward of the judged rollouts, and the components that the verifier reports, before weighting.",
    metrics: ["reward", "reward_std", "rewards/"],
  },
  {
    title: "Verdicts",
    ...share,
    caption: "Pass rate of the judged rollouts, those without an answer, and those that could not be judged.",
    metrics: ["verdict/correct_rate", "verdict/no_answer_rate", "verdict/error_rate"],
  },
  {
    title: "Groups",
    ...share,
    caption:
      "Groups that took part in the update, that were dropped or guarded, and that were all alike in reward.",
    metrics: [
      "groups/admitted",
      "groups/dropped",
      "groups/guarded",
      "groups/explored",
      "frac_reward_zero_std",
    ],
  },
  {
    title: "KL",
    label: "nats per token",
    caption: "Mean divergence from the reference policy.",
    metrics: ["kl"],
  },
  {
    title: "Entropy",
    label: "nats per token",
    caption: "Mean entropy of the policy over the tokens of completions.",
    metrics: ["entropy"],
  },
  {
    title: "Response length",
    label: "tokens",
    caption: "Tokens of the completions.",
    metrics: ["completions/mean_length", "completions/max_length"],
  },
  {
    title: "Cut off and clipped",
    ...share,
    caption: "Completions cut off at the token limit, and tokens whose importance ratio was clipped.",
    metrics: ["completions/clipped_ratio", "clip_ratio/region_mean"],
  },
  {
    title: "Steps of the traces",
    ...share,
    caption:
      "What checks of the steps found: by the task's own checker (process) or the verifier (steps). Coherent: no wrong calculation.",
    metrics: ["process/", "steps/"],
  },
  {
    title: "Shortcuts",
    ...share,
    caption: "Rollouts that the verifier's detectors flagged.",
    metrics: ["shortcuts/"],
  },
  { title: "Formats", ...share, caption: "Format of the rollouts.", metrics: ["formats/"] },
  {
    title: "Selection",
    label: "problems",
    caption: "Candidates left out by the ledger, and places filled in the order of the prompts.",
    metrics: ["selection/"],
  },
  {
    title: "Optimiser",
    label: "norm",
    caption: "Norm of the gradient before clipping.",
    metrics: ["grad_norm"],
  },
  {
    title: "Learning rate",
    label: "learning rate",
    caption: "Of the optimiser.",
    metrics: ["learning_rate"],
  },
];

/** The curves of one stage over its steps. */
export function drawCurves(history: readonly MetricRow[]): PageSection[] {
  const known = [...new Set(history.flatMap((row) => Object.keys(row)))].sort();
  return charts.flatMap((chart) => drawChart(chart, history, known));
}

function drawChart(
  { title, label, caption, metrics, style }: CurveChart,
  history: readonly MetricRow[],
  known: readonly string[],
): PageSection[] {
  const names = metrics.flatMap((metric) =>
    metric.endsWith("/")
      ? known.filter((name) => name.startsWith(metric))
      : known.filter((name) => name === metric),
  );
  if (names.length === 0) return [];
  const window = Math.max(1, Math.ceil(history.length / mostPoints));
  const drawn = names.slice(0, mostCurves);
  const svg = renderLineChart({
    title,
    description: caption,
    x: { label: "step" },
    y: { label, ...(style === "percent" ? { style, min: 0, max: 1 } : {}) },
    series: drawn.map((name) => ({
      name,
      points: thinHistory(history, name, window),
      markers: false,
    })),
    plotHeight: 200,
  });
  return [{ kind: "figure", svg, caption: `${caption}${describeWindow(window)}${describeRest(names)}` }];
}

/** One point a window: the mean of the metric at the mean step of the rows that carry it. */
function thinHistory(
  history: readonly MetricRow[],
  metric: string,
  window: number,
): { x: number; y: number }[] {
  const carrying = history.filter((row) => row[metric] !== undefined);
  const windows = Array.from({ length: Math.ceil(carrying.length / window) }, (_, index) =>
    carrying.slice(index * window, (index + 1) * window),
  );
  return windows.map((rows) => ({ x: meanOf(rows, "step"), y: meanOf(rows, metric) }));
}

function describeWindow(window: number): string {
  return window === 1 ? "" : ` Each point is a mean of ${window} steps.`;
}

function describeRest(names: readonly string[]): string {
  const rest = names.slice(mostCurves);
  return rest.length === 0 ? "" : ` Not drawn, see the table of all metrics: ${rest.join(", ")}.`;
}
