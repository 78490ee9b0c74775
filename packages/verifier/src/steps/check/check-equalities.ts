import type { Fuel } from "../../answer/fuel.ts";
import type { StepLimits } from "../limits.ts";
import { type Chain, findChains } from "../read/find-chains.ts";
import { lexProse } from "../read/lex-prose.ts";
import { rewriteWords } from "../read/rewrite-words.ts";
import { readSide, type Side } from "../read/side.ts";
import { splitZones } from "../read/split-zones.ts";
import type { Claim } from "../verdict.ts";
import { compareSides, type PairOutcome } from "./compare-sides.ts";
import { constantValue } from "./constant-value.ts";
import { readManner } from "./sentence-at.ts";

/** Checks every equation and comparison between written values of a step. */
export function checkEqualities(text: string, limits: StepLimits, fuel: Fuel): Claim[] {
  const zones = splitZones(rewriteWords(lexProse(text, fuel)));
  return zones.flatMap((zone) => {
    fuel.spend(zone.length);
    return findChains(zone).flatMap((chain) => checkChain(text, chain, limits, fuel));
  });
}

function checkChain(text: string, chain: Chain, limits: StepLimits, fuel: Fuel): Claim[] {
  const sides = chain.sides.map((side) =>
    side === undefined ? undefined : readSide(side, limits.expression, fuel),
  );
  if (chain.signs.some((sign) => sign === "mod=" || sign === "!=")) return [];
  const outcomes = chain.signs.map((sign, at) => {
    const [left, right] = [sides[at], sides[at + 1]];
    return left === undefined || right === undefined ? undefined : compareSides(left, right, sign, fuel);
  });
  const claims: Claim[] = [];
  outcomes.forEach((outcome, at) => {
    const [left, right] = [sides[at], sides[at + 1]];
    if (outcome === undefined || left === undefined || right === undefined) return;
    // An equation with letters is no claim that calculation can decide, unless it is an identity.
    if (outcome.kind === "unknown" && outcome.why === "symbols") return;
    const isFalse =
      outcome.kind === "false" &&
      !isRunOn(chain, sides, outcomes, at) &&
      !isBridged(sides, at, fuel) &&
      isMeant(text, left, right, fuel);
    claims.push({
      kind: chain.signs[at] === "=" || chain.signs[at] === "~=" ? "equality" : "comparison",
      start: left.start,
      end: right.end,
      verdict: outcome.kind === "false" ? (isFalse ? "false" : "unknown") : outcome.kind,
      ...(isFalse ? { expected: outcome.expected } : {}),
    });
  });
  return claims;
}

function isMeant(text: string, left: Side, right: Side, fuel: Fuel): boolean {
  const manner = readManner(text, left.start, right.end);
  if (manner.isHypothetical) return false;
  return !manner.isRounded || compareSides(left, right, "~=", fuel).kind === "false";
}

/** `5 + 3 = 8 + 2 = 10`: the sign is read as "makes" and the sum goes on from the result. */
function isRunOn(
  chain: Chain,
  sides: readonly (Side | undefined)[],
  outcomes: readonly (PairOutcome | undefined)[],
  at: number,
): boolean {
  const outcome = outcomes[at];
  const right = chain.sides[at + 1];
  if (outcome?.kind !== "false" || right === undefined || sides[at + 1]?.isLiteral === true) return false;
  const head = right.find((lexeme) => lexeme.kind !== "money");
  return head?.kind === "number" && Math.abs(Number(head.text) - outcome.left.number) < 1e-9;
}

/** A slip of the pen: a side before the false sign and one after it are equal, so the result does not rest on it. */
function isBridged(sides: readonly (Side | undefined)[], at: number, fuel: Fuel): boolean {
  const values = sides.map((side) =>
    side === undefined || side.hasSymbol ? undefined : constantValue(side.expr, fuel),
  );
  const before = values.slice(0, at + 1);
  const after = values.slice(at + 1);
  return before.some(
    (left) =>
      left !== undefined &&
      after.some(
        (right) =>
          right !== undefined &&
          Math.abs(left.number - right.number) <= 1e-9 * Math.max(1, Math.abs(left.number)),
      ),
  );
}
