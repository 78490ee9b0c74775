import type { Unit } from "./unit.ts";

const collectives: ReadonlySet<string> = new Set(
  "pair couple twin duo trio triple triplet quartet quintet brace score gross".split(" "),
);

/** Tells whether a unit counts groups of a set size: 5 pairs may be meant as 5 or as 10 things. */
export function isCollective(unit: Unit): boolean {
  return unit.measured === "" && collectives.has(unit.words[0] ?? "");
}
