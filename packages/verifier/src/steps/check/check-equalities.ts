import type { Fuel } from "../../answer/fuel.ts";
import type { Side } from "../read/side.ts";
import type { Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import { compareSides, type PairOutcome } from "./compare-sides.ts";
import { type ConstantValue, constantValue } from "./constant-value.ts";
import { isSameModulo } from "./moduli.ts";
import { readManner } from "./sentence-at.ts";

/** Checks every equation and comparison between written values of a step. */
export function checkEqualities(
  text: string,
  statements: readonly Statement[],
  moduli: readonly number[],
  fuel: Fuel,
): Claim[] {
  return statements.flatMap((statement) => checkStatement(text, statement, moduli, fuel));
}

function checkStatement(text: string, statement: Statement, moduli: readonly number[], fuel: Fuel): Claim[] {
  const { sides, signs } = statement;
  if (signs.some((sign) => sign === "mod=" || sign === "!=") || restatesRange(signs)) return [];
  const outcomes = signs.map((sign, at) => {
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
      !isRunOn(statement, outcomes, at) &&
      !isBridged(sides, at, fuel) &&
      !isAmongUnits(left, outcomes[at - 1]) &&
      !isSameModulo(outcome.left.number, constantValue(right.expr, fuel)?.number ?? Number.NaN, moduli) &&
      isMeant(text, left, right, fuel) &&
      (isEquation(signs[at]) || !isOpenComparison(text, left.start, right.end));
    claims.push({
      kind: isEquation(signs[at]) ? "equality" : "comparison",
      start: left.start,
      end: right.end,
      verdict: outcome.kind === "false" ? (isFalse ? "false" : "unknown") : outcome.kind,
      ...(isFalse ? { expected: outcome.expected } : {}),
    });
  });
  return claims;
}

/** `a < k < b ≈ 0.7 < k < 1.5`: the second range is the first one, rounded, and no side equals the one beside it. */
function restatesRange(signs: readonly string[]): boolean {
  const at = signs.findIndex((sign) => sign === "=" || sign === "~=");
  const isOrder = (sign: string) => sign.startsWith("<") || sign.startsWith(">");
  return signs.slice(0, Math.max(0, at)).some(isOrder) && signs.slice(at + 1).some(isOrder);
}

function isEquation(sign: string | undefined): boolean {
  return sign === "=" || sign === "~=";
}

/** A comparison may be a condition, a case or what is looked for: `Case 2: 3 > 5`, `we need 3 > 5`, `when 3 > 5`. */
function isOpenComparison(text: string, start: number, end: number): boolean {
  const head = text.slice(Math.max(0, start - 200), start);
  const sentence = head.slice(Math.max(head.lastIndexOf(". "), head.lastIndexOf("\n")) + 1);
  return (
    /\b(?:when(?:ever)?|while|where|until)\b[^,:]*$/i.test(sentence) ||
    /\b(?:cases?|need|require[sd]?|must|should|want|either|or|condition|verify|only)\b|[✗✘❌]/i.test(
      sentence + text.slice(end, end + 40),
    )
  );
}

function isMeant(text: string, left: Side, right: Side, fuel: Fuel): boolean {
  const manner = readManner(text, left.start, right.end);
  // A candidate put into both sides of an equation is tried, not claimed.
  if (manner.isHypothetical || (manner.isSubstitution && !right.isLiteral)) return false;
  return !manner.isRounded || compareSides(left, right, "~=", fuel).kind === "false";
}

/** `5 + 3 = 8 + 2 = 10`: the sign is read as "makes" and the sum goes on from the result. */
function isRunOn(
  { sides, written }: Statement,
  outcomes: readonly (PairOutcome | undefined)[],
  at: number,
): boolean {
  const outcome = outcomes[at];
  const right = written[at + 1];
  if (outcome?.kind !== "false" || right === undefined || sides[at + 1]?.isLiteral === true) return false;
  const head = right.find((lexeme) => lexeme.kind !== "money");
  return head?.kind === "number" && Math.abs(Number(head.text) - outcome.left.number) < 1e-9;
}

/** `2 hours = 7200 seconds + 5 minutes = 300 seconds + 4 seconds = 7504 seconds`: amounts are converted one by one in a sum. */
function isAmongUnits(left: Side, before: PairOutcome | undefined): boolean {
  return !left.isLiteral && before?.kind === "unknown" && before.why === "units";
}

/** A slip of the pen: a side before the false sign and one after it are equal, so the result does not rest on it. */
function isBridged(sides: readonly (Side | undefined)[], at: number, fuel: Fuel): boolean {
  const values = sides.map((side) =>
    side === undefined || side.hasSymbol ? undefined : constantValue(side.expr, fuel),
  );
  const before = values.slice(0, at + 1);
  const after = values.slice(at + 1);
  return before.some(
    (left) => left !== undefined && after.some((right) => right !== undefined && isOneValue(left, right)),
  );
}

function isOneValue(a: ConstantValue, b: ConstantValue): boolean {
  if (a.exact?.d === 1n && b.exact?.d === 1n) return a.exact.n === b.exact.n;
  return Math.abs(a.number - b.number) <= 1e-9 * Math.max(1, Math.abs(a.number));
}
