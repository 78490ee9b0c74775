import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import {
  clauseStart,
  type FactPattern,
  type FactText,
  findFacts,
  type Judgement,
  valueEnd,
} from "./find-facts.ts";
import { wholeSubject } from "./whole-subject.ts";

/** `49 is a perfect square`, `50 is not a perfect cube` */
const perfect: FactPattern = {
  pattern: new RegExp(
    String.raw`${wholeSubject}is(?<no>\s+not|n['’]t)?\s+a\s+perfect\s+(?<power>square|cube)\b(?!\s*(?:root|number of|or|and\s+a)\b)`,
    "gim",
  ),
  mentions: ["perfect"],
  hasOwnWords: true,
};
/** `the square root of 49 is 7` */
const root: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}(?<power>square|cube)\s+root\s+of\s+\$?(?<number>\d{1,12})\$?\s+(?:is|=|equals|is\s+equal\s+to)\s+\$?(?<said>\d{1,9}(?:\.\d{1,9})?)${valueEnd}(?!\s*√)`,
    "gim",
  ),
  mentions: ["root of"],
};

/** Checks which numbers are squares and cubes, and what their roots are. */
export function checkPerfectPowers(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  return [
    ...findFacts(step, perfect, ({ groups = {} }) =>
      judgePower(Number(groups["number"]), exponentOf(groups["power"]), groups["no"] === undefined),
    ),
    ...findFacts(step, root, ({ groups: { number = "", power = "", said = "" } = {} }) =>
      judgeRoot(Number(number), exponentOf(power), said),
    ),
  ];
}

function exponentOf(power = ""): number {
  return power.toLowerCase() === "square" ? 2 : 3;
}

/** Exact below 10^12, where roots are below 10^6. */
function nearestRoot(n: number, exponent: number): number {
  return Math.round(n ** (1 / exponent));
}

function judgePower(n: number, exponent: number, isSaid: boolean): Judgement {
  const base = nearestRoot(n, exponent);
  if ((base ** exponent === n) === isSaid) return "true";
  return { expected: isSaid ? `between ${powersAround(n, exponent)}` : `${n} = ${base}^${exponent}` };
}

function powersAround(n: number, exponent: number): string {
  const base = nearestRoot(n, exponent);
  const low = base ** exponent < n ? base : base - 1;
  return `${low}^${exponent} and ${low + 1}^${exponent}`;
}

/** A root that is no whole number may be told rounded, up or down. */
function judgeRoot(n: number, exponent: number, said: string): Judgement {
  const base = nearestRoot(n, exponent);
  if (base ** exponent === n) return Number(said) === base ? "true" : { expected: String(base) };
  const value = n ** (1 / exponent);
  const place = 10 ** -(said.split(".")[1]?.length ?? 0);
  if (Math.abs(value - Number(said)) <= place) return "unknown";
  return { expected: `≈ ${Number(value.toPrecision(6))}` };
}
