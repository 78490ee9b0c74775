import type { Fuel } from "../fuel.ts";
import type { UnitFactor } from "../parse/node.ts";
import { isPlainUnit } from "./unit-table.ts";
import { isUnitWord, lookUpUnit } from "./unit-word.ts";

/** Longest run of letters that is several units: `kgms^{-2}`. */
const maxRunChars = 8;
const maxParts = 3;
const letters: ReadonlySet<string> = new Set("mgsLlhNJWVKCATFHSMt");

/**
 * Returns the products of units that a run of letters may be, the power on the last: `ms^{-2}` is m·s⁻², `Jkg^{-1}` is
 * J·kg⁻¹. A run that is a unit itself is split only under a negative power; `mm^2` is no m·m².
 */
export function splitUnitRun(factor: UnitFactor, fuel: Fuel): readonly (readonly UnitFactor[])[] {
  const { name, power } = factor;
  if (name.length < 2 || name.length > maxRunChars || !mayBeRun(name, power)) return [];
  fuel.spend(name.length * 4);
  const splits: (readonly string[])[] = [];
  collectSplits(name, [], splits);
  return splits.map((parts) =>
    parts.map((part, at) => ({ name: part, power: at === parts.length - 1 ? power : 1 })),
  );
}

/** Tells whether a run of letters is several units and no unit itself: `Nm`, `kgm`, and `gmol` under a power. */
export function isRunOfUnits({ name, power }: UnitFactor): boolean {
  if (name.length < 2 || name.length > maxRunChars || !mayBeRun(name, power)) return false;
  const splits: (readonly string[])[] = [];
  collectSplits(name, [], splits);
  return splits.length > 0;
}

function mayBeRun(name: string, power: number): boolean {
  if (power < 0) return true;
  return /^kg|[NJWVKATC]/.test(name) && lookUpUnit(name) === undefined;
}

function collectSplits(rest: string, parts: readonly string[], found: (readonly string[])[]): void {
  if (parts.length >= maxParts) return;
  for (let length = 1; length < rest.length; length++) {
    const part = rest.slice(0, length);
    if (!isPart(part) || parts.includes(part)) continue;
    const tail = rest.slice(length);
    if (isPart(tail) && tail !== part && !parts.includes(tail)) found.push([...parts, part, tail]);
    collectSplits(tail, [...parts, part], found);
  }
}

function isPart(name: string): boolean {
  return name.length === 1 ? letters.has(name) : isUnitWord(name) && (name.length === 2 || isPlainUnit(name));
}
