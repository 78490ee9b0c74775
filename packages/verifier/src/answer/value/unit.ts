import type { Fuel } from "../fuel.ts";
import type { UnitFactor } from "../parse/node.ts";
import { mulRational, one, powRational, type Rational } from "./rational.ts";
import { secondMeanings } from "./unit-extras.ts";
import { splitUnitRun } from "./unit-run.ts";
import { lookUpUnit } from "./unit-word.ts";

/** A unit resolved to base dimensions. Two quantities are comparable only when the dimensions are the same text. */
export interface Unit {
  /** Canonical dimensions, such as `length^1 time^-1`, with the words that are no units. */
  readonly dimension: string;
  /** The dimensions without the words. */
  readonly measured: string;
  /** Words outside the table, in the singular: what is counted or measured. */
  readonly words: readonly string[];
  /** The factors as written. */
  readonly factors: readonly UnitFactor[];
  /** Size in base units. */
  readonly size: Rational;
  /** What the words of number among the factors multiply by: a million, a dozen. */
  readonly count: Rational;
  /** For a temperature on a scale: degrees between absolute zero and the zero of the scale. */
  readonly zero?: Rational;
  /** Other units that the same spelling may mean: `ms^{-2}` is also a metre by a second squared. */
  readonly others: readonly Unit[];
}

/** Most other meanings of one unit. */
const maxOthers = 4;

/** Resolves unit factors as written to dimensions and size. Words outside the table are dimensions of their own. */
export function resolveUnit(factors: readonly UnitFactor[], fuel: Fuel): Unit {
  const [main, ...others] = meaningsOf(factors, fuel);
  const unit = combine(main ?? factors, fuel);
  return others.length === 0 ? unit : { ...unit, others: others.map((other) => combine(other, fuel)) };
}

/** The factors as written, unless a run of letters among them is no unit, and the factors with another meaning. */
function meaningsOf(factors: readonly UnitFactor[], fuel: Fuel): readonly (readonly UnitFactor[])[] {
  let meanings: (readonly UnitFactor[])[] = [[]];
  for (const factor of factors) {
    const choices = choicesOf(factor, fuel);
    if (choices.length > 1)
      meanings = meanings.flatMap((meaning) => choices.map((choice) => [...meaning, ...choice]));
    else for (const meaning of meanings) (meaning as UnitFactor[]).push(...(choices[0] ?? [factor]));
    meanings = meanings.slice(0, maxOthers + 1);
  }
  return meanings;
}

function choicesOf(factor: UnitFactor, fuel: Fuel): readonly (readonly UnitFactor[])[] {
  fuel.spend(2);
  const second = secondMeanings.get(singular(factor.name));
  if (second !== undefined) return [[factor], [{ name: second, power: factor.power }]];
  const runs = splitUnitRun(factor, fuel);
  return lookUpUnit(factor.name) === undefined && runs.length > 0 ? runs : [[factor], ...runs];
}

function combine(factors: readonly UnitFactor[], fuel: Fuel): Unit {
  const powers = new Map<string, number>();
  const words: string[] = [];
  let size = one;
  let count = one;
  for (const { name, power } of factors) {
    fuel.spend(4);
    const entry = lookUpUnit(name);
    if (entry === undefined) {
      const word = singular(name);
      words.push(word);
      addPower(powers, `word ${word}`, power);
      continue;
    }
    for (const [dimension, times] of entry.powers) addPower(powers, dimension, times * power);
    const factor = powRational(entry.size, BigInt(power), 100_000, fuel) ?? one;
    if (entry.powers[0]?.[0] === "count") count = mulRational(count, factor, fuel);
    else size = mulRational(size, factor, fuel);
  }
  // "5 million" is a number.
  powers.delete("count");
  // "square units" and "units" measure nothing in particular.
  if (powers.size === 1 && powers.has("unit")) powers.clear();
  const [only] = factors;
  const zero = factors.length === 1 && only?.power === 1 ? lookUpUnit(only.name)?.zero : undefined;
  const names = [...powers].filter(([, power]) => power !== 0).map(([name, power]) => `${name}^${power}`);
  return {
    dimension: names.sort().join(" "),
    measured: names.filter((name) => !name.startsWith("word ")).join(" "),
    words,
    factors,
    size,
    count,
    others: [],
    ...(zero === undefined ? {} : { zero }),
  };
}

function addPower(powers: Map<string, number>, dimension: string, power: number): void {
  powers.set(dimension, (powers.get(dimension) ?? 0) + power);
}

const irregular: ReadonlyMap<string, string> = new Map([
  ["people", "person"],
  ["children", "child"],
  ["men", "man"],
  ["women", "woman"],
  ["mice", "mouse"],
  ["halves", "half"],
  ["boxes", "box"],
  ["dice", "die"],
]);

function singular(word: string): string {
  const lower = word.toLowerCase();
  const single = irregular.get(lower);
  if (single !== undefined) return single;
  return lower.length > 3 && lower.endsWith("s") ? lower.slice(0, -1) : lower;
}
