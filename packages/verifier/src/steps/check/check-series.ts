import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import { type FactPattern, type FactText, findFacts, type Judgement } from "./find-facts.ts";
import { formulaEnd, formulaStart } from "./formula-edges.ts";

/** `1 + 2 + 3 + \dots + 100 = 5050` */
const series: FactPattern = {
  pattern: new RegExp(
    String.raw`${formulaStart}(?<listed>\d{1,9}(?:\s*\+\s*\d{1,9}){1,9})\s*\+\s*(?:\\[lcv]?dots[cb]?|\.{3}|…|⋯)\s*\+\s*(?<last>\d{1,9})[\s$]{0,4}(?:=|\bis\b|\bequals\b)[\s$]{0,4}(?<said>\d{1,3}(?:,\d{3}){1,9}|\d{1,30})${formulaEnd}`,
    "g",
  ),
  mentions: ["dots", "...", "…", "⋯"],
};

/** Checks sums of equally spaced whole numbers of which the middle is left out. */
export function checkSeries(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  return findFacts(step, series, ({ groups: { listed = "", last = "", said = "" } = {} }) =>
    judgeSeries(
      listed.split("+").map((term) => BigInt(term.trim())),
      BigInt(last),
      BigInt(said.replaceAll(",", "")),
    ),
  );
}

/** Two terms fix no rule, unless one follows the other: `1 + 4 + ... + 100` may be of squares, `1 + 2 + ... + 64` of powers. */
function judgeSeries(terms: readonly bigint[], last: bigint, said: bigint): Judgement {
  const [first = 0n, second = 0n] = terms;
  const step = second - first;
  const isEven = terms.every((term, at) => at === 0 || term - (terms[at - 1] ?? 0n) === step);
  const isFixed = terms.length > 2 || (step === 1n && !isPowerOfTwo(last));
  if (step <= 0n || !isEven || !isFixed || (last - first) % step !== 0n) return "unknown";
  if (last <= (terms.at(-1) ?? 0n)) return "unknown";
  const sum = ((first + last) * ((last - first) / step + 1n)) / 2n;
  return sum === said ? "true" : { expected: String(sum) };
}

function isPowerOfTwo(n: bigint): boolean {
  return n > 0n && (n & (n - 1n)) === 0n;
}
