import type { Fuel } from "../../answer/fuel.ts";
import type { Expr } from "../../answer/parse/expr.ts";
import { sameRational } from "../../answer/value/rational.ts";
import type { Side } from "../read/side.ts";
import type { Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import { type ConstantValue, constantValue } from "./constant-value.ts";

/** A step with what was read and found in it. */
export interface CheckedStep {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
}

/**
 * Returns the claims of every step, with those no longer called false that are slips of the pen: equations that are wrong
 * as written, while the trace shows that its author had the right value. A slip is told by one of these:
 * the chain goes on in the next display and arrives at the value it left; or the value written is that of the binomial
 * coefficient named before the misprinted fraction, or of a sum in the step before. What ends a step and is taken back at the
 * start of the next one ("Wait, that is wrong") is no longer called false either.
 */
export function forgiveSlips(steps: readonly CheckedStep[], fuel: Fuel): readonly (readonly Claim[])[] {
  if (steps.every(({ claims }) => claims.every(({ verdict }) => verdict !== "false")))
    return steps.map(({ claims }) => claims);
  const wrong = steps.flatMap((step, at) => falsePairsOf(step, at, fuel));
  const forgiven = new Set(steps.flatMap((step, at) => takenBack(step, steps[at + 1])));
  for (const pair of wrong) {
    const step = steps[pair.step];
    if (step === undefined) continue;
    const isSlip =
      isContinued(step, pair, fuel) ||
      isNamedCount(step.text, pair) ||
      isFoundBefore(steps[pair.step - 1], pair, fuel);
    if (isSlip) forgiven.add(pair.claim);
  }
  return steps.map(({ claims }) =>
    claims.map((claim) => {
      if (!forgiven.has(claim)) return claim;
      const { kind, start, end } = claim;
      return { kind, start, end, verdict: "unknown" as const };
    }),
  );
}

/** Words at the start of a step that reject what stands right before them. */
const rejection =
  /^[\s"'*(]*(?:wait\b|oops\b|no[,.!]|hmm\b|correction\b|sorry\b|that(?:'s| is| was) (?:wrong|not right|incorrect|a mistake)|this is (?:wrong|incorrect)|i made (?:a|an) (?:mistake|error))/i;
/** Most characters of a step behind a claim that the next step takes back. */
const maxRest = 40;

/** The false claims of the last sentence of a step, where the next step starts by rejecting them. */
function takenBack({ text, claims }: CheckedStep, next: CheckedStep | undefined): Claim[] {
  if (next === undefined || !rejection.test(next.text.slice(0, 80))) return [];
  return claims.filter(({ verdict, end }) => {
    const rest = text.slice(end);
    return verdict === "false" && rest.length <= maxRest && !/[.!?]\s+\S/.test(rest);
  });
}

/** A false equation between two values. */
interface FalsePair {
  readonly step: number;
  readonly claim: Claim;
  readonly statement: Statement;
  readonly left: Side;
  readonly right: Side;
  readonly expected: ConstantValue;
  readonly written: ConstantValue;
}

function falsePairsOf({ claims, statements }: CheckedStep, step: number, fuel: Fuel): FalsePair[] {
  return claims.flatMap((claim) => {
    if (claim.verdict !== "false" || claim.kind !== "equality") return [];
    for (const statement of statements) {
      const at = statement.sides.findIndex((side) => side?.start === claim.start);
      const [left, right] = [statement.sides[at], statement.sides[at + 1]];
      if (left === undefined || right === undefined || right.end !== claim.end) continue;
      const [expected, written] = [constantValue(left.expr, fuel), constantValue(right.expr, fuel)];
      if (expected !== undefined && written !== undefined)
        return [{ step, claim, statement, left, right, expected, written }];
    }
    return [];
  });
}

/**
 * Tells whether the chain that the pair is part of arrives at a value that it had before the pair. `= 28 * 27 / 2` in a
 * display of its own goes on from the statement before it.
 */
function isContinued({ text, statements }: CheckedStep, pair: FalsePair, fuel: Fuel): boolean {
  const at = statements.indexOf(pair.statement);
  let [first, last] = [at, at];
  while (goesOn(text, statements[first - 1], statements[first])) first--;
  while (goesOn(text, statements[last], statements[last + 1])) last++;
  const sides = statements.slice(first, last + 1).flatMap((statement) => statement.sides);
  const cut = sides.indexOf(pair.right);
  return sides.slice(0, cut).some((before) => {
    const value = before === undefined || before.hasSymbol ? undefined : constantValue(before.expr, fuel);
    return value !== undefined && sides.slice(cut).some((after) => hasValue(after, value, fuel));
  });
}

function goesOn(text: string, before: Statement | undefined, next: Statement | undefined): boolean {
  const first = next?.sides[1];
  if (before === undefined || next === undefined || next.sides[0] !== undefined || first === undefined)
    return false;
  return /^[\s$\\[\]()&]*=\s*$/.test(text.slice(before.end, first.start));
}

const countBefore =
  /(?:C\s*\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)|\\[dt]?binom\s*\{(\d{1,3})\}\s*\{(\d{1,3})\})\s*=\s*$/;

/** `C(9, 7) = (9 * 8) / (7 * 6) = 36`: the coefficient is right, and the fraction between is misprinted. */
function isNamedCount(text: string, { left, written }: FalsePair): boolean {
  const match = countBefore.exec(text.slice(Math.max(0, left.start - 60), left.start));
  if (match === null || written.exact?.d !== 1n) return false;
  return written.exact.n === choose(BigInt(match[1] ?? match[3] ?? 0), BigInt(match[2] ?? match[4] ?? 0));
}

function choose(n: bigint, k: bigint): bigint {
  if (k > n) return 0n;
  let ways = 1n;
  for (let at = 1n; at <= k; at++) ways = (ways * (n - k + at)) / at;
  return ways;
}

/**
 * Tells whether a sum of as many terms in the step before comes to the value written: its terms were copied wrong. Short
 * sums agree by chance too often.
 */
function isFoundBefore(step: CheckedStep | undefined, { left, written }: FalsePair, fuel: Fuel): boolean {
  const terms = countTerms(left.expr);
  if (step === undefined || terms < 3) return false;
  return step.statements.some(({ sides }) =>
    sides.some(
      (side) => side !== undefined && countTerms(side.expr) === terms && hasValue(side, written, fuel),
    ),
  );
}

function countTerms(expr: Expr): number {
  let terms = 1;
  for (let rest = expr; rest.kind === "add"; rest = rest.left) terms++;
  return terms;
}

function hasValue(side: Side | undefined, value: ConstantValue, fuel: Fuel): boolean {
  if (side === undefined || side.hasSymbol) return false;
  const own = constantValue(side.expr, fuel);
  return own !== undefined && isNear(own, value);
}

function isNear(a: ConstantValue, b: ConstantValue): boolean {
  if (a.exact !== undefined && b.exact !== undefined) return sameRational(a.exact, b.exact);
  return Math.abs(a.number - b.number) <= 1e-9 * Math.max(1, Math.abs(a.number));
}
