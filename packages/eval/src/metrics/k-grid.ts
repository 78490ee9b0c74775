const EVERY_K_UP_TO = 16;
const STEPS_PER_OCTAVE = 4;

/**
 * Returns the k at which a curve up to `kMax` is worth resampling: every k up to 16, then four an octave, and kMax.
 * Ascending, without repeats.
 */
export function selectCurveKs(kMax: number): number[] {
  const ks = new Set<number>();
  for (let k = 1; k <= Math.min(kMax, EVERY_K_UP_TO); k++) ks.add(k);
  for (let step = 1; ; step++) {
    const k = Math.round(EVERY_K_UP_TO * 2 ** (step / STEPS_PER_OCTAVE));
    if (k >= kMax) break;
    ks.add(k);
  }
  ks.add(kMax);
  return [...ks].sort((a, b) => a - b);
}

/** Returns the k worth a column in a table: the powers of two up to `kMax`, and kMax itself. */
export function selectTableKs(kMax: number): number[] {
  const ks: number[] = [];
  for (let k = 1; k < kMax; k *= 2) ks.push(k);
  return [...ks, kMax];
}
