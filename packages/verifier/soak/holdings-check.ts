import type { Holdings } from "./processes.ts";

/** Growth of the server within one life that counts as a leak. The cache alone may grow to 64 MiB. */
export const mostGrowth: Holdings = { descriptors: 32, rssMib: 256 };

/** Growth from the first quarter of the readings to the last, by medians. */
export function measureGrowth(readings: readonly Holdings[]): Holdings {
  const quarter = Math.max(1, Math.floor(readings.length / 4));
  const [early, late] = [readings.slice(0, quarter), readings.slice(-quarter)];
  const grown = (what: keyof Holdings) =>
    median(late.map((reading) => reading[what])) - median(early.map((reading) => reading[what]));
  return { descriptors: grown("descriptors"), rssMib: grown("rssMib") };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
