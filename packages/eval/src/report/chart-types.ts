/** How a number is written on an axis: as it is, as a percentage of 1, or as percentage points of 1 with a sign. */
export type NumberStyle = "number" | "percent" | "points";

/** One axis. Bounds left out are taken from the data. */
export interface ChartAxis {
  readonly label: string;
  /** Default linear. A log2 axis takes positive values only. */
  readonly scale?: "linear" | "log2";
  readonly min?: number;
  readonly max?: number;
  /** Default number. */
  readonly style?: NumberStyle;
}

/** One point of a line, with the bounds of its interval where there is one. A y of NaN leaves a gap. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

export type LineStyle = "solid" | "dashed" | "dotted";

/** One line, with a band where its points have bounds. */
export interface LineSeries {
  readonly name: string;
  /** Ascending in x. */
  readonly points: readonly ChartPoint[];
  /** Slot of the palette. Default: the position of the series. */
  readonly color?: number;
  /** Default solid. */
  readonly style?: LineStyle;
  /** Draws a dot at each point. Default: when there are at most 12 points. */
  readonly markers?: boolean;
}

/** A straight line across the plot at one x or one y. Its label joins the legend. */
export interface ReferenceLine {
  readonly axis: "x" | "y";
  readonly at: number;
  readonly label?: string;
}

/** A line chart with interval bands. */
export interface LineChart {
  readonly title: string;
  /** What the chart shows, in one or two sentences, for readers who cannot see it. */
  readonly description: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly LineSeries[];
  readonly references?: readonly ReferenceLine[];
  /** px; default 800. */
  readonly width?: number;
  /** px of the plot area without title and legend; default 300. */
  readonly plotHeight?: number;
}

/** Several small line charts on common axes with one legend. */
export interface SmallMultiples {
  readonly title: string;
  readonly description: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly panels: readonly { readonly title: string; readonly series: readonly LineSeries[] }[];
  /** Default: 3, or fewer when there are fewer panels. */
  readonly columns?: number;
  readonly width?: number;
}

/** One value of a bar, with the bounds of its interval where there is one. */
export interface BarValue {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** Horizontal bars. `values` of each bar stand in the order of `series`. */
export interface BarChart {
  readonly title: string;
  readonly description: string;
  readonly x: ChartAxis;
  readonly series: readonly { readonly name: string; readonly color?: number }[];
  readonly bars: readonly { readonly label: string; readonly values: readonly BarValue[] }[];
  /** stacked: one bar of segments, values >= 0. grouped (default): one thin bar a series, with intervals. */
  readonly mode?: "stacked" | "grouped";
  readonly width?: number;
}
