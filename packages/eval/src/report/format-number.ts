import type { Estimate } from "../metrics/interval.ts";
import type { NumberStyle } from "./chart-types.ts";

/** How numbers are written in tables and text. */
export interface FormatOptions {
  /** number: as it is; percent: 0.5 as 50.0%; points: a difference of shares, 0.031 as +3.1. Default number. */
  readonly style?: NumberStyle;
  /** Decimals. Default 1 for percent and points, 3 for number. */
  readonly digits?: number;
}

/** Returns a number in the given style, with a real minus sign; "–" when undefined (NaN), "∞" when infinite. */
export function formatNumber(value: number, options: FormatOptions = {}): string {
  const { style = "number", digits = style === "number" ? 3 : 1 } = options;
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const scaled = style === "number" ? value : value * 100;
  const magnitude = Math.abs(scaled).toFixed(digits);
  const isZero = Number(magnitude) === 0;
  const sign = scaled < 0 && !isZero ? "−" : style === "points" && !isZero ? "+" : "";
  return `${sign}${magnitude}${style === "percent" ? "%" : ""}`;
}

/**
 * Returns an estimate with its interval, for example `42.5% [40.1, 44.9]` or `+3.1 [−0.2, +6.4]`; without bounds only
 * the value.
 */
export function formatInterval(estimate: Estimate, options: FormatOptions = {}): string {
  const value = formatNumber(estimate.value, options);
  if (Number.isNaN(estimate.low) || Number.isNaN(estimate.high)) return value;
  const bound = (each: number): string => formatNumber(each, options).replace("%", "");
  return `${value} [${bound(estimate.low)}, ${bound(estimate.high)}]`;
}

/** Returns a p value as in print: three decimals, `<0.001` below. */
export function formatPValue(pValue: number): string {
  if (Number.isNaN(pValue)) return "–";
  return pValue < 0.001 ? "<0.001" : pValue.toFixed(3);
}

/** Returns a p value as it stands in a sentence: `p = 0.012`, `p < 0.001`. */
export function describePValue(pValue: number): string {
  return pValue < 0.001 ? "p\u00a0<\u00a00.001" : `p\u00a0=\u00a0${formatPValue(pValue)}`;
}

/** Returns an axis tick: no more decimals than the step between ticks needs. */
export function formatTick(value: number, step: number, style: NumberStyle): string {
  const scaledStep = style === "number" ? step : step * 100;
  const digits = scaledStep > 0 ? Math.min(8, Math.max(0, -Math.floor(Math.log10(scaledStep) + 1e-9))) : 0;
  if (style === "number" && Math.abs(value) >= 10_000 && value % 1000 === 0)
    return `${formatNumber(value / 1000, { digits: 0 })}k`;
  return formatNumber(value, { style, digits });
}
