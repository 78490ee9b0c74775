import type { Fuel } from "../../answer/fuel.ts";
import type { Expr } from "../../answer/parse/expr.ts";
import {
  addRational,
  divRational,
  mulRational,
  one,
  type Rational,
  zero,
} from "../../answer/value/rational.ts";

/** A polynomial with rational coefficients: by monomial, such as `x*x*y`; none is zero, and `""` is the constant. */
export type Polynomial = ReadonlyMap<string, Rational>;

/** Most terms of a polynomial. */
const maxTerms = 40;
/** Highest power that is multiplied out. */
const maxPower = 8;

/** Returns an expression multiplied out, or undefined where it is no small polynomial for certain. */
export function toPolynomial(expr: Expr, fuel: Fuel): Polynomial | undefined {
  fuel.spend(1);
  switch (expr.kind) {
    case "number":
      return constant(expr.value);
    case "symbol":
      return new Map([[expr.name, one]]);
    case "negate":
      return scale(toPolynomial(expr.operand, fuel), { n: -1n, d: 1n }, fuel);
    case "add":
      return both(expr.left, expr.right, fuel, (a, b) => addPolynomials(a, b, fuel));
    case "multiply":
      return both(expr.left, expr.right, fuel, (a, b) => multiply(a, b, fuel));
    case "divide":
      return both(expr.left, expr.right, fuel, (a, b) => {
        const divisor = b.get("");
        return divisor !== undefined && b.size === 1
          ? scale(a, divRational(one, divisor, fuel), fuel)
          : undefined;
      });
    case "power":
      return both(expr.left, expr.right, fuel, (a, b) => power(a, b, fuel));
    default:
      return undefined;
  }
}

function both(
  left: Expr,
  right: Expr,
  fuel: Fuel,
  combine: (a: Polynomial, b: Polynomial) => Polynomial | undefined,
): Polynomial | undefined {
  const a = toPolynomial(left, fuel);
  const b = a === undefined ? undefined : toPolynomial(right, fuel);
  return a === undefined || b === undefined ? undefined : combine(a, b);
}

function constant(value: Rational): Polynomial {
  return new Map(value.n === 0n ? [] : [["", value]]);
}

/** Returns the sum. */
export function addPolynomials(a: Polynomial, b: Polynomial, fuel: Fuel): Polynomial {
  const sum = new Map(a);
  for (const [name, value] of b) addTerm(sum, name, value, fuel);
  return sum;
}

/** Returns a - factor * b. */
export function subtractPolynomials(a: Polynomial, b: Polynomial, factor: Rational, fuel: Fuel): Polynomial {
  const difference = new Map(a);
  for (const [name, { n, d }] of b) addTerm(difference, name, mulRational({ n: -n, d }, factor, fuel), fuel);
  return difference;
}

function addTerm(into: Map<string, Rational>, name: string, value: Rational, fuel: Fuel): void {
  const sum = addRational(into.get(name) ?? zero, value, fuel);
  if (sum.n === 0n) into.delete(name);
  else into.set(name, sum);
}

function scale(a: Polynomial | undefined, factor: Rational, fuel: Fuel): Polynomial | undefined {
  if (a === undefined || factor.n === 0n) return a === undefined ? undefined : new Map();
  return new Map([...a].map(([name, value]) => [name, mulRational(value, factor, fuel)]));
}

function multiply(a: Polynomial, b: Polynomial, fuel: Fuel): Polynomial | undefined {
  if (a.size * b.size > maxTerms * maxTerms) return undefined;
  fuel.spend(10 * a.size * b.size);
  const product = new Map<string, Rational>();
  for (const [first, x] of a)
    for (const [second, y] of b) addTerm(product, joinNames(first, second), mulRational(x, y, fuel), fuel);
  return product.size > maxTerms ? undefined : product;
}

function power(base: Polynomial, exponent: Polynomial, fuel: Fuel): Polynomial | undefined {
  const { n, d } = exponent.get("") ?? zero;
  if (exponent.size > 1 || (exponent.size === 1 && !exponent.has("")) || d !== 1n) return undefined;
  if (n < 0n || n > BigInt(maxPower)) return undefined;
  let result: Polynomial | undefined = constant(one);
  for (let at = 0; at < Number(n); at++) {
    result = multiply(result, base, fuel);
    if (result === undefined) return undefined;
  }
  return result;
}

function joinNames(a: string, b: string): string {
  if (a === "" || b === "") return a + b;
  return [...a.split("*"), ...b.split("*")].sort().join("*");
}

/** The coefficients of a polynomial in one variable, from the constant up; undefined where it has others, too. */
export function coefficientsOf(a: Polynomial, name: string): Rational[] | undefined {
  const coefficients: Rational[] = [];
  for (const [monomial, value] of a) {
    const names = monomial === "" ? [] : monomial.split("*");
    if (names.some((other) => other !== name)) return undefined;
    coefficients[names.length] = value;
  }
  return Array.from(coefficients, (value) => value ?? zero);
}

/** Tells whether two polynomials in one variable have a root in common, real or complex, by Euclid's algorithm. */
export function haveCommonRoot(a: readonly Rational[], b: readonly Rational[], fuel: Fuel): boolean {
  let [high, low] = a.length >= b.length ? [a, b] : [b, a];
  while (low.length > 1) {
    const rest = remainder(high, low, fuel);
    if (rest.length === 0) return true;
    [high, low] = [low, rest];
  }
  return low.length === 0;
}

function remainder(a: readonly Rational[], b: readonly Rational[], fuel: Fuel): Rational[] {
  const rest = [...a];
  const lead = b.at(-1) ?? one;
  while (rest.length >= b.length) {
    const factor = divRational(rest.at(-1) ?? zero, lead, fuel);
    const shift = rest.length - b.length;
    b.forEach(({ n, d }, at) => {
      rest[at + shift] = addRational(rest[at + shift] ?? zero, mulRational({ n: -n, d }, factor, fuel), fuel);
    });
    do rest.pop();
    while (rest.length > 0 && rest.at(-1)?.n === 0n);
  }
  return rest;
}
