import type { ChartAxis } from "./chart-types.ts";
import { formatTick } from "./format-number.ts";
import { selectLinearTicks, selectLog2Ticks } from "./ticks.ts";

/** An axis laid out on the page: its range, its ticks, and where a value falls. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** Position of a value in px. Values outside the range are moved to its end. */
  place(value: number): number;
}

/**
 * Lays an axis out from `start` to `end` px (start may be larger, as for y). Bounds left out come from `values`; a
 * range without width is widened. A log2 axis without positive values falls back on [1, 2].
 */
export function createScale(
  axis: ChartAxis,
  values: readonly number[],
  layout: { readonly start: number; readonly end: number; readonly tickCount: number },
): Scale {
  const isLog = axis.scale === "log2";
  const usable = values.filter((value) => Number.isFinite(value) && (!isLog || value > 0));
  let min = axis.min ?? usable.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  let max = axis.max ?? usable.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(min) || !Number.isFinite(max)) [min, max] = isLog ? [1, 2] : [0, 1];
  if (min >= max) [min, max] = isLog ? [min, min * 2] : widen(min, axis);
  if (!isLog) [min, max] = roundOutwards(min, max, axis, layout.tickCount);
  const tickValues = isLog
    ? selectLog2Ticks(min, max, layout.tickCount)
    : selectLinearTicks(min, max, layout.tickCount);
  const step = tickValues.length > 1 ? tickValues[1]! - tickValues[0]! : 0;
  const style = axis.style ?? "number";
  const ticks = tickValues.map((value) => ({ value, label: formatTick(value, isLog ? 1 : step, style) }));
  const transform = isLog ? Math.log2 : (value: number): number => value;
  const [low, high] = [transform(min), transform(max)];
  const place = (value: number): number => {
    const clamped = Math.min(max, Math.max(min, value));
    return layout.start + ((transform(clamped) - low) / (high - low)) * (layout.end - layout.start);
  };
  return { min, max, ticks, place };
}

/** Moves bounds that the axis leaves open to the next tick, so that no line runs along the edge. */
function roundOutwards(min: number, max: number, axis: ChartAxis, tickCount: number): [number, number] {
  const ticks = selectLinearTicks(min, max, tickCount);
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : 0;
  if (step === 0) return [min, max];
  return [axis.min ?? Math.floor(min / step + 1e-9) * step, axis.max ?? Math.ceil(max / step - 1e-9) * step];
}

function widen(value: number, axis: ChartAxis): [number, number] {
  if (axis.min !== undefined) return [value, value + 1];
  const margin = Math.abs(value) * 0.1 || 0.5;
  return [value - margin, value + margin];
}
