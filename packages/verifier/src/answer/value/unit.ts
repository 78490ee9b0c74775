import type { Fuel } from "../fuel.ts";
import type { UnitFactor } from "../parse/node.ts";
import { divRational, makeRational, mulRational, one, powRational, type Rational } from "./rational.ts";
import { compositeUnits, type UnitEntry, unitTable } from "./unit-table.ts";

/** A unit resolved to base dimensions. Two quantities are comparable only when the dimensions are the same text. */
export interface Unit {
  /** Canonical dimensions, such as `length^1 time^-1`. */
  readonly dimension: string;
  /** Size in base units. */
  readonly size: Rational;
  /** The last word of the unit as written, in the singular: "red apples" counts apples. */
  readonly head: string;
  /** Every factor is in the unit table; otherwise a bare word such as "apples" is the unit. */
  readonly isKnown: boolean;
}

/** Tells whether a word names a unit of two or more letters (single letters are variables unless set as text). */
export function isUnitWord(word: string): boolean {
  return word.length > 1 && (lookUp(word) !== undefined || compositeOf(word) !== undefined);
}

/** Longest product of units in one text. */
const maxFormulaChars = 40;
const unitFormula = /^[A-Za-z]+(?:\^\{?-?\d\}?)?(?:\s*[/*·]\s*[A-Za-z]+(?:\^\{?-?\d\}?)?)*$/;

/** Tells whether a text is a product or quotient of units, such as `m/s^2` or `kg·m`. */
export function isUnitFormula(text: string): boolean {
  if (text.length > maxFormulaChars || !unitFormula.test(text)) return false;
  const names = text.match(/[A-Za-z]+/g) ?? [];
  return names.every((name) => lookUp(name) !== undefined || compositeOf(name) !== undefined);
}

function lookUp(name: string): UnitEntry | undefined {
  const exact = unitTable.get(name);
  if (exact !== undefined || name.length === 1) return exact;
  const lower = name.toLowerCase();
  return unitTable.get(lower) ?? (lower.endsWith("s") ? unitTable.get(lower.slice(0, -1)) : undefined);
}

/** Resolves unit factors as written to dimensions and size. Words outside the table are dimensions of their own. */
export function resolveUnit(factors: readonly UnitFactor[], fuel: Fuel): Unit {
  const powers = new Map<string, number>();
  let size = one;
  let isKnown = true;
  for (const { name, power } of expandComposites(factors)) {
    fuel.spend(4);
    const entry = lookUp(name);
    const dimension = entry === undefined ? `word ${singular(name)}` : entry[0];
    if (entry === undefined) isKnown = false;
    powers.set(dimension, (powers.get(dimension) ?? 0) + power * (entry?.[1] ?? 1));
    if (entry !== undefined) size = multiplySize(size, entry, power, fuel);
  }
  // "5 million" is a number.
  powers.delete("count");
  // "square units" and "units" measure nothing in particular.
  if (powers.size === 1 && powers.has("unit")) powers.clear();
  const dimension = [...powers]
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, power]) => `${name}^${power}`)
    .join(" ");
  return { dimension, size, isKnown, head: singular(factors[factors.length - 1]?.name ?? "") };
}

function compositeOf(name: string): readonly (readonly [string, number])[] | undefined {
  return compositeUnits.get(name) ?? (name.length > 3 ? compositeUnits.get(singular(name)) : undefined);
}

function expandComposites(factors: readonly UnitFactor[]): readonly UnitFactor[] {
  return factors.flatMap((factor) => {
    const parts = compositeOf(factor.name);
    return parts === undefined
      ? [factor]
      : parts.map(([name, power]) => ({ name, power: power * factor.power }));
  });
}

function multiplySize(size: Rational, entry: UnitEntry, power: number, fuel: Fuel): Rational {
  const base = makeRational(BigInt(entry[2]), BigInt(entry[3]), fuel);
  const scaled = powRational(base, BigInt(Math.abs(power)), 100_000, fuel) ?? one;
  return power < 0 ? divRational(size, scaled, fuel) : mulRational(size, scaled, fuel);
}

function singular(word: string): string {
  const lower = word.toLowerCase();
  return lower.length > 3 && lower.endsWith("s") ? lower.slice(0, -1) : lower;
}
