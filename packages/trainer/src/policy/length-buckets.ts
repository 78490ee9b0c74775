const SMALLEST_STEP = 16;

/** Returns the distance between neighbouring buckets around a length: an eighth of its power of two, at least 16. */
export function bucketStep(length: number): number {
  return Math.max(SMALLEST_STEP, 2 ** Math.floor(Math.log2(Math.max(1, length))) / 8);
}

/** Returns the smallest bucket that holds `length` tokens; padding stays under one step. */
export function bucketLength(length: number): number {
  const step = bucketStep(length);
  return Math.max(SMALLEST_STEP, Math.ceil(length / step) * step);
}

/** Returns every bucket that sequences of up to `maxLength` tokens can fall into, ascending. */
export function listBuckets(maxLength: number): number[] {
  const buckets: number[] = [];
  for (let length = 1; length <= maxLength; length = (buckets.at(-1) as number) + 1)
    buckets.push(bucketLength(length));
  return buckets;
}
