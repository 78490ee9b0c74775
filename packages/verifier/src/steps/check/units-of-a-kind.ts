import type { Rational } from "../../answer/value/rational.ts";

/** Units of one kind, each as a multiple of the smallest. */
const families: readonly Readonly<Record<string, bigint>>[] = [
  { second: 1n, minute: 60n, hour: 3600n, day: 86_400n, week: 604_800n },
  { month: 1n, year: 12n },
  { inch: 1n, foot: 12n, yard: 36n, mile: 63_360n },
  { millimeter: 1n, centimeter: 10n, meter: 1000n, kilometer: 1_000_000n },
  { gram: 1n, kilogram: 1000n },
  { milliliter: 1n, liter: 1000n },
  { cent: 1n, dollar: 100n },
];
const otherNames: Readonly<Record<string, string>> = {
  feet: "foot",
  inches: "inch",
  km: "kilometer",
  cm: "centimeter",
  mm: "millimeter",
  m: "meter",
  kg: "kilogram",
  g: "gram",
  ml: "milliliter",
  l: "liter",
};
const fullNames = families.flatMap(Object.keys);
/** Units that are a power of ten of one another, so that a slip moves the point. */
const decimal: ReadonlySet<string> = new Set(
  families
    .filter((family) => Object.values(family).every((size) => /^10*$/.test(String(size))))
    .flatMap(Object.keys),
);
/** Days, weeks and years may be those of work or school: `he works 8 hours a day, so 3 days are 24 hours`. */
const ofWork: ReadonlySet<string> = new Set(["day", "week", "month", "year"]);

/** Words in lower case, one of which stands wherever {@link unitPattern} matches. */
export const unitMentions: readonly string[] = [...fullNames, ...Object.keys(otherNames)];

/** Source of a pattern for the name of a unit. */
export const unitPattern = `(?:${fullNames.map((name) => `${name}s?`).join("|")}|${Object.keys(otherNames).join("|")})`;

const amount = new RegExp(String.raw`\d\s+${unitPattern}\b`, "i");

/** Tells whether a text holds an amount in one of the units: most hold none, and need not be searched. */
export function holdsAmount(text: string): boolean {
  return amount.test(text);
}

/** Source of a pattern that ends an amount: nothing follows that would add to it or make something else of it. */
export const amountEnd = String.raw`\b(?!\s*[-+*/×÷^(]|,?\s+(?:and\s+)?\$?\d|\s+(?:and|plus|times|minus|per|more|less|longer|shorter|higher|lower|cheaper|above|below|off|over|short|away|a|an|each)\b)`;

/** The name of a unit in the singular and in full. */
export function nameUnit(written: string): string {
  const lower = written.toLowerCase();
  return otherNames[lower] ?? lower.replace(/s$/, "");
}

/** Tells whether a unit of time may be counted in hours of work. */
export function mayBeOfWork(unit: string): boolean {
  return ofWork.has(unit);
}

/** Tells whether two units differ by a power of ten. */
export function differByTens(unit: string, into: string): boolean {
  return decimal.has(unit) && decimal.has(into);
}

/** How many of the second unit make up the first; undefined for units of different kinds. */
export function factorBetween(unit: string, into: string): Rational | undefined {
  for (const family of families) {
    const [n, d] = [family[unit], family[into]];
    if (n !== undefined && d !== undefined) return { n, d };
  }
  return undefined;
}
