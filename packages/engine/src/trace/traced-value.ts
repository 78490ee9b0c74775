import type { DType } from "../tensor-types.ts";

/**
 * What is known of a traced tensor.
 *
 * - value: computed by the graph. `shape` may be smaller than the tensor's as long as it broadcasts to it, so that
 *   expanding is put off until an op needs the full shape.
 * - splat: one number everywhere.
 * - constant: values known while tracing.
 */
export type TracedValue =
  | {
      readonly kind: "value";
      readonly dtype: DType;
      readonly name: string;
      readonly shape: readonly number[];
    }
  | { readonly kind: "splat"; readonly dtype: DType; readonly number: number }
  | {
      readonly kind: "constant";
      readonly dtype: DType;
      readonly values: ArrayLike<number>;
      readonly shape: readonly number[];
    };

/** Name of a graph value and its shape there. */
export interface Operand {
  readonly name: string;
  readonly shape: readonly number[];
}

/** Returns host values as a splat when all are equal, else as a constant. */
export function describeValues(
  values: ArrayLike<number>,
  shape: readonly number[],
  dtype: DType,
): TracedValue {
  const first = values[0];
  if (first === undefined) return { kind: "splat", dtype, number: 0 };
  for (let index = 1; index < values.length; index++) {
    if (values[index] !== first) return { kind: "constant", dtype, values, shape: [...shape] };
  }
  return { kind: "splat", dtype, number: Number(first) };
}

/** Whether two shapes are equal. */
export function isSameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((dim, axis) => dim === b[axis]);
}
