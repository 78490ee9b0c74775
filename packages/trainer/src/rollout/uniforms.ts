import { createRandom } from "../random.ts";

/**
 * Returns `count` float32 numbers in [0, 1) named by a path: the draws of one completion. They have 24 bits, so that
 * rounding to float32 never gives 1.
 */
export function drawUniforms(count: number, ...path: readonly (string | number)[]): Float32Array {
  const random = createRandom(...path);
  return Float32Array.from({ length: count }, () => Math.floor(random.next() * 16_777_216) / 16_777_216);
}
