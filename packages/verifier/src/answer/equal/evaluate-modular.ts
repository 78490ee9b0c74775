import type { Fuel } from "../fuel.ts";
import type { Expr } from "../parse/expr.ts";
import { hasSymbol } from "../parse/expr-walk.ts";
import type { Rational } from "../value/rational.ts";
import { evaluateExact } from "./evaluate-exact.ts";
import { hashPair, hashText } from "./keyed-random.ts";
import { inverseMod, mulMod, type PrimeField, powMod, rootPrimes } from "./prime-field.ts";

/**
 * Evaluates expressions in GF(p) at one random point. Numbers, i, square roots of small integers, variables and the
 * field operations map homomorphically; sin, ln, nested radicals and the like become atoms fixed by the residue of
 * their argument. With atoms, equal values still prove equality, but different values prove nothing.
 *
 * Identity testing after Schwartz (1980) and Zippel (1979); roots in GF(p) make it cover radicals and i.
 */
export class ModularEvaluator {
  /** An atom was met: a difference is no proof. */
  hasAtoms = false;
  private readonly field: PrimeField;
  private readonly seed: number;
  private readonly fuel: Fuel;

  constructor(field: PrimeField, seed: number, fuel: Fuel) {
    this.field = field;
    this.seed = seed;
    this.fuel = fuel;
  }

  /** Returns the residue, or undefined where a denominator vanishes at this point. */
  evaluate(expr: Expr): number | undefined {
    this.fuel.spend(2);
    const { p } = this.field;
    switch (expr.kind) {
      case "number":
        return this.residue(expr.value);
      case "symbol":
        return this.atomValue(hashText(expr.name, 1));
      case "constant":
        return this.constant(expr.name);
      case "negate": {
        const value = this.evaluate(expr.operand);
        return value === undefined || value === 0 ? value : p - value;
      }
      case "percent": {
        const value = this.evaluate(expr.operand);
        return value === undefined ? undefined : mulMod(value, inverseMod(100, p), p);
      }
      case "add":
      case "multiply":
      case "divide":
        return this.pair(expr.kind, expr.left, expr.right);
      case "power":
        return this.power(expr.left, expr.right);
      case "root":
        return this.root(expr.radicand, expr.index);
      case "degrees":
        return this.degrees(expr.operand);
      case "call":
        return this.call(expr.name, expr.args);
      default:
        return undefined;
    }
  }

  private residue(value: Rational): number | undefined {
    const { p, big } = this.field;
    const n = value.n <= big && value.n >= -big ? Number(value.n) % p : this.bigResidue(value.n);
    const top = n < 0 ? n + p : n;
    if (value.d === 1n) return top;
    const bottom = value.d < big ? Number(value.d) : this.bigResidue(value.d);
    return bottom === 0 ? undefined : mulMod(top, inverseMod(bottom, p), p);
  }

  private bigResidue(value: bigint): number {
    this.fuel.spend(8);
    return Number(value % this.field.big);
  }

  private constant(name: "pi" | "e" | "i" | "infinity"): number | undefined {
    if (name === "i") return this.field.i;
    return name === "infinity" ? undefined : this.atomValue(hashText(name, 2));
  }

  /** A random residue fixed by the key, the prime and what it stands for. */
  private atomValue(identity: number): number {
    return hashPair(hashPair(this.seed, identity), this.field.p) % this.field.p;
  }

  private pair(kind: "add" | "multiply" | "divide", left: Expr, right: Expr): number | undefined {
    const a = this.evaluate(left);
    const b = this.evaluate(right);
    if (a === undefined || b === undefined) return undefined;
    const { p } = this.field;
    if (kind === "add") return a + b >= p ? a + b - p : a + b;
    if (kind === "multiply") return mulMod(a, b, p);
    return b === 0 ? undefined : mulMod(a, inverseMod(b, p), p);
  }

  private degrees(operand: Expr): number | undefined {
    const value = this.evaluate(operand);
    const pi = this.constant("pi");
    if (value === undefined || pi === undefined) return undefined;
    const { p } = this.field;
    return mulMod(value, mulMod(pi, inverseMod(180, p), p), p);
  }

  private power(base: Expr, exponent: Expr): number | undefined {
    const exact = evaluateExact(exponent, this.fuel);
    if (typeof exact !== "string" && exact.d === 1n) return this.integerPower(base, exact.n);
    if (typeof exact !== "string" && exact.d === 2n) return this.halfPower(base, exact.n);
    const value = this.evaluate(base);
    if (value === undefined) return undefined;
    if (value === 0) return this.opaque("power", [base, exponent]);
    const reduced = isNumeral(base) ? this.exponentResidue(exponent) : undefined;
    if (reduced !== undefined) return powMod(value, reduced, this.field.p);
    return this.opaque("power", [base, exponent]);
  }

  private integerPower(base: Expr, exponent: bigint): number | undefined {
    const value = this.evaluate(base);
    if (value === undefined) return undefined;
    if (value === 0) return exponent > 0n ? 0 : exponent === 0n ? 1 : undefined;
    this.fuel.spend(26);
    const order = this.field.big - 1n;
    const reduced = Number(((exponent % order) + order) % order);
    return powMod(value, reduced, this.field.p);
  }

  /** b^(n/2) is the n-th power of the square root. */
  private halfPower(base: Expr, numerator: bigint): number | undefined {
    return this.integerPower({ kind: "root", radicand: base, index: 2 }, numerator);
  }

  /**
   * The exponent modulo p - 1, for whole-number exponents such as n + 1. Variables take a residue modulo p - 1 that is
   * independent of the one modulo p, as one whole number may have both.
   */
  private exponentResidue(exponent: Expr): number | undefined {
    this.fuel.spend(2);
    const order = this.field.p - 1;
    switch (exponent.kind) {
      case "number":
        if (exponent.value.d !== 1n) return undefined;
        return Number(((exponent.value.n % BigInt(order)) + BigInt(order)) % BigInt(order));
      case "symbol":
        return hashPair(hashPair(this.seed, hashText(exponent.name, 3)), order) % order;
      case "negate": {
        const value = this.exponentResidue(exponent.operand);
        return value === undefined ? undefined : (order - value) % order;
      }
      case "add":
      case "multiply": {
        const a = this.exponentResidue(exponent.left);
        const b = a === undefined ? undefined : this.exponentResidue(exponent.right);
        if (a === undefined || b === undefined) return undefined;
        return exponent.kind === "add" ? (a + b) % order : mulMod(a, b, order);
      }
      default:
        return undefined;
    }
  }

  private root(radicand: Expr, index: number): number | undefined {
    const exact = evaluateExact(radicand, this.fuel);
    if (exact === "undefined_value") return undefined;
    if (index === 2 && exact !== "other") {
      const root = this.rationalRoot(exact);
      if (root !== undefined) return root;
    }
    return this.opaque(`root ${index}`, [radicand]);
  }

  /** sqrt(n/d) = sqrt(n d)/d, with the root of each small prime taken from the field. */
  private rationalRoot(value: Rational): number | undefined {
    const { p } = this.field;
    let rest = value.n * value.d;
    let root = rest < 0n ? this.field.i : 1;
    if (rest < 0n) rest = -rest;
    if (rest === 0n) return 0;
    if (rest > 1_000_000_000_000n) return undefined;
    this.fuel.spend(20);
    let small = Number(rest);
    for (let at = 0; at < rootPrimes.length; at++) {
      const prime = rootPrimes[at] ?? 2;
      for (; small % prime === 0; small /= prime) root = mulMod(root, this.field.roots[at] ?? 0, p);
    }
    const outside = Math.round(Math.sqrt(small));
    if (outside * outside !== small) return undefined;
    const denominator = this.residue({ n: value.d, d: 1n });
    if (denominator === undefined || denominator === 0) return undefined;
    return mulMod(mulMod(root, outside % p, p), inverseMod(denominator, p), p);
  }

  private call(name: string, args: readonly Expr[]): number | undefined {
    if (name === "binom" || name === "factorial") {
      const exact = evaluateExact({ kind: "call", name, args }, this.fuel);
      if (typeof exact !== "string") return this.residue(exact);
    }
    // At a constant, tan may have no value: there it stays an atom that no cotangent cancels.
    const quotient = args.some(hasSymbol) ? quotientsOfSines.get(name) : undefined;
    return quotient === undefined ? this.opaque(name, args) : this.quotient(quotient, args);
  }

  /** tan, cot, sec and csc by sine and cosine, so that `cos t / sin t` is `cot t`. */
  private quotient(
    [top, bottom]: readonly [string | undefined, string],
    args: readonly Expr[],
  ): number | undefined {
    const { p } = this.field;
    const numerator = top === undefined ? 1 : this.opaque(top, args);
    const denominator = this.opaque(bottom, args);
    if (numerator === undefined || denominator === undefined || denominator === 0) return undefined;
    return mulMod(numerator, inverseMod(denominator, p), p);
  }

  private opaque(name: string, args: readonly Expr[]): number | undefined {
    this.hasAtoms = true;
    let identity = hashText(name, 4);
    const values: number[] = [];
    for (const arg of args) {
      const isInfinite = arg.kind === "constant" && arg.name === "infinity";
      const value = isInfinite ? this.atomValue(hashText("infinity", 6)) : this.evaluate(arg);
      if (value === undefined) return undefined;
      values.push(value);
    }
    if (isSymmetric(name)) values.sort((a, b) => a - b);
    for (const value of values) identity = hashPair(identity, value);
    return this.atomValue(identity);
  }
}

/** Numerator (1 where it is undefined) and denominator. */
const quotientsOfSines: ReadonlyMap<string, readonly [string | undefined, string]> = new Map([
  ["tan", ["sin", "cos"]],
  ["cot", ["cos", "sin"]],
  ["sec", [undefined, "cos"]],
  ["csc", [undefined, "sin"]],
]);

/** Functions whose arguments have no order. */
function isSymmetric(name: string): boolean {
  return name === "gcd" || name === "lcm" || name === "max";
}

/** A positive whole number, whose powers with whole exponents are never in doubt. */
function isNumeral(expr: Expr): boolean {
  return expr.kind === "number" && expr.value.d === 1n && expr.value.n > 0n;
}
