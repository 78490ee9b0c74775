import type { Fuel } from "../fuel.ts";
import type { Expr, FunctionName } from "../parse/expr.ts";
import { symbolsOf } from "../parse/expr-walk.ts";
import { memberName } from "../parse/replace-index.ts";
import { rationalToNumber } from "../value/rational.ts";
import {
  type Approx,
  addApprox,
  divApprox,
  expApprox,
  lnApprox,
  magnitude,
  makeApprox,
  mulApprox,
  negateApprox,
  sinApprox,
  sqrtApprox,
  unknownApprox,
} from "./approx.ts";
import { evaluateExact } from "./evaluate-exact.ts";

/** Gives the value of a variable at the current sample point. */
export type SymbolValue = (name: string) => number;

const i: Approx = { re: 0, im: 1, err: 0 };
const oneApprox: Approx = { re: 1, im: 0, err: 0 };

/** Returns the value of an expression at a sample point in complex doubles, with its error bound. */
export function evaluateApprox(expr: Expr, symbol: SymbolValue, fuel: Fuel): Approx {
  fuel.spend(2);
  switch (expr.kind) {
    case "number": {
      const value = rationalToNumber(expr.value);
      return makeApprox(value, 0, 0);
    }
    case "symbol":
      return { re: symbol(expr.name), im: 0, err: 0 };
    case "constant":
      return constantApprox(expr.name);
    case "negate":
      return negateApprox(evaluateApprox(expr.operand, symbol, fuel));
    case "percent":
      return divApprox(evaluateApprox(expr.operand, symbol, fuel), { re: 100, im: 0, err: 0 });
    case "degrees":
      return mulApprox(evaluateApprox(expr.operand, symbol, fuel), makeApprox(Math.PI / 180, 0, 0));
    case "add":
      return addApprox(evaluateApprox(expr.left, symbol, fuel), evaluateApprox(expr.right, symbol, fuel));
    case "multiply":
      return mulApprox(evaluateApprox(expr.left, symbol, fuel), evaluateApprox(expr.right, symbol, fuel));
    case "divide":
      return divApprox(evaluateApprox(expr.left, symbol, fuel), evaluateApprox(expr.right, symbol, fuel));
    case "power":
      return powerApprox(expr.left, expr.right, symbol, fuel);
    case "root":
      return rootApprox(evaluateApprox(expr.radicand, symbol, fuel), expr.index);
    case "call":
      if (expr.name === "sum" || expr.name === "product") return seriesApprox(expr, symbol, fuel);
      return callApprox(
        expr.name,
        expr.args.map((arg) => evaluateApprox(arg, symbol, fuel)),
      );
    default:
      return unknownApprox;
  }
}

/** Most terms of a series at a sample point. */
const maxTerms = 64;

/** A series with whole bounds at the sample point, term by term. */
function seriesApprox(expr: Expr & { kind: "call" }, symbol: SymbolValue, fuel: Fuel): Approx {
  const [lower, upper, body] = expr.args;
  if (lower === undefined || upper === undefined || body === undefined) return unknownApprox;
  const from = evaluateApprox(lower, symbol, fuel);
  const to = evaluateApprox(upper, symbol, fuel);
  if (!isWhole(from) || !isWhole(to) || to.re - from.re >= maxTerms) return unknownApprox;
  let result: Approx = expr.name === "sum" ? { re: 0, im: 0, err: 0 } : oneApprox;
  const bound = boundName(body);
  for (let at = Math.round(from.re); at <= to.re; at++) {
    const term = evaluateApprox(
      body,
      (name) => (name === bound ? at : symbol(memberName(name, bound, at, fuel))),
      fuel,
    );
    result = expr.name === "sum" ? addApprox(result, term) : mulApprox(result, term);
  }
  return result;
}

/** The bound variable of the outermost series has the smallest depth in its body. */
function boundName(body: Expr): string {
  const names = [...symbolsOf(body)].map((name) => /bound \d+/.exec(name)?.[0]);
  return names.filter((name) => name !== undefined).sort()[0] ?? "";
}

function constantApprox(name: "pi" | "e" | "i" | "infinity"): Approx {
  if (name === "i") return i;
  if (name === "infinity") return unknownApprox;
  return makeApprox(name === "pi" ? Math.PI : Math.E, 0, 0);
}

function powerApprox(left: Expr, right: Expr, symbol: SymbolValue, fuel: Fuel): Approx {
  const base = evaluateApprox(left, symbol, fuel);
  const exponent = evaluateExact(right, fuel);
  if (exponent === "undefined_value") return unknownApprox;
  if (exponent === "other") {
    const power = evaluateApprox(right, symbol, fuel);
    return expApprox(mulApprox(power, lnApprox(base)));
  }
  if (exponent.d === 1n && exponent.n <= 4096n && exponent.n >= -4096n)
    return integerPower(base, Number(exponent.n), fuel);
  const isRealRoot = base.im === 0 && base.re < 0 && exponent.d % 2n === 1n && exponent.d > 1n;
  if (isRealRoot) {
    const size = powerOf(negateApprox(base), rationalToNumber(exponent));
    return exponent.n % 2n === 0n ? size : negateApprox(size);
  }
  if (exponent.d === 1n && base.im === 0 && base.re < 0) {
    const size = powerOf(negateApprox(base), Number(exponent.n));
    return exponent.n % 2n === 0n ? size : negateApprox(size);
  }
  return powerOf(base, rationalToNumber(exponent));
}

function powerOf(base: Approx, exponent: number): Approx {
  if (magnitude(base) === 0 && base.err === 0) return exponent > 0 ? base : unknownApprox;
  return expApprox(mulApprox(makeApprox(exponent, 0, 0), lnApprox(base)));
}

function integerPower(base: Approx, exponent: number, fuel: Fuel): Approx {
  let result = oneApprox;
  let square = base;
  for (let rest = Math.abs(exponent); rest > 0; rest >>= 1) {
    fuel.spend(2);
    if ((rest & 1) === 1) result = mulApprox(result, square);
    square = mulApprox(square, square);
  }
  return exponent < 0 ? divApprox(oneApprox, result) : result;
}

function rootApprox(radicand: Approx, index: number): Approx {
  if (index === 2) return sqrtApprox(radicand);
  if (radicand.re === 0 && radicand.im === 0) return radicand.err === 0 ? radicand : unknownApprox;
  if (radicand.im === 0 && radicand.re < 0 && index % 2 === 1)
    return negateApprox(powerOf(negateApprox(radicand), 1 / index));
  return powerOf(radicand, 1 / index);
}

function callApprox(name: FunctionName, args: readonly Approx[]): Approx {
  const z = args[0] ?? unknownApprox;
  switch (name) {
    case "sin":
      return sinApprox(z, false);
    case "cos":
      return sinApprox(z, true);
    case "tan":
      return divApprox(sinApprox(z, false), sinApprox(z, true));
    case "cot":
      return divApprox(sinApprox(z, true), sinApprox(z, false));
    case "sec":
      return divApprox(oneApprox, sinApprox(z, true));
    case "csc":
      return divApprox(oneApprox, sinApprox(z, false));
    case "ln":
      return lnApprox(z);
    case "exp":
      return expApprox(z);
    case "sinh":
    case "cosh":
    case "tanh":
      return hyperbolicApprox(name, z);
    case "arcsin":
    case "arccos":
    case "arctan":
      return arcApprox(name, z);
    case "abs":
      return makeApprox(magnitude(z), 0, z.err);
    default:
      return integerCallApprox(name, args);
  }
}

function hyperbolicApprox(name: "sinh" | "cosh" | "tanh", z: Approx): Approx {
  const up = expApprox(z);
  const down = expApprox(negateApprox(z));
  const half: Approx = { re: 0.5, im: 0, err: 0 };
  if (name === "cosh") return mulApprox(half, addApprox(up, down));
  const difference = addApprox(up, negateApprox(down));
  return name === "sinh" ? mulApprox(half, difference) : divApprox(difference, addApprox(up, down));
}

/** Inverse functions on their real domain only. */
function arcApprox(name: "arcsin" | "arccos" | "arctan", z: Approx): Approx {
  if (z.im !== 0) return unknownApprox;
  if (name === "arctan") return makeApprox(Math.atan(z.re), 0, z.err);
  const room = 1 - Math.abs(z.re) - z.err;
  if (Math.abs(z.re) > 1 + z.err) return unknownApprox;
  const clamped = Math.min(1, Math.max(-1, z.re));
  const err = room > 0 ? z.err / Math.sqrt(room) : 2 * Math.sqrt(2 * z.err + Number.EPSILON);
  return makeApprox(name === "arcsin" ? Math.asin(clamped) : Math.acos(clamped), 0, err);
}

/** Functions of whole numbers and steps: known only where the error cannot change the result. */
function integerCallApprox(name: FunctionName, args: readonly Approx[]): Approx {
  const [first, second] = args;
  if (first === undefined || args.some((arg) => arg.im !== 0)) return unknownApprox;
  switch (name) {
    case "floor":
      return Math.floor(first.re - first.err) === Math.floor(first.re + first.err)
        ? makeApprox(Math.floor(first.re), 0, 0)
        : unknownApprox;
    case "ceil":
      return Math.ceil(first.re - first.err) === Math.ceil(first.re + first.err)
        ? makeApprox(Math.ceil(first.re), 0, 0)
        : unknownApprox;
    case "max":
      return makeApprox(Math.max(...args.map((arg) => arg.re)), 0, Math.max(...args.map((arg) => arg.err)));
    case "factorial":
      return factorialApprox(first);
    case "binom":
      return second === undefined ? unknownApprox : binomialApprox(first, second);
    default:
      return unknownApprox;
  }
}

function factorialApprox(n: Approx): Approx {
  if (!isWhole(n) || n.re < 0 || n.re > 170) return unknownApprox;
  let product = 1;
  for (let factor = 2; factor <= n.re; factor++) product *= factor;
  return makeApprox(product, 0, product * n.re * Number.EPSILON);
}

function binomialApprox(n: Approx, k: Approx): Approx {
  if (!isWhole(n) || !isWhole(k) || n.re < 0 || n.re > 1000 || k.re < 0) return unknownApprox;
  if (k.re > n.re) return makeApprox(0, 0, 0);
  const steps = Math.min(k.re, n.re - k.re);
  let product = 1;
  for (let step = 1; step <= steps; step++) product = (product * (n.re - step + 1)) / step;
  return makeApprox(product, 0, product * steps * 4 * Number.EPSILON);
}

function isWhole(value: Approx): boolean {
  return Number.isInteger(value.re) && value.err < 0.01;
}
