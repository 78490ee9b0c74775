import type { HostTensor } from "../../src/index.ts";

/** Returns a function that returns uniform numbers in [0, 1), equal for equal seeds (mulberry32). */
export function createUniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const count = (shape: readonly number[]) => shape.reduce((product, dim) => product * dim, 1);

/** Returns floats uniform in [low, high). */
export function randomFloats(seed: number, shape: readonly number[], low = -1, high = 1): HostTensor {
  const next = createUniforms(seed);
  return {
    shape,
    dtype: "float32",
    data: Float32Array.from({ length: count(shape) }, () => low + (high - low) * next()),
  };
}

/** Returns integers uniform in low..high-1. */
export function randomInts(seed: number, shape: readonly number[], low: number, high: number): HostTensor {
  const next = createUniforms(seed);
  return {
    shape,
    dtype: "int32",
    data: Int32Array.from({ length: count(shape) }, () => low + Math.floor((high - low) * next())),
  };
}

/** Returns random booleans. */
export function randomBools(seed: number, shape: readonly number[]): HostTensor {
  const next = createUniforms(seed);
  return {
    shape,
    dtype: "bool",
    data: Uint8Array.from({ length: count(shape) }, () => (next() < 0.5 ? 0 : 1)),
  };
}

/** Returns floats from a list of values. */
export function floats(shape: readonly number[], values: readonly number[]): HostTensor {
  return { shape, dtype: "float32", data: Float32Array.from(values) };
}

/** Returns integers from a list of values. */
export function ints(shape: readonly number[], values: readonly number[]): HostTensor {
  return { shape, dtype: "int32", data: Int32Array.from(values) };
}

/** Returns the largest absolute difference of two tensors, relative to the largest absolute value of the second. */
export function relativeError(actual: HostTensor, expected: HostTensor): number {
  if (`${actual.shape}` !== `${expected.shape}` || actual.dtype !== expected.dtype) {
    throw new Error(`${actual.dtype} [${actual.shape}] instead of ${expected.dtype} [${expected.shape}]`);
  }
  let difference = 0;
  let scale = 0;
  for (const [index, value] of expected.data.entries()) {
    const other = actual.data[index] as number;
    if (Object.is(value, other) || (Number.isNaN(value) && Number.isNaN(other))) continue;
    // Unequal infinities and unmatched NaNs count as an infinite error.
    const gap = Math.abs(value - other);
    difference = Number.isFinite(gap) ? Math.max(difference, gap) : Number.POSITIVE_INFINITY;
    scale = Math.max(scale, Math.abs(value));
  }
  for (const value of expected.data) if (Number.isFinite(value)) scale = Math.max(scale, Math.abs(value));
  return difference === 0 ? 0 : difference / (scale || 1);
}
