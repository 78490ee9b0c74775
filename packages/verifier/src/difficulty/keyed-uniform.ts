import { createHash } from "node:crypto";

/** A number in (0, 1) that the key fixes: the same on every machine and in every repetition. */
export function drawUniform(key: readonly (string | number)[]): number {
  const digest = createHash("sha256").update(JSON.stringify(key)).digest();
  return (digest.readUIntBE(0, 6) + 0.5) / 2 ** 48;
}
