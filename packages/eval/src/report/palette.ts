/** A colour with a value for light and one for dark backgrounds. */
export interface PaletteColor {
  readonly light: string;
  readonly dark: string;
}

/**
 * Colours of series, told apart by readers with any common colour vision (after Okabe and Ito 2008,
 * https://jfly.uni-koeln.de/color/), darkened or lightened to 3:1 contrast on either background.
 */
export const SERIES_COLORS: readonly PaletteColor[] = [
  { light: "#0068ab", dark: "#5db8f0" },
  { light: "#c94f00", dark: "#ff9248" },
  { light: "#00805d", dark: "#2fcb9d" },
  { light: "#a3478a", dark: "#e79bcf" },
  { light: "#8a6d00", dark: "#ecc640" },
  { light: "#5a5f66", dark: "#b4bac2" },
];

/** Colours of everything that is not a series. */
export const INK: Readonly<Record<"text" | "muted" | "grid" | "axis" | "surface", PaletteColor>> = {
  text: { light: "#1c2024", dark: "#e6e9ed" },
  muted: { light: "#555c64", dark: "#a6adb6" },
  grid: { light: "#e3e6ea", dark: "#31373f" },
  axis: { light: "#8b939c", dark: "#7a828c" },
  surface: { light: "#ffffff", dark: "#15181c" },
};

/** Returns the CSS colour of series `index`, which repeats after six: a custom property, or the light value without one. */
export function seriesColor(index: number): string {
  const slot = ((index % SERIES_COLORS.length) + SERIES_COLORS.length) % SERIES_COLORS.length;
  return `var(--series-${slot + 1}, ${SERIES_COLORS[slot]!.light})`;
}

/** Returns the CSS colour of a part of the chart that is not a series. */
export function inkColor(name: keyof typeof INK): string {
  return `var(--ink-${name}, ${INK[name].light})`;
}

/** Returns CSS declarations of every custom property, for a light or a dark background. */
export function paletteCss(mode: "light" | "dark"): string {
  const series = SERIES_COLORS.map((color, index) => `--series-${index + 1}:${color[mode]};`);
  const ink = Object.entries(INK).map(([name, color]) => `--ink-${name}:${color[mode]};`);
  return [...series, ...ink].join("");
}
