import { unit as mathjsUnit } from "mathjs";
import { describe, expect, test } from "vitest";
import { constantRows, prefixRows, unitRows } from "../../../scripts/read-mathjs-units.ts";
import { findUnit } from "./unit-table.ts";
import { generatedConstants, generatedPrefixes, generatedUnits } from "./units-generated.ts";

/** mathjs' own base unit of each dimension. */
const baseUnits: Readonly<Record<string, string>> = {
  mass: "kg",
  length: "m",
  time: "s",
  current: "A",
  temperature: "K",
  light: "cd",
  substance: "mol",
  angle: "rad",
  data: "bits",
};

function sizeByMathjs(name: string): number {
  const powers = findUnit(name)?.powers ?? [];
  const base = powers.map(([dimension, power]) => `${baseUnits[dimension]}^${power}`).join(" ");
  return mathjsUnit(1, name).toNumber(base);
}

function expectSize(name: string, closeness: number): void {
  const size = findUnit(name)?.size ?? { n: 0n, d: 1n };
  const ratio = sizeByMathjs(name) / (Number(size.n) / Number(size.d));
  expect(Math.abs(ratio - 1), name).toBeLessThan(closeness);
}

/** Ronna-seconds are hardly ever meant. */
const rupees: ReadonlySet<string> = new Set(["Rs", "rs"]);

describe("units of mathjs", () => {
  test("the generated module is what mathjs gives", () => {
    expect(generatedPrefixes).toEqual(prefixRows());
    expect(generatedUnits).toEqual(unitRows());
    expect(generatedConstants).toEqual(constantRows());
  });

  test("every unit behind every prefix has the size of mathjs' conversion", () => {
    for (const [names, , , set] of generatedUnits) {
      const prefixes = (generatedPrefixes[set] ?? "").split(" ").map((row) => row.split("=")[0] ?? "");
      for (const name of names.split(" "))
        for (const prefix of new Set(["", ...prefixes]))
          if (!rupees.has(prefix + name)) expectSize(prefix + name, 1e-12);
    }
  });

  test("corrected units are close to those of mathjs", () => {
    const corrected = "acre kip psi hp torr mmHg eV electronvolt";
    for (const name of corrected.split(" ")) expectSize(name, 1e-4);
  });
});
