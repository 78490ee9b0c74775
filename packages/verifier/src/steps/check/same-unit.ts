import type { Fuel } from "../../answer/fuel.ts";
import { resolveUnit } from "../../answer/value/unit.ts";
import type { Side } from "../read/side.ts";

/** Factors between units of one kind that are in daily use, from feet and inches to seconds and days. */
const factors: readonly number[] = [
  2,
  3,
  3.6,
  4,
  7,
  8,
  9,
  10,
  12,
  16,
  24,
  30,
  36,
  52,
  60,
  100,
  144,
  365,
  366,
  1000,
  1440,
  1760,
  3600,
  5280,
  10_000,
  10_080,
  86_400,
  1_000_000,
  1.609,
  2.54,
  2.2,
  0.4536,
  28.35,
  3.785,
  1000 / 3600,
];

/** A value with the number it comes to. */
interface Valued {
  readonly number: number;
}

/**
 * Tells whether two sides may be measured in different units, so that unequal numbers prove nothing: `2 hours * 3 = 360
 * minutes`, `2 feet + 3 inches = 27 inches`. Units of unknown size, such as eggs, count nothing here.
 */
export function mayConvert(left: Side, right: Side, [a, b]: readonly [Valued, Valued], fuel: Fuel): boolean {
  const [inLeft, inRight] = [knownUnits(left, fuel), knownUnits(right, fuel)];
  if (new Set([...inLeft, ...inRight]).size < 2) return false;
  const isMixedSum =
    (inLeft.size > 1 && /.[-+]/.test(left.text)) || (inRight.size > 1 && /.[-+]/.test(right.text));
  if (isMixedSum || a.number === 0 || b.number === 0) return true;
  const ratio = Math.abs(a.number / b.number);
  return factors.some((factor) => Math.abs(ratio / factor - 1) < 0.02 || Math.abs(ratio * factor - 1) < 0.02);
}

/** The units of a side that have a known size, each named by dimension and size. */
function knownUnits(side: Side, fuel: Fuel): Set<string> {
  const names = new Set<string>();
  if (side.hasMoney) names.add("dollar^1 1/1");
  for (const phrase of side.units)
    for (const word of phrase.split(/[^\p{L}$]+/u)) {
      if (word === "") continue;
      const unit = resolveUnit([{ name: word, power: 1 }], fuel);
      if (unit.words.length === 0) names.add(`${unit.dimension} ${unit.size.n}/${unit.size.d}`);
    }
  return names;
}

/** `3 pencils + 1 eraser = 124 cents`: things stand for their unknown prices. */
export function mayName(left: Side, right: Side): boolean {
  const things = new Set(left.units);
  return (
    things.size > 1 &&
    /.[-+]/.test(left.text) &&
    (right.hasMoney || right.units.some((unit) => !things.has(unit)))
  );
}

/** `900 - 100 = $8`: the same money in cents and in dollars. */
export function mayBeCents(left: Side, right: Side, [a, b]: readonly [Valued, Valued]): boolean {
  if (left.hasMoney === right.hasMoney || b.number === 0) return false;
  const ratio = a.number / b.number;
  return Math.abs(ratio - 100) < 1e-9 || Math.abs(ratio - 0.01) < 1e-12;
}
