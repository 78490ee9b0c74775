/** One short answer with its gold. */
export interface ShortItem {
  readonly id: string;
  readonly gold: string;
  readonly response: string;
}

/** Seeded short items: integers, fractions, decimals and small formulas, half of them right. */
export function createShortItems(count: number, seed: number): ShortItem[] {
  let state = seed >>> 0;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const kinds: ((right: boolean) => [gold: string, answer: string])[] = [
    (right) => {
      const value = draw(10_000);
      return [String(value), String(right ? value : value + 1)];
    },
    (right) => {
      const [top, bottom] = [1 + draw(50), 2 + draw(50)];
      return [`\\frac{${top}}{${bottom}}`, right ? `${2 * top}/${2 * bottom}` : `${top + 1}/${bottom}`];
    },
    (right) => {
      const cents = draw(100_000);
      return [(cents / 100).toFixed(2), right ? `${cents / 100}` : `${(cents + 1) / 100}`];
    },
    (right) => {
      const [slope, offset] = [2 + draw(9), 1 + draw(9)];
      return [`${slope}x+${offset}`, right ? `${offset}+${slope}x` : `${offset}-${slope}x`];
    },
  ];
  return Array.from({ length: count }, (_, index) => {
    const [gold, answer] = kinds[draw(kinds.length)]!(draw(2) === 0);
    return {
      id: String(index),
      gold,
      response: `We add both sides and get the result. So \\boxed{${answer}}.`,
    };
  });
}
