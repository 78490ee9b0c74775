import type { tf } from "./tf.ts";

/** Element types that functions may take and return. */
export type DType = "float32" | "int32" | "bool";

/** Shape and element type of one input; a string in the shape names a symbolic dim, for example "B". */
export interface TensorSpec {
  readonly shape: readonly (number | string)[];
  /** Default float32. */
  readonly dtype?: DType;
}

/** A tensor outside any backend: plain typed array in row-major order. Booleans are bytes 0 and 1. */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly data: Float32Array | Int32Array | Uint8Array;
}

/** Host tensors by name. */
export type HostTensors = Readonly<Record<string, HostTensor>>;

/** Backend tensors by name. */
export type Tensors = Readonly<Record<string, tf.Tensor>>;

/** Returns the number of elements of a shape. */
export function countElements(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}
