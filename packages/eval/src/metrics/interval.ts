/** A value with the bounds of its interval. A bound is NaN where it is undefined. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
