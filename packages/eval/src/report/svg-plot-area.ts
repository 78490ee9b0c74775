import type { ChartAxis, LineSeries, ReferenceLine } from "./chart-types.ts";
import { inkColor, seriesColor } from "./palette.ts";
import { element, formatCoordinate } from "./svg-element.ts";
import { DASHES } from "./svg-legend.ts";
import { createScale, type Scale } from "./svg-scale.ts";
import { renderText } from "./svg-text.ts";
import { estimateTextWidth } from "./text-width.ts";

/** Where the plotting rectangle stands in the chart, in px. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a plot area shows. */
export interface PlotContent {
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly LineSeries[];
  readonly references?: readonly ReferenceLine[];
  /** Values that the bounds of the axes must cover besides those of `series`, for panels on common axes. */
  readonly domain?: readonly LineSeries[];
}

const TICK_SIZE = 11.5;
const MARKER_LIMIT = 12;

/** Returns grid, axes, bands, lines and reference lines of one plotting rectangle, without axis labels. */
export function renderPlotArea(content: PlotContent, box: PlotBox): string {
  const points = (content.domain ?? content.series).flatMap((series) => series.points);
  const xScale = createScale(
    content.x,
    points.map((point) => point.x),
    { start: box.left, end: box.left + box.width, tickCount: Math.max(2, Math.floor(box.width / 55)) },
  );
  const yScale = createScale(
    content.y,
    points.flatMap((point) => [point.y, point.low ?? point.y, point.high ?? point.y]),
    { start: box.top + box.height, end: box.top, tickCount: Math.max(2, Math.floor(box.height / 45)) },
  );
  return [
    renderGrid(xScale, yScale, box),
    ...content.series.map((series, index) => renderBand(series, index, xScale, yScale)),
    ...(content.references ?? []).map((line) => renderReference(line, xScale, yScale, box)),
    ...content.series.map((series, index) => renderLine(series, index, xScale, yScale)),
  ].join("");
}

function renderGrid(xScale: Scale, yScale: Scale, box: PlotBox): string {
  const bottom = box.top + box.height;
  const right = box.left + box.width;
  const line = (x1: number, y1: number, x2: number, y2: number, ink: "grid" | "axis"): string =>
    element("line", {
      x1,
      y1,
      x2,
      y2,
      "stroke-width": 1,
      style: `stroke:${inkColor(ink)}`,
      "shape-rendering": "crispEdges",
    });
  let svg = "";
  for (const { value, label } of yScale.ticks) {
    const y = Math.round(yScale.place(value)) + 0.5;
    svg += line(box.left, y, right, y, "grid");
    svg += renderText(label, { x: box.left - 7, y: y + 4, size: TICK_SIZE, anchor: "end", ink: "muted" });
  }
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const { value, label } of xScale.ticks) {
    const x = Math.round(xScale.place(value)) + 0.5;
    svg += line(x, bottom, x, bottom + 4, "axis");
    const half = estimateTextWidth(label, TICK_SIZE) / 2;
    if (x - half < lastEnd + 6) continue;
    svg += renderText(label, { x, y: bottom + 17, size: TICK_SIZE, anchor: "middle", ink: "muted" });
    lastEnd = x + half;
  }
  return svg + line(box.left, bottom + 0.5, right, bottom + 0.5, "axis");
}

function renderReference(reference: ReferenceLine, xScale: Scale, yScale: Scale, box: PlotBox): string {
  const scale = reference.axis === "x" ? xScale : yScale;
  if (!(reference.at >= scale.min && reference.at <= scale.max)) return "";
  const at = scale.place(reference.at);
  const ends =
    reference.axis === "x"
      ? { x1: at, x2: at, y1: box.top, y2: box.top + box.height }
      : { x1: box.left, x2: box.left + box.width, y1: at, y2: at };
  return element("line", {
    ...ends,
    "stroke-width": 1.2,
    "stroke-dasharray": reference.axis === "x" ? "3 3" : undefined,
    style: `stroke:${inkColor("muted")}`,
  });
}

/** Splits a series where a value is missing. */
function splitRuns<T>(items: readonly T[], isPresent: (item: T) => boolean): T[][] {
  const runs: T[][] = [[]];
  for (const item of items) {
    if (isPresent(item)) runs[runs.length - 1]!.push(item);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function renderBand(series: LineSeries, index: number, xScale: Scale, yScale: Scale): string {
  const hasBounds = (point: { low?: number; high?: number }): boolean =>
    Number.isFinite(point.low) && Number.isFinite(point.high);
  const at = (x: number, y: number): string =>
    `${formatCoordinate(xScale.place(x))},${formatCoordinate(yScale.place(y))}`;
  return splitRuns(series.points, hasBounds)
    .filter((run) => run.length > 1)
    .map((run) => {
      const upper = run.map((point) => at(point.x, point.high!));
      const lower = run.map((point) => at(point.x, point.low!)).reverse();
      return element("polygon", {
        points: [...upper, ...lower].join(" "),
        style: `fill:${seriesColor(series.color ?? index)};stroke:${seriesColor(series.color ?? index)}`,
        "fill-opacity": series.style === undefined || series.style === "solid" ? 0.16 : 0.09,
        "stroke-width": 0.8,
        "stroke-opacity": 0.45,
      });
    })
    .join("");
}

function renderLine(series: LineSeries, index: number, xScale: Scale, yScale: Scale): string {
  const color = seriesColor(series.color ?? index);
  const markers = series.markers ?? series.points.length <= MARKER_LIMIT;
  return splitRuns(series.points, (point) => Number.isFinite(point.y))
    .map((run) => {
      const places = run.map((point) => [xScale.place(point.x), yScale.place(point.y)] as const);
      const line = element("polyline", {
        points: places.map(([x, y]) => `${formatCoordinate(x)},${formatCoordinate(y)}`).join(" "),
        fill: "none",
        "stroke-width": 2.2,
        "stroke-linejoin": "round",
        "stroke-linecap": series.style === "dotted" ? "round" : undefined,
        "stroke-dasharray": DASHES[series.style ?? "solid"],
        style: `stroke:${color}`,
      });
      if (!markers && run.length > 1) return line;
      return (
        line +
        places.map(([cx, cy]) => element("circle", { cx, cy, r: 2.6, style: `fill:${color}` })).join("")
      );
    })
    .join("");
}

/** Returns the px to keep free left of a plot for the y tick labels. */
export function measureTickWidth(content: PlotContent, height: number): number {
  const points = (content.domain ?? content.series).flatMap((series) => series.points);
  const scale = createScale(
    content.y,
    points.flatMap((point) => [point.y, point.low ?? point.y, point.high ?? point.y]),
    { start: height, end: 0, tickCount: Math.max(2, Math.floor(height / 45)) },
  );
  return (
    scale.ticks.reduce((width, tick) => Math.max(width, estimateTextWidth(tick.label, TICK_SIZE)), 0) + 9
  );
}
