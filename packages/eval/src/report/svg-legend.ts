import type { LineStyle } from "./chart-types.ts";
import { element } from "./svg-element.ts";
import { renderText } from "./svg-text.ts";
import { estimateTextWidth, truncateText } from "./text-width.ts";

/** One entry of a legend: a line sample or a filled box, and a name. */
export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  readonly mark: "line" | "box";
  readonly style?: LineStyle;
}

const FONT_SIZE = 12;
const ROW_HEIGHT = 19;
const SAMPLE_WIDTH = 26;
const GAP = 18;

/** Stroke patterns of line styles, in px. */
export const DASHES: Readonly<Record<LineStyle, string | undefined>> = {
  solid: undefined,
  dashed: "7 4",
  dotted: "1.5 4",
};

/** Returns a legend that flows from left to right in as many rows as it needs, and its height in px. */
export function renderLegend(
  entries: readonly LegendEntry[],
  box: { readonly x: number; readonly y: number; readonly width: number },
): { readonly svg: string; readonly height: number } {
  let svg = "";
  let x = box.x;
  let row = 0;
  for (const entry of entries) {
    const name = truncateText(entry.name, box.width - SAMPLE_WIDTH - 8, FONT_SIZE);
    const width = SAMPLE_WIDTH + 8 + estimateTextWidth(name, FONT_SIZE);
    if (x > box.x && x + width > box.x + box.width) {
      x = box.x;
      row++;
    }
    const y = box.y + row * ROW_HEIGHT + ROW_HEIGHT / 2;
    svg +=
      renderSample(entry, x, y) + renderText(name, { x: x + SAMPLE_WIDTH + 6, y: y + 4, size: FONT_SIZE });
    x += width + GAP;
  }
  return { svg, height: entries.length === 0 ? 0 : (row + 1) * ROW_HEIGHT };
}

function renderSample(entry: LegendEntry, x: number, y: number): string {
  if (entry.mark === "box") {
    return element("rect", {
      x: x + 8,
      y: y - 6,
      width: 13,
      height: 12,
      rx: 2,
      style: `fill:${entry.color}`,
    });
  }
  return element("line", {
    x1: x,
    x2: x + SAMPLE_WIDTH,
    y1: y,
    y2: y,
    "stroke-width": 2.2,
    "stroke-linecap": entry.style === "dotted" ? "round" : undefined,
    "stroke-dasharray": DASHES[entry.style ?? "solid"],
    style: `stroke:${entry.color}`,
  });
}
