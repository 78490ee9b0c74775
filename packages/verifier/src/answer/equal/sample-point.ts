import type { AnswerPolicy } from "../policy.ts";
import type { Rational } from "../value/rational.ts";
import { hashPair, hashText, unitRandom } from "./keyed-random.ts";

/** Which sample point: fixed by the pair's seed and the number of the point. */
export interface PointChoice {
  seed: number;
  point: number;
  /** Variables take whole numbers. */
  isWhole: boolean;
  /** What is known of single variables. */
  policy: SymbolPolicy;
}

/** The rules of a policy on the variables. */
export type SymbolPolicy = Pick<AnswerPolicy, "symbols" | "positiveSymbols" | "integerSymbols">;

/** Tells whether any variable is known to be a whole number, so that periodic functions need more points. */
export function hasIntegerRule(policy: SymbolPolicy): boolean {
  return policy.symbols === "integer" || policy.integerSymbols.length > 0;
}

/** Denominator of sample coordinates: a power of two, so that doubles hold them exactly. */
const denominator = 1 << 20;

/**
 * Returns the value of a variable at a sample point, as a numerator over 2^20. Point 0 is positive, point 1 negative,
 * later points mix signs; sizes lie between 1/4 and 3.
 */
function coordinate(name: string, choice: PointChoice): number {
  const identity = hashPair(choice.seed, hashText(name, 5));
  const random = unitRandom(identity, choice.point);
  if (choice.isWhole) return (2 + Math.floor(random * 10)) * denominator;
  const range = rangeOf(name, choice.policy);
  if (range === "integer") return (Math.floor(random * 200) - 100 || 101) * denominator;
  const size = Math.floor((0.25 + 2.75 * random) * denominator);
  if (range === "positive") return size;
  const isNegative = choice.point === 1 || (choice.point > 1 && (identity >>> choice.point) % 2 === 1);
  return isNegative ? -size : size;
}

/** Returns which numbers a variable may be under the policy. */
export function rangeOf(name: string, policy: SymbolPolicy): SymbolPolicy["symbols"] {
  if (policy.integerSymbols.includes(name)) return "integer";
  return policy.positiveSymbols.includes(name) ? "positive" : policy.symbols;
}

/** Returns the value of a variable at a sample point as a double; equal to {@link sampleRational}. */
export function sampleDouble(name: string, choice: PointChoice): number {
  return coordinate(name, choice) / denominator;
}

/** Returns the value of a variable at a sample point as an exact fraction. */
export function sampleRational(name: string, choice: PointChoice): Rational {
  const n = coordinate(name, choice);
  if (n % denominator === 0) return { n: BigInt(n / denominator), d: 1n };
  let top = n;
  let bottom = denominator;
  while (top % 2 === 0 && bottom > 1) {
    top /= 2;
    bottom /= 2;
  }
  return { n: BigInt(top), d: BigInt(bottom) };
}
