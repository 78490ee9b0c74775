import { headSizeOf, type ModelConfig } from "./model-config.ts";

/** Cosines and sines of the rotary angles, one row per position. */
export interface RotaryTables {
  readonly cos: Float32Array; // [positions, hd/2]
  readonly sin: Float32Array; // [positions, hd/2]
  readonly shape: readonly [number, number];
}

/** Returns the rotary tables (https://arxiv.org/abs/2104.09864): angle = position * theta^(-2 i / hd). */
export function createRotaryTables(config: ModelConfig, positions: number): RotaryTables {
  const headSize = headSizeOf(config);
  const half = headSize / 2;
  const cos = new Float32Array(positions * half);
  const sin = new Float32Array(positions * half);
  // The reference implementation computes frequencies and angles in float32; rounding alike keeps logits equal far out.
  const frequencies = Array.from({ length: half }, (_, i) =>
    Math.fround(1 / config.ropeTheta ** ((2 * i) / headSize)),
  );
  for (let position = 0; position < positions; position++) {
    for (const [i, frequency] of frequencies.entries()) {
      const angle = Math.fround(position * frequency);
      cos[position * half + i] = Math.cos(angle);
      sin[position * half + i] = Math.sin(angle);
    }
  }
  return { cos, sin, shape: [positions, half] };
}
