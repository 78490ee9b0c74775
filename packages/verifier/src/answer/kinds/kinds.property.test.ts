import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPaid } from "./kind-table.test-support.ts";

const integer = fc.integer({ min: -60, max: 60 });
const natural = fc.integer({ min: 1, max: 60 });
const runs = { numRuns: 150, seed: 29 };

/** An answer, another spelling of it, and the same with a changed value. */
interface Case {
  readonly gold: string;
  readonly same: string;
  readonly other: string;
}

const cases: Readonly<Record<string, fc.Arbitrary<Case>>> = {
  interval: fc.tuple(integer, natural).map(([low, width]) => ({
    gold: `[${low},${low + width})`,
    same: `${low}\\le x<${low + width}`,
    other: `${low}<x<${low + width}`,
  })),
  "scaled inequality": fc.tuple(integer, natural).map(([bound, factor]) => ({
    gold: `x<${bound}`,
    same: `-${factor}x>${-factor * bound}`,
    other: `-${factor}x<${-factor * bound}`,
  })),
  union: fc.tuple(integer, natural, natural).map(([low, gap, width]) => ({
    gold: `(-\\infty,${low})\\cup(${low + gap},${low + gap + width}]`,
    same: `(${low + gap},${low + gap + width}]\\cup(-\\infty,${low})`,
    other: `(-\\infty,${low}]\\cup(${low + gap},${low + gap + width}]`,
  })),
  "touching intervals": fc.tuple(integer, natural, natural).map(([low, a, b]) => ({
    gold: `[${low},${low + a + b}]`,
    same: `[${low},${low + a})\\cup[${low + a},${low + a + b}]`,
    other: `[${low},${low + a})\\cup(${low + a},${low + a + b}]`,
  })),
  list: fc.uniqueArray(integer, { minLength: 2, maxLength: 6 }).map((items) => ({
    gold: items.join(", "),
    same: `\\{${[...items].reverse().join(",")}\\}`,
    other: `${items.join(", ")}, 77`,
  })),
  assignments: fc
    .tuple(integer, integer)
    .filter(([x, y]) => x !== y)
    .map(([x, y]) => ({ gold: `x=${x}, y=${y}`, same: `y=${y}, x=${x}`, other: `x=${y}, y=${x}` })),
  matrix: fc.tuple(integer, integer, integer, integer).map(([a, b, c, d]) => ({
    gold: `\\begin{pmatrix} ${a} & ${b} \\\\ ${c} & ${d} \\end{pmatrix}`,
    same: `\\frac12\\begin{bmatrix} ${2 * a} & ${2 * b} \\\\ ${2 * c} & ${2 * d} \\end{bmatrix}`,
    other: `\\begin{pmatrix} ${a} & ${b} \\\\ ${c} & ${d + 1} \\end{pmatrix}`,
  })),
  length: natural.map((size) => ({
    gold: `${size} \\text{ m}`,
    same: `${100 * size} \\text{ cm}`,
    other: `${size} \\text{ cm}`,
  })),
  ratio: fc.tuple(natural, natural, natural).map(([a, b, factor]) => ({
    gold: `${a}:${b}:7`,
    same: `${a * factor}:${b * factor}:${7 * factor}`,
    other: `${a}:${b}:8`,
  })),
  congruence: fc
    .tuple(fc.integer({ min: 2, max: 40 }), integer, integer)
    .map(([modulus, residue, turns]) => ({
      gold: `n\\equiv ${residue}\\pmod{${modulus}}`,
      same: `n\\equiv ${residue + turns * modulus}\\pmod{${modulus}}`,
      other: `n\\equiv ${residue + turns * modulus + 1}\\pmod{${modulus}}`,
    })),
  "solutions of a trigonometric equation": fc.tuple(natural, integer).map(([d, turns]) => ({
    gold: `\\frac{\\pi}{${d + 1}}+2k\\pi`,
    same: `\\frac{\\pi}{${d + 1}}+2k\\pi+${2 * Math.abs(turns)}\\pi`,
    other: `\\frac{\\pi}{${d + 1}}+2k\\pi+${2 * Math.abs(turns) + 1}\\pi`,
  })),
  line: fc.tuple(integer, integer, natural).map(([slope, rise, factor]) => ({
    gold: `y=${slope}x+${rise}`.replace("+-", "-"),
    same: `${factor}y-(${factor * slope})x=${factor * rise}`,
    other: `${factor}y-(${factor * slope})x=${factor * rise + 1}`,
  })),
  antiderivative: fc.tuple(natural, natural).map(([a, b]) => ({
    gold: `${a}x^2+${b}x+C`,
    same: `x(${a}x+${b})+7+C`,
    other: `x(${a}x+${b})+x+C`,
  })),
};

describe("for every kind", () => {
  for (const [kind, arbitrary] of Object.entries(cases))
    test(`${kind}: equal spellings are paid both ways, a changed value neither way, each text for itself`, () => {
      fc.assert(
        fc.property(arbitrary, ({ gold, same, other }) => {
          expect([gold, isPaid(gold, gold), isPaid(same, same)]).toEqual([gold, true, true]);
          expect([gold, same, isPaid(gold, same), isPaid(same, gold)]).toEqual([gold, same, true, true]);
          expect([gold, other, isPaid(gold, other), isPaid(other, gold)]).toEqual([
            gold,
            other,
            false,
            false,
          ]);
        }),
        runs,
      );
    });
});
