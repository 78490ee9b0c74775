/** A seeded stream of numbers. Equal paths give equal streams on every machine. */
export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform integer in [0, bound). Throws a RangeError when bound is not a positive integer. */
  int(bound: number): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
  /** One element, uniformly. Throws a RangeError on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** A shuffled copy (Fisher-Yates). */
  shuffle<T>(list: readonly T[]): T[];
  /** An independent stream named by this stream's path and more path elements; drawing from it moves nothing here. */
  fork(...path: readonly (string | number)[]): Random;
}

/**
 * Creates the stream named by `path`, for example `createRandom(seed, "rollout", step, row)`.
 *
 * Every purpose gets a path of its own instead of a shared stream, so a resumed run needs no generator state: what
 * step 500 draws does not depend on what was drawn before it. Generator: sfc32, seeded from four 32-bit hashes of
 * the path (FNV-1a with a murmur3 finaliser).
 */
export function createRandom(...path: readonly (string | number)[]): Random {
  const text = path.map((part) => (typeof part === "number" ? `#${part}` : `$${part}`)).join("\u0000");
  let a = hash(text, 0x811c9dc5);
  let b = hash(text, 0x01000193);
  let c = hash(text, 0x9e3779b9);
  let counter = hash(text, 0x85ebca6b);

  const nextUint = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) nextUint();

  const next = (): number => nextUint() / 4294967296;
  const int = (bound: number): number => {
    if (!Number.isInteger(bound) || bound <= 0)
      throw new RangeError(`bound must be a positive integer, got ${bound}`);
    return Math.floor(next() * bound);
  };
  return {
    next,
    int,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (list) => {
      if (list.length === 0) throw new RangeError("cannot pick from an empty list");
      return list[int(list.length)] as (typeof list)[number];
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(i + 1);
        const kept = copy[i] as (typeof copy)[number];
        copy[i] = copy[j] as (typeof copy)[number];
        copy[j] = kept;
      }
      return copy;
    },
    fork: (...more) => createRandom(...path, ...more),
  };
}

function hash(text: string, seed: number): number {
  let h = seed | 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
