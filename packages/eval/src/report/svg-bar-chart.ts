import type { BarChart, BarValue } from "./chart-types.ts";
import { formatNumber } from "./format-number.ts";
import { inkColor, seriesColor } from "./palette.ts";
import { element, escapeMarkup } from "./svg-element.ts";
import { renderFrame, renderTitle } from "./svg-frame.ts";
import { renderLegend } from "./svg-legend.ts";
import { createScale, type Scale } from "./svg-scale.ts";
import { renderText } from "./svg-text.ts";
import { estimateTextWidth, truncateText } from "./text-width.ts";

const DEFAULT_WIDTH = 800;
const FONT_SIZE = 12;
const TICK_SIZE = 11.5;
const STACKED_HEIGHT = 24;
const THIN_HEIGHT = 14;
const BAR_GAP = 12;
const VALUE_WIDTH = 62;

/** Returns horizontal bars, stacked or grouped, as one self-contained `<svg>` element. */
export function renderBarChart(chart: BarChart): string {
  const width = chart.width ?? DEFAULT_WIDTH;
  const isStacked = chart.mode === "stacked";
  const title = renderTitle(chart.title, 2, width - 4);
  const entries = chart.series.map((series, index) => ({
    name: series.name,
    color: seriesColor(series.color ?? index),
    mark: "box" as const,
  }));
  const legend = renderLegend(entries.length > 1 ? entries : [], { x: 2, y: title.height, width: width - 4 });
  const widest = chart.bars.reduce((most, bar) => Math.max(most, estimateTextWidth(bar.label, FONT_SIZE)), 0);
  const labelWidth = Math.min(widest, width * 0.35);
  const left = labelWidth + 12;
  const right = width - (isStacked ? 12 : VALUE_WIDTH);
  const barHeight = isStacked ? STACKED_HEIGHT : THIN_HEIGHT * Math.max(1, chart.series.length);
  const top = title.height + legend.height + 8;
  const bottom = top + chart.bars.length * (barHeight + BAR_GAP);
  const scale = createScale({ min: Math.min(0, lowestEnd(chart)), ...chart.x }, listEnds(chart), {
    start: left,
    end: right,
    tickCount: Math.max(2, Math.floor((right - left) / 80)),
  });
  let content = title.svg + legend.svg + renderGrid(scale, { top, bottom });
  chart.bars.forEach((bar, index) => {
    const y = top + BAR_GAP / 2 + index * (barHeight + BAR_GAP);
    const label = truncateText(bar.label, labelWidth, FONT_SIZE);
    content += element(
      "g",
      {},
      `<title>${escapeMarkup(bar.label)}</title>${renderText(label, { x: left - 8, y: y + barHeight / 2 + 4, size: FONT_SIZE, anchor: "end" })}${isStacked ? renderStack(chart, bar.values, scale, y) : renderGroup(chart, bar.values, scale, y)}`,
    );
  });
  content += renderText(chart.x.label, {
    x: (left + right) / 2,
    y: bottom + 36,
    size: 12.5,
    anchor: "middle",
  });
  return renderFrame({ ...chart, width, height: bottom + 44, content });
}

function lowestEnd(chart: BarChart): number {
  return listEnds(chart).reduce((least, value) => Math.min(least, value), 0);
}

function listEnds(chart: BarChart): number[] {
  if (chart.mode === "stacked") {
    return [
      0,
      ...chart.bars.map((bar) => bar.values.reduce((sum, { value }) => sum + Math.max(0, value || 0), 0)),
    ];
  }
  return [
    0,
    ...chart.bars.flatMap((bar) =>
      bar.values.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
    ),
  ];
}

function renderGrid(scale: Scale, box: { readonly top: number; readonly bottom: number }): string {
  return scale.ticks
    .map(({ value, label }) => {
      const x = Math.round(scale.place(value)) + 0.5;
      const style = `stroke:${inkColor(value === 0 ? "axis" : "grid")}`;
      const line = element("line", {
        x1: x,
        x2: x,
        y1: box.top,
        y2: box.bottom,
        style,
        "shape-rendering": "crispEdges",
      });
      return (
        line + renderText(label, { x, y: box.bottom + 16, size: TICK_SIZE, anchor: "middle", ink: "muted" })
      );
    })
    .join("");
}

function renderStack(chart: BarChart, values: readonly BarValue[], scale: Scale, y: number): string {
  let sum = 0;
  return values
    .map(({ value }, index) => {
      if (!(value > 0)) return "";
      const x = scale.place(sum);
      sum += value;
      const width = scale.place(sum) - x;
      const color = seriesColor(chart.series[index]?.color ?? index);
      const label = formatValue(value, chart);
      const rect = element("rect", {
        x,
        y,
        width: Math.max(0, width - 1),
        height: STACKED_HEIGHT,
        style: `fill:${color}`,
      });
      if (estimateTextWidth(label, FONT_SIZE) + 6 > width) return rect;
      return (
        rect +
        renderText(label, { x: x + width / 2, y: y + 16, size: FONT_SIZE, anchor: "middle", ink: "surface" })
      );
    })
    .join("");
}

function renderGroup(chart: BarChart, values: readonly BarValue[], scale: Scale, top: number): string {
  return values
    .map(({ value, low, high }, index) => {
      if (!Number.isFinite(value)) return "";
      const y = top + index * THIN_HEIGHT;
      const [from, to] = [scale.place(Math.min(0, value)), scale.place(Math.max(0, value))];
      const style = `fill:${seriesColor(chart.series[index]?.color ?? index)}`;
      const rect = element("rect", {
        x: from,
        y,
        width: Math.max(0.5, to - from),
        height: THIN_HEIGHT - 2,
        style,
      });
      const hasBounds = Number.isFinite(low) && Number.isFinite(high);
      const whisker = hasBounds
        ? renderWhisker(scale.place(low!), scale.place(high!), y + THIN_HEIGHT / 2 - 1)
        : "";
      const x = Math.max(to, hasBounds ? scale.place(high!) : to) + 6;
      const label = renderText(formatValue(value, chart), { x, y: y + 10, size: 11, ink: "muted" });
      return rect + whisker + label;
    })
    .join("");
}

function renderWhisker(x1: number, x2: number, y: number): string {
  const style = `stroke:${inkColor("text")}`;
  return element("line", { x1, x2, y1: y, y2: y, "stroke-width": 1.4, style });
}

function formatValue(value: number, chart: BarChart): string {
  const style = chart.x.style ?? "number";
  return formatNumber(value, { style, digits: style !== "number" ? 1 : Number.isInteger(value) ? 0 : 1 });
}
