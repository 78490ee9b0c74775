import { Fuel } from "../fuel.ts";
import { makeRational, mulRational, one, powRational, type Rational } from "./rational.ts";
import {
  countingUnits,
  extraPrefixes,
  extraUnits,
  foreignUnits,
  moneyUnits,
  type UnitRow,
  zeroPoints,
} from "./unit-extras.ts";
import { generatedConstants, generatedPrefixes, generatedUnits } from "./units-generated.ts";

/** A unit: the powers of the base dimensions that it measures, and its size in base units (m, kg, s, A, dollar, …). */
export interface UnitEntry {
  readonly powers: readonly (readonly [dimension: string, power: number])[];
  readonly size: Rational;
  /** For a temperature scale: its degrees between absolute zero and its zero. */
  readonly zero?: Rational;
}

// The tables are constant, so the work on them is bounded by their length.
const fuel = new Fuel(Number.MAX_SAFE_INTEGER);
const prefixSets: ReadonlyMap<string, ReadonlyMap<string, Rational>> = new Map(
  Object.entries(generatedPrefixes).map(([name, list]) => [
    name,
    new Map(`${list} ${extraPrefixes[name] ?? ""}`.trim().split(" ").map(readPrefix)),
  ]),
);
const longestPrefix = 6;
const entries = new Map<string, UnitEntry>();
const prefixesOfUnit = new Map<string, ReadonlyMap<string, Rational>>();
const constants = new Map<string, readonly [value: string, unit: string]>();

for (const [name, value, unit] of generatedConstants) constants.set(name, [value, unit]);
for (const row of [...generatedUnits, ...extraUnits, ...moneyUnits, ...countingUnits, ...foreignUnits])
  addRow(row);

/** Returns the unit of exactly this spelling, also behind a prefix that it takes: `km`, `MeV`, `kilowatt`. */
export function findUnit(name: string): UnitEntry | undefined {
  return entries.get(name) ?? findPrefixed(name)?.entry;
}

/** Tells whether this exact spelling is a unit without a prefix. */
export function isPlainUnit(name: string): boolean {
  return entries.has(name);
}

/** Returns the prefix of a unit's name and the unit with it; undefined where the name has none. */
export function findPrefixed(name: string): { prefix: string; entry: UnitEntry } | undefined {
  for (let length = 1; length < name.length && length <= longestPrefix; length++) {
    const stem = name.slice(length);
    const prefixes = prefixesOfUnit.get(stem);
    if (prefixes === undefined) continue;
    const start = name.slice(0, length);
    const prefix = isMicro(start) ? "u" : start;
    const size = prefixes.get(prefix);
    const entry = entries.get(stem);
    if (size !== undefined && entry !== undefined)
      return { prefix, entry: { powers: entry.powers, size: mulRational(size, entry.size, fuel) } };
  }
  return undefined;
}

/** The micro sign and the Greek letter. */
function isMicro(prefix: string): boolean {
  return prefix === "µ" || prefix === "μ" || prefix === "mu";
}

function addRow([names, size, units, prefixes]: UnitRow): void {
  const { powers, size: factor } = readFormula(units);
  const entry: UnitEntry = { powers, size: mulRational(readSize(size), factor, fuel) };
  for (const name of names.split(" ")) {
    const zero = zeroPoints.get(name);
    entries.set(name, zero === undefined ? entry : { ...entry, zero: readSize(zero) });
    const set = prefixes === undefined ? undefined : prefixSets.get(prefixes);
    if (set !== undefined) prefixesOfUnit.set(name, set);
  }
}

/** Reads `kg m^2 s^-2`. A name that is no unit yet is a dimension. */
function readFormula(formula: string): { powers: [string, number][]; size: Rational } {
  const powers = new Map<string, number>();
  let size = one;
  for (const part of formula.split(" ")) {
    const [name = "", exponent = "1"] = part.split("^");
    const power = Number(exponent);
    const constant = constants.get(name);
    const unit = constant === undefined ? findUnit(name) : readConstant(constant);
    for (const [dimension, times] of unit?.powers ?? [[name, 1] as const])
      powers.set(dimension, (powers.get(dimension) ?? 0) + times * power);
    if (unit !== undefined) size = mulRational(size, powerOf(unit.size, power), fuel);
  }
  return { powers: [...powers].filter(([, power]) => power !== 0), size };
}

function readConstant([value, unit]: readonly [string, string]): UnitEntry {
  const { powers, size } = readFormula(unit);
  return { powers, size: mulRational(readSize(value), size, fuel) };
}

function powerOf(base: Rational, power: number): Rational {
  return powRational(base, BigInt(power), 100_000, fuel) ?? one;
}

/** Reads `k=10^3`. */
function readPrefix(text: string): [string, Rational] {
  const [name = "", size = ""] = text.split("=");
  const [base = "", power = ""] = size.split("^");
  return [name, powerOf(readSize(base), Number(power))];
}

/** Reads `1852`, `1/760`, `0.3048` or `1e-10`. */
function readSize(text: string): Rational {
  const [top = "", bottom = "1"] = text.split("/");
  const [mantissa = "", exponent = "0"] = top.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const scale = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  const n = scale > 0 ? digits * 10n ** BigInt(scale) : digits;
  const d = scale < 0 ? 10n ** BigInt(-scale) : 1n;
  return makeRational(n, d * BigInt(bottom), fuel);
}
