import { quantile } from "./time-items.ts";

/** A number to three digits. */
export const show = (value: number) => Number(value.toPrecision(3)).toLocaleString("en-US");

/** Median, least and most. */
export const spread = (all: readonly number[]) =>
  `${show(quantile(all, 0.5))} (${show(Math.min(...all))} to ${show(Math.max(...all))})`;
