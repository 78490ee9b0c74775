import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { all, create } from "mathjs";

/** The parts of mathjs' unit table that are read here; mathjs declares no types for them. */
interface MathjsUnits {
  readonly UNITS: Readonly<Record<string, MathjsUnit>>;
  readonly PREFIXES: Readonly<Record<string, Readonly<Record<string, { readonly value: number }>>>>;
}

interface MathjsUnit {
  readonly dimensions: readonly number[];
  readonly value: unknown;
  readonly offset: number;
  readonly prefixes: unknown;
}

/** Names of the dimensions in the order of mathjs. */
const dimensions = "mass length time current temperature light substance angle data".split(" ");

/** Names of the sets of prefixes that are used. */
const prefixSets: ReadonlyMap<string, string> = new Map([
  ["SHORT", "short"],
  ["LONG", "long"],
  ["SHORTLONG", "any"],
  ["BINARY_SHORT", "binary"],
  ["BINARY_LONG", "long_binary"],
]);

/** Units that mathjs rounds, or has an old value of; the corrected ones stand in unit-extras.ts. */
const rounded =
  "acre acres rd sqrd sqch kip kips psi hp torr mmHg mmhg eV electronvolt electronvolts teaspoon teaspoons tablespoon tablespoons";
/** Units that have a meaning of their own in answers: calendar units and angles, which have rules of their own. */
const ownRules =
  "month months year years decade decades century centuries millennium millennia deg degree degrees grad gradian " +
  "gradians cycle cycles arcsec arcsecond arcseconds arcmin arcminute arcminutes degC degF degR celsius fahrenheit";
/** Names that are words, variables or unclear in answers: a ton has three sizes, a chain or a stick is counted. */
const unclear =
  "li link links rod rods ch chain chains mil drop gr dr gtt gtts gi cp lt bbl obl stick sticks ton tons VAR VA " +
  "m2 m3 minim minims sqmil";
const leftOut = new Set(`${rounded} ${ownRules} ${unclear}`.split(" "));

/** Most digits of a size that is exact; longer ones are rounded by mathjs. */
const maxExactDigits = 14;

const units = (create(all ?? {}) as unknown as { Unit: MathjsUnits }).Unit;

/** Returns the sets of prefixes, each as `name=size` separated by spaces, the size as a power: `k=10^3`, `Ki=1024^1`. */
export function prefixRows(): Record<string, string> {
  const rows: Record<string, string> = {};
  for (const [key, name] of prefixSets) {
    const prefixes = Object.entries(units.PREFIXES[key] ?? {}).filter(([prefix]) => prefix !== "");
    rows[name] = prefixes.map(([prefix, { value }]) => `${prefix}=${powerOf(value)}`).join(" ");
  }
  return rows;
}

function powerOf(value: number): string {
  const decimal = Math.round(Math.log10(value));
  if (Math.abs(value / 10 ** decimal - 1) < 1e-9) return `10^${decimal}`;
  return `1024^${Math.round(Math.log2(value) / 10)}`;
}

/** Returns the units with an exact size: spellings, size, dimensions, set of prefixes. */
export function unitRows(): [string, string, string, string][] {
  const rows = new Map<string, [string, string, string, string]>();
  for (const [name, unit] of Object.entries(units.UNITS)) {
    if (leftOut.has(name) || isPlural(name) || !isExact(unit)) continue;
    const set = Object.entries(units.PREFIXES).find(([, prefixes]) => prefixes === unit.prefixes)?.[0] ?? "";
    const row: [string, string, string, string] = [
      name,
      String(unit.value),
      dimensionOf(unit),
      prefixSets.get(set) ?? "",
    ];
    const key = row.slice(1).join("|");
    const known = rows.get(key);
    if (known === undefined) rows.set(key, row);
    else known[0] += ` ${name}`;
  }
  return [...rows.values()];
}

/** The lookup takes the s of a plural off. */
function isPlural(name: string): boolean {
  return name.length > 3 && name.endsWith("s") && units.UNITS[name.slice(0, -1)] !== undefined;
}

function isExact(unit: MathjsUnit): boolean {
  const digits = String(unit.value).replace(/e.*$/, "").replace(/\D/g, "").replace(/^0+/, "");
  return typeof unit.value === "number" && unit.offset === 0 && digits.length <= maxExactDigits;
}

function dimensionOf(unit: MathjsUnit): string {
  return unit.dimensions
    .flatMap((power, at) =>
      power === 0 ? [] : [power === 1 ? dimensions[at] : `${dimensions[at]}^${power}`],
    )
    .join(" ");
}

/** Returns the physical constants with a unit: name, value as a decimal, unit. */
export function constantRows(): [string, string, string][] {
  const file = createRequire(import.meta.url).resolve("mathjs/package.json");
  const source = readFileSync(file.replace("package.json", "lib/esm/type/unit/physicalConstants.js"), "utf8");
  const pattern = /unitFactory\('(\w+)', '([\d.e+-]+)', '([^']+)'\)/g;
  return [...source.matchAll(pattern)].map(([, name = "", value = "", unit = ""]) => [name, value, unit]);
}
