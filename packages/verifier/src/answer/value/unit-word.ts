import { findPrefixed, findUnit, isPlainUnit, type UnitEntry } from "./unit-table.ts";

/** Names in capitals of the units that are often typed so. */
const lowerNames: ReadonlySet<string> = new Set("km cm mm dm kg mg ml".split(" "));

/** Returns a unit by its name as written: also in the plural, and in capitals where no other unit is meant by them. */
export function lookUpUnit(name: string): UnitEntry | undefined {
  const exact = findUnit(name);
  if (exact !== undefined || name.length === 1) return exact;
  const lower = name.toLowerCase();
  const found = isPlainUnit(lower) || lower.length > 4 || lowerNames.has(lower) ? findUnit(lower) : undefined;
  return found ?? (lower.length > 2 && lower.endsWith("s") ? findStem(name, lower) : undefined);
}

/** The unit of a plural: `kms`, `volts`, `Joules`, `MWs`. */
function findStem(name: string, lower: string): UnitEntry | undefined {
  const stem = name.slice(0, -1);
  if (stem.length === 1) return undefined;
  return (
    findUnit(stem) ??
    (stem.length > 3 || isPlainUnit(stem.toLowerCase()) ? findUnit(lower.slice(0, -1)) : undefined)
  );
}

/** Two letters that are a unit also as a bare word: others, such as `cd` or `pt`, may be a product. */
const shortWords: ReadonlySet<string> = new Set(
  (
    "km dm cm mm nm um in ft yd mi kg gm mg ug lb oz ms ns hr mL ml cL cl dL dl cc ha wk qt mo kJ MJ GJ mJ kW MW GW mW Pa Hz " +
    "yr kN kV mV MV mA kA dB eV kB MB GB TB Mb Gb mT Bq Gy Sv Wb Rs rs"
  ).split(" "),
);

/** Prefixes that are in daily use; others make a unit only where it is set as text. */
const usualPrefixes: ReadonlySet<string> = new Set(
  "p n u m c d h k M G T pico nano micro milli centi deci hecto kilo mega giga tera Ki Mi Gi Ti kibi mebi gibi tebi".split(
    " ",
  ),
);

/** Units of three letters and more that are as often other words. */
const otherWords: ReadonlySet<string> = new Set("cup rev gray cal amu fps chf bar".split(" "));

/** Tells whether a word names a unit of two or more letters (single letters are variables unless set as text). */
export function isUnitWord(word: string): boolean {
  if (word.length < 2) return false;
  if (word.length === 2) {
    const lower = word.toLowerCase();
    return shortWords.has(word) || lowerNames.has(lower) || (shortWords.has(lower) && isPlainUnit(lower));
  }
  return !otherWords.has(word) && lookUpUnit(word) !== undefined && hasUsualPrefix(word);
}

function hasUsualPrefix(word: string): boolean {
  if (isPlainUnit(word)) return true;
  const prefixed = findPrefixed(word);
  return prefixed === undefined || usualPrefixes.has(prefixed.prefix);
}
