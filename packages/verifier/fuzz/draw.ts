/** Where the choices of a case come from. */
type Source = (bound: number, at: number) => number;

/**
 * The choices that make one case, drawn one after another and kept on a tape. Playing a tape back makes the same case;
 * a shorter tape with smaller numbers makes a simpler one, since choice 0 is always the simplest and a tape that has
 * run out gives 0. So shrinking a tape shrinks every generator at once, after MacIver and Donaldson (2020).
 */
export class Draw {
  readonly tape: number[] = [];
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /** Draws a whole number from 0 to bound - 1. */
  int(bound: number): number {
    const value = Math.min(this.source(bound, this.tape.length), bound - 1);
    this.tape.push(value);
    return value;
  }

  /** Draws a whole number from low to high, both included; low is the simplest. */
  between(low: number, high: number): number {
    return low + this.int(high - low + 1);
  }

  /** Draws one of the items; the first is the simplest. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.int(items.length)] as Item;
  }

  /** Draws true once in `oneIn` times; false is the simplest. */
  chance(oneIn: number): boolean {
    return this.int(oneIn) === oneIn - 1;
  }

  /** Draws the items in another order; a tape of zeros keeps it. */
  shuffle<Item>(items: readonly Item[]): readonly Item[] {
    const rest = [...items];
    const out: Item[] = [];
    while (rest.length > 0) out.push(...rest.splice(this.int(rest.length), 1));
    return out;
  }
}

/** Returns a source of choices fixed by a seed, the name of a suite and the number of a case. */
export function drawFresh(seed: number, suite: string, index: number): Draw {
  let state = mix(seed ^ 0x9e3779b9);
  for (const char of suite) state = mix(state ^ char.charCodeAt(0));
  state = mix(state ^ mix(index + 1));
  return new Draw((bound) => {
    state = (state + 0x6d2b79f5) | 0;
    return Math.floor((mix(state) / 2 ** 32) * bound);
  });
}

/** Returns a source that plays a tape back. */
export function drawTape(tape: readonly number[]): Draw {
  return new Draw((_bound, at) => tape[at] ?? 0);
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
