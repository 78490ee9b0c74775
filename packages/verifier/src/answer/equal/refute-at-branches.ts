import type { Expr } from "../parse/expr.ts";
import { childrenOf, hasSymbol, someExpr } from "../parse/expr-walk.ts";
import { rationalToNumber } from "../value/rational.ts";
import { type Approx, isApart, magnitude } from "./approx.ts";
import type { CompareContext } from "./compare-context.ts";
import { evaluateApprox } from "./evaluate-approx.ts";
import { hashPair, hashText, unitRandom } from "./keyed-random.ts";
import { rangeOf } from "./sample-point.ts";

/** Points at which functions with branches are looked at. */
const branchPoints = 64;
/** Sizes of variables go from 2^-3 to at least 2^6, and to the square of the literals, at most 2^40. */
const smallestBits = -3;
const leastReachBits = 6;
const mostReachBits = 40;

/** Distance of two branches, relative to their size. */
const leastDistance = 1e-6;

const branched: ReadonlySet<string> = new Set(
  "abs max floor ceil mod ln arcsin arccos arctan arccot arcsec arccsc".split(" "),
);

/**
 * Tells whether two expressions with |x|, roots, maxima, logarithms or inverse functions of variables differ somewhere
 * that points of ordinary size would miss: |x - 5| is 5 - x for small x only. Half of the points spread over the sizes
 * that the literals reach, half lie around the literals and their quotients, where branches meet.
 */
export function isRefutedAtBranches(gold: Expr, answer: Expr, context: CompareContext): boolean {
  if (!someExpr(gold, hasBranches) && !someExpr(answer, hasBranches)) return false;
  const literals = [1];
  collectLiterals(gold, literals);
  collectLiterals(answer, literals);
  for (let point = 0; point < branchPoints; point++) {
    const symbol = (name: string) => coordinate(name, point, literals, context);
    const a = evaluateApprox(gold, symbol, context.fuel);
    const b = evaluateApprox(answer, symbol, context.fuel);
    if (isApart(a, b) && isPlainlyApart(a, b)) return true;
  }
  return false;
}

/** Another branch is another value, not a last digit: rounding of large powers must not refute. */
function isPlainlyApart(a: Approx, b: Approx): boolean {
  const distance = Math.hypot(a.re - b.re, a.im - b.im);
  return distance > leastDistance * Math.max(magnitude(a), magnitude(b));
}

function hasBranches(expr: Expr): boolean {
  if (expr.kind === "call") return branched.has(expr.name) && expr.args.some(hasSymbol);
  if (expr.kind === "root") return hasSymbol(expr.radicand);
  if (expr.kind !== "power" || !hasSymbol(expr.left)) return false;
  const exponent = expr.right.kind === "negate" ? expr.right.operand : expr.right;
  return exponent.kind !== "number" || exponent.value.d !== 1n;
}

function collectLiterals(expr: Expr, literals: number[]): void {
  if (expr.kind === "number" && literals.length < 32) {
    const value = Math.abs(rationalToNumber(expr.value));
    if (value > 0 && value < 2 ** mostReachBits) literals.push(value);
  }
  for (const child of childrenOf(expr)) collectLiterals(child, literals);
}

/** Value of a variable at a point: fixed by the seed of the pair, the name and the number of the point. */
function coordinate(
  name: string,
  point: number,
  literals: readonly number[],
  context: CompareContext,
): number {
  const identity = hashPair(context.seed, hashText(name, 6));
  const random = (use: number) => unitRandom(hashPair(identity, use), point);
  const sign = random(1) < 0.5 ? -1 : 1;
  const size = point % 2 === 0 ? spread(random(2), literals) : near(random, literals);
  const range = rangeOf(name, context.policy);
  if (range === "integer") return Math.round(sign * size);
  return range === "positive" ? Math.abs(size) + 2 ** -10 : sign * size;
}

function spread(random: number, literals: readonly number[]): number {
  const sum = literals.reduce((total, value) => total + value, 0);
  const reach = Math.min(mostReachBits, Math.max(leastReachBits, 2 * Math.log2(sum) + 1));
  return 2 ** (smallestBits + random * (reach - smallestBits));
}

function near(random: (use: number) => number, literals: readonly number[]): number {
  const pick = (use: number) => literals[Math.floor(random(use) * literals.length)] ?? 1;
  const anchor = random(3) < 0.5 ? pick(4) : pick(4) / pick(5);
  const offset = 2 ** (-6 + 7 * random(6));
  return anchor + (random(7) < 0.5 ? -offset : offset);
}
