import type { Fuel } from "../fuel.ts";
import type { Expr, FunctionName } from "../parse/expr.ts";
import {
  absBig,
  addRational,
  bitLength,
  divRational,
  makeRational,
  mulRational,
  powRational,
  type Rational,
} from "../value/rational.ts";
import { exactRationalRoot } from "./integer-root.ts";

/**
 * A rational value; `other`: not shown to be rational within the bit budget (variables, π, radicals, huge powers);
 * `undefined_value`: certainly without a value, such as 1/0.
 */
export type ExactResult = Rational | "other" | "undefined_value";

/** Largest number of bits of a power or factorial that is written out. */
const maxBits = 60_000;
const hundredth: Rational = { n: 1n, d: 100n };

/** Returns the exact rational value of a constant expression. */
export function evaluateExact(expr: Expr, fuel: Fuel): ExactResult {
  fuel.spend(1);
  switch (expr.kind) {
    case "number":
      return expr.value;
    case "negate": {
      const value = evaluateExact(expr.operand, fuel);
      return typeof value === "string" ? value : { n: -value.n, d: value.d };
    }
    case "percent": {
      const value = evaluateExact(expr.operand, fuel);
      return typeof value === "string" ? value : mulRational(value, hundredth, fuel);
    }
    case "add":
    case "multiply":
    case "divide":
    case "power":
      return evaluatePair(expr.kind, expr.left, expr.right, fuel);
    case "root": {
      const value = evaluateExact(expr.radicand, fuel);
      return typeof value === "string" ? value : (exactRationalRoot(value, expr.index, fuel) ?? "other");
    }
    case "call":
      return evaluateCall(expr.name, expr.args, fuel);
    case "degrees":
      return evaluateExact(expr.operand, fuel) === "undefined_value" ? "undefined_value" : "other";
    default:
      return "other";
  }
}

function evaluatePair(
  kind: "add" | "multiply" | "divide" | "power",
  left: Expr,
  right: Expr,
  fuel: Fuel,
): ExactResult {
  const a = evaluateExact(left, fuel);
  const b = evaluateExact(right, fuel);
  if (a === "undefined_value" || b === "undefined_value") return "undefined_value";
  if (kind === "divide" && b !== "other" && b.n === 0n) return "undefined_value";
  if (a === "other" || b === "other") return "other";
  if (kind === "add") return addRational(a, b, fuel);
  if (kind === "multiply") return mulRational(a, b, fuel);
  return kind === "divide" ? divRational(a, b, fuel) : evaluatePower(a, b, fuel);
}

function evaluatePower(base: Rational, exponent: Rational, fuel: Fuel): ExactResult {
  if (base.n === 0n && exponent.n < 0n) return "undefined_value";
  if (exponent.d === 1n) return powRational(base, exponent.n, maxBits, fuel) ?? "other";
  if (exponent.d > 64n) return "other";
  const root = exactRationalRoot(base, Number(exponent.d), fuel);
  return root === undefined ? "other" : (powRational(root, exponent.n, maxBits, fuel) ?? "other");
}

function evaluateCall(name: FunctionName, args: readonly Expr[], fuel: Fuel): ExactResult {
  const values: Rational[] = [];
  for (const arg of args) {
    const value = evaluateExact(arg, fuel);
    if (typeof value === "string") return value;
    values.push(value);
  }
  return applyExact(name, values, fuel);
}

/** Applies a function to rationals where the result is rational for certain. */
export function applyExact(name: FunctionName, values: readonly Rational[], fuel: Fuel): ExactResult {
  const [first, second] = values;
  if (first === undefined) return "other";
  switch (name) {
    case "abs":
      return { n: absBig(first.n), d: first.d };
    case "floor":
      return { n: floorDiv(first.n, first.d), d: 1n };
    case "ceil":
      return { n: -floorDiv(-first.n, first.d), d: 1n };
    case "factorial":
      return first.d === 1n && first.n >= 0n ? factorial(first.n, fuel) : "other";
    case "binom":
      return second === undefined ? "other" : binomial(first, second, fuel);
    case "max":
      return values.reduce((best, value) => (value.n * best.d > best.n * value.d ? value : best));
    case "mod":
      return second === undefined ? "other" : modulo(first, second, fuel);
    case "double_factorial":
      return first.d === 1n && first.n >= 0n && first.n <= 2000n ? doubleFactorial(first.n, fuel) : "other";
    case "gcd":
    case "lcm":
      return foldIntegers(name, values, fuel);
    case "ln":
      return first.n <= 0n && first.n === 0n ? "undefined_value" : "other";
    default:
      return "other";
  }
}

function floorDiv(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}

/** The remainder with the sign of a positive divisor. */
function modulo(value: Rational, divisor: Rational, fuel: Fuel): ExactResult {
  if (divisor.n === 0n) return "undefined_value";
  fuel.spend(4 + bitLength(value.n) / 16);
  const size = absBig(divisor.n) * value.d;
  const rest = (((value.n * divisor.d) % size) + size) % size;
  return makeRational(rest, value.d * divisor.d, fuel);
}

function doubleFactorial(n: bigint, fuel: Fuel): Rational {
  let product = 1n;
  for (let factor = n; factor > 1n; factor -= 2n) {
    fuel.spend(2 + bitLength(product) / 64);
    product *= factor;
  }
  return { n: product, d: 1n };
}

function factorial(n: bigint, fuel: Fuel): ExactResult {
  if (n > 5000n) return "other";
  return { n: productRange(1n, n, fuel), d: 1n };
}

/** Multiplies low..high by halves, so that the factors stay balanced. */
function productRange(low: bigint, high: bigint, fuel: Fuel): bigint {
  if (low > high) return 1n;
  if (high - low < 8n) {
    let product = low;
    for (let factor = low + 1n; factor <= high; factor++) product *= factor;
    fuel.spend(16);
    return product;
  }
  const middle = (low + high) / 2n;
  const left = productRange(low, middle, fuel);
  const right = productRange(middle + 1n, high, fuel);
  fuel.spend(8 + Math.ceil((bitLength(left) * bitLength(right)) / 2048));
  return left * right;
}

function binomial(n: Rational, k: Rational, fuel: Fuel): ExactResult {
  if (n.d !== 1n || k.d !== 1n || k.n < 0n || n.n < 0n) return "other";
  if (k.n > n.n) return { n: 0n, d: 1n };
  const size = k.n < n.n - k.n ? k.n : n.n - k.n;
  if (size > 2000n || size * BigInt(bitLength(n.n)) > maxBits) return "other";
  return makeRational(productRange(n.n - size + 1n, n.n, fuel), productRange(1n, size, fuel), fuel);
}

function foldIntegers(name: "gcd" | "lcm", values: readonly Rational[], fuel: Fuel): ExactResult {
  let result: bigint | undefined;
  for (const value of values) {
    if (value.d !== 1n) return "other";
    const next = absBig(value.n);
    if (result === undefined) result = next;
    else {
      if (result === 0n || next === 0n) return "other";
      // next/result in lowest terms has numerator next/gcd.
      const numerator = makeRational(next, result, fuel).n;
      result = name === "gcd" ? next / numerator : result * numerator;
    }
  }
  return result === undefined ? "other" : { n: result, d: 1n };
}
