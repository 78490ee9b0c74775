/** One float32 array with its shape, row-major. */
export interface NamedArray {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Arrays by name; parameters carry their Hugging Face names. */
export type NamedArrays = Readonly<Record<string, NamedArray>>;
