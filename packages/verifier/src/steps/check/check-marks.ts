import type { Fuel } from "../../answer/fuel.ts";
import type { StepLimits } from "../limits.ts";
import { lexProse } from "../read/lex-prose.ts";
import { readSide } from "../read/side.ts";
import type { Claim } from "../verdict.ts";
import { compareSides } from "./compare-sides.ts";

/** Longest mark that is looked at, in UTF-16 code units. */
const maxMark = 200;

/** Checks the calculator marks `<<48/2=24>>` of a step. */
export function checkMarks(text: string, limits: StepLimits, fuel: Fuel): Claim[] {
  const claims: Claim[] = [];
  for (let start = text.indexOf("<<"); start !== -1; start = text.indexOf("<<", start + 2)) {
    fuel.spend(2);
    const length = text.slice(start, start + maxMark + 2).indexOf(">>");
    if (length === -1) continue;
    const end = start + length;
    const sign = start + text.slice(start, end).lastIndexOf("=");
    if (sign <= start) continue;
    const left = readSide(lexProse(text.slice(start + 2, sign), fuel), limits.expression, fuel);
    const right = readSide(lexProse(text.slice(sign + 1, end), fuel), limits.expression, fuel);
    if (left === undefined || right === undefined) continue;
    const outcome = compareSides(left, right, "=", fuel);
    claims.push({
      kind: "calculator_mark",
      start,
      end: end + 2,
      verdict: outcome.kind,
      ...(outcome.kind === "false" ? { expected: outcome.expected } : {}),
    });
  }
  return claims;
}
