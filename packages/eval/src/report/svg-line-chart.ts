import type { LineChart, LineSeries, SmallMultiples } from "./chart-types.ts";
import { inkColor, seriesColor } from "./palette.ts";
import { renderFrame, renderTitle } from "./svg-frame.ts";
import { type LegendEntry, renderLegend } from "./svg-legend.ts";
import { measureTickWidth, renderPlotArea } from "./svg-plot-area.ts";
import { renderText } from "./svg-text.ts";
import { truncateText } from "./text-width.ts";

const DEFAULT_WIDTH = 800;
const LABEL_SIZE = 12.5;
const X_AXIS_HEIGHT = 42;
const Y_LABEL_WIDTH = 20;
const MARGIN = 10;

/** Returns a line chart with interval bands as one self-contained `<svg>` element. */
export function renderLineChart(chart: LineChart): string {
  const width = chart.width ?? DEFAULT_WIDTH;
  const plotHeight = chart.plotHeight ?? 300;
  const title = renderTitle(chart.title, 2, width - 4);
  const entries = [
    ...listEntries(chart.series),
    ...(chart.references ?? []).flatMap((line): LegendEntry[] =>
      line.label === undefined
        ? []
        : [
            {
              name: line.label,
              color: inkColor("muted"),
              mark: "line",
              style: line.axis === "x" ? "dotted" : "solid",
            },
          ],
    ),
  ];
  const legend = renderLegend(entries, { x: 2, y: title.height, width: width - 4 });
  const left = Y_LABEL_WIDTH + measureTickWidth(chart, plotHeight);
  const box = {
    left,
    top: title.height + legend.height + MARGIN,
    width: width - left - MARGIN - 6,
    height: plotHeight,
  };
  const bottom = box.top + box.height;
  const content =
    title.svg +
    legend.svg +
    renderPlotArea(chart, box) +
    renderText(chart.x.label, {
      x: left + box.width / 2,
      y: bottom + 36,
      size: LABEL_SIZE,
      anchor: "middle",
    }) +
    renderText(chart.y.label, {
      x: 13,
      y: box.top + box.height / 2,
      size: LABEL_SIZE,
      anchor: "middle",
      rotate: -90,
    });
  return renderFrame({ ...chart, width, height: bottom + X_AXIS_HEIGHT, content });
}

function listEntries(series: readonly LineSeries[]): LegendEntry[] {
  return series.map(({ name, color, style }, index) => ({
    name,
    color: seriesColor(color ?? index),
    mark: "line",
    style: style ?? "solid",
  }));
}

/** Returns several line charts on common axes, one panel each, with one legend, as one `<svg>` element. */
export function renderSmallMultiples(chart: SmallMultiples): string {
  const width = chart.width ?? DEFAULT_WIDTH;
  const columns = Math.max(1, Math.min(chart.columns ?? 3, chart.panels.length));
  const panelHeight = columns === 1 ? 240 : 150;
  const domain = chart.panels.flatMap((panel) => panel.series);
  const left = measureTickWidth({ x: chart.x, y: chart.y, series: domain }, panelHeight);
  const cellWidth = (width - Y_LABEL_WIDTH) / columns;
  const title = renderTitle(chart.title, 2, width - 4);
  const named = new Map(
    domain.map((series, index) => [series.name, listEntries([{ color: index, ...series }])[0]!]),
  );
  const legend = renderLegend([...named.values()], { x: 2, y: title.height, width: width - 4 });
  const top = title.height + legend.height + MARGIN;
  const rowHeight = panelHeight + 58;
  let content = title.svg + legend.svg;
  chart.panels.forEach((panel, index) => {
    const cellX = Y_LABEL_WIDTH + (index % columns) * cellWidth;
    const cellY = top + Math.floor(index / columns) * rowHeight;
    const box = {
      left: cellX + left,
      top: cellY + 20,
      width: cellWidth - left - MARGIN - 6,
      height: panelHeight,
    };
    const name = truncateText(panel.title, cellWidth - left - MARGIN, LABEL_SIZE);
    content += renderText(name, { x: box.left, y: cellY + 11, size: LABEL_SIZE, weight: "bold" });
    content += renderPlotArea({ x: chart.x, y: chart.y, series: panel.series, domain }, box);
  });
  const bottom = top + Math.ceil(chart.panels.length / columns) * rowHeight;
  content += renderText(chart.x.label, { x: width / 2, y: bottom - 2, size: LABEL_SIZE, anchor: "middle" });
  content += renderText(chart.y.label, {
    x: 13,
    y: (top + bottom) / 2,
    size: LABEL_SIZE,
    anchor: "middle",
    rotate: -90,
  });
  return renderFrame({ ...chart, width, height: bottom + 8, content });
}
