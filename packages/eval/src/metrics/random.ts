/** Draws uniform integers in [0, bound) from a seeded stream. */
export type DrawInt = (bound: number) => number;

/**
 * Returns a seeded source of uniform integers: sfc32, its state filled by splitmix-style hashing of `seed`, the first
 * draws thrown away. Equal seeds give equal streams on every machine. Bounds up to 2^21 keep the bias under 2^-11.
 */
export function createDrawInt(seed: number): DrawInt {
  let x = (seed ^ Math.floor(seed / 4294967296)) | 0;
  const nextSeed = (): number => {
    x = (x + 0x9e3779b9) | 0;
    let t = x ^ (x >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let a = nextSeed();
  let b = nextSeed();
  let c = nextSeed();
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  return (bound) => Math.floor((next() / 4294967296) * bound);
}
