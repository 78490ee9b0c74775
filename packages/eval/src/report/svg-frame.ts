import { element, escapeMarkup } from "./svg-element.ts";
import { renderText } from "./svg-text.ts";
import { wrapText } from "./text-width.ts";

const TITLE_SIZE = 15;
const TITLE_LINE = 20;

/** Returns the visible title of a chart, wrapped to its width, and the height it takes in px. */
export function renderTitle(
  title: string,
  x: number,
  width: number,
): { readonly svg: string; readonly height: number } {
  const lines = wrapText(title, width, TITLE_SIZE);
  const svg = lines
    .map((line, index) =>
      renderText(line, { x, y: 16 + index * TITLE_LINE, size: TITLE_SIZE, weight: "bold" }),
    )
    .join("");
  return { svg, height: lines.length * TITLE_LINE + 6 };
}

/**
 * Wraps the parts of a chart into an `<svg>` that scales with its container, carries its title and description for
 * screen readers, and needs no style sheet.
 */
export function renderFrame(chart: {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly content: string;
}): string {
  const { title, description, width, height, content } = chart;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: "img",
      "font-family": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
      style: "max-width:100%;height:auto",
    },
    `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(description)}</desc>${content}`,
  );
}
