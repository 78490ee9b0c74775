import { inkColor } from "./palette.ts";
import { element, escapeMarkup } from "./svg-element.ts";

/** How a piece of text stands. */
export interface TextOptions {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly weight?: "bold";
  readonly ink?: "text" | "muted" | "surface";
  /** Degrees, around (x, y). */
  readonly rotate?: number;
}

/** Returns one line of text; `y` is the baseline. */
export function renderText(text: string, options: TextOptions): string {
  const { x, y, size, anchor, weight, ink = "text", rotate } = options;
  return element(
    "text",
    {
      x,
      y,
      "font-size": size,
      "text-anchor": anchor,
      "font-weight": weight,
      style: `fill:${inkColor(ink)}`,
      transform: rotate === undefined ? undefined : `rotate(${rotate} ${x} ${y})`,
    },
    escapeMarkup(text) || " ",
  );
}
