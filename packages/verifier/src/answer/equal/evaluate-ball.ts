import type { Expr, FunctionName } from "../parse/expr.ts";
import type { Rational } from "../value/rational.ts";
import { type Ball, type BallField, failBall, oneBall, signOf, zeroBall } from "./ball.ts";
import { arctanBall, piBall } from "./ball-functions.ts";
import { type ComplexBall, ComplexBallField, isRealBall, realBall } from "./complex-ball.ts";
import { applyExact, evaluateExact } from "./evaluate-exact.ts";
import { floorBall, largerBall } from "./floor-ball.ts";

const exactAtRationals: ReadonlySet<FunctionName> = new Set([
  "factorial",
  "double_factorial",
  "binom",
  "gcd",
  "lcm",
  "floor",
  "ceil",
  "max",
  "mod",
]);

function realPart(z: ComplexBall): Ball {
  return isRealBall(z) ? z.re : failBall();
}

/** Evaluates expressions in complex ball arithmetic at one point of rational coordinates. */
export class BallEvaluator {
  private readonly field: ComplexBallField;
  private readonly real: BallField;
  private readonly symbol: (name: string) => Rational;

  constructor(real: BallField, symbol: (name: string) => Rational) {
    this.real = real;
    this.field = new ComplexBallField(real);
    this.symbol = symbol;
  }

  /** Returns an enclosure of the value. Throws `NoBall` where there is none at this precision. */
  evaluate(expr: Expr): ComplexBall {
    this.real.fuel.spend(2);
    const field = this.field;
    switch (expr.kind) {
      case "number":
        return this.rational(expr.value);
      case "symbol":
        return this.rational(this.symbol(expr.name));
      case "constant":
        return this.constant(expr.name);
      case "negate":
        return field.negate(this.evaluate(expr.operand));
      case "percent":
        return field.div(this.evaluate(expr.operand), this.rational({ n: 100n, d: 1n }));
      case "degrees":
        return field.mul(
          this.evaluate(expr.operand),
          field.div(realBall(piBall(this.real)), this.rational({ n: 180n, d: 1n })),
        );
      case "add":
        return field.add(this.evaluate(expr.left), this.evaluate(expr.right));
      case "multiply":
        return field.mul(this.evaluate(expr.left), this.evaluate(expr.right));
      case "divide":
        return field.div(this.evaluate(expr.left), this.evaluate(expr.right));
      case "power":
        return this.power(expr.left, expr.right);
      case "root":
        return this.root(this.evaluate(expr.radicand), expr.index);
      case "call":
        return this.call(expr.name, expr.args);
      default:
        return failBall();
    }
  }

  private rational(value: Rational): ComplexBall {
    return realBall(this.real.fromRational(value));
  }

  private constant(name: "pi" | "e" | "i" | "infinity"): ComplexBall {
    if (name === "i") return { re: zeroBall, im: oneBall };
    if (name === "infinity") return failBall();
    return name === "pi" ? realBall(piBall(this.real)) : this.field.exp(realBall(oneBall));
  }

  private power(left: Expr, right: Expr): ComplexBall {
    const exponent = evaluateExact(right, this.real.fuel);
    if (exponent === "undefined_value") return failBall();
    if (exponent === "other") {
      const power = this.evaluate(right);
      if (left.kind === "constant" && left.name === "e") return this.field.exp(power);
      return this.field.exp(this.field.mul(power, this.field.ln(this.evaluate(left))));
    }
    const base = this.evaluate(left);
    if (exponent.d === 1n) return this.field.integerPower(base, exponent.n);
    if (exponent.d <= 1000n) return this.field.integerPower(this.root(base, Number(exponent.d)), exponent.n);
    return this.field.exp(this.field.mul(this.rational(exponent), this.field.ln(base)));
  }

  private root(radicand: ComplexBall, index: number): ComplexBall {
    if (index === 2) return this.field.sqrt(radicand);
    const isNegative = isRealBall(radicand) && signOf(radicand.re) === -1;
    if (isNegative && index % 2 === 1)
      return this.field.negate(this.root(this.field.negate(radicand), index));
    if (isRealBall(radicand) && radicand.re === zeroBall) return radicand;
    const power = this.rational({ n: 1n, d: BigInt(index) });
    return this.field.exp(this.field.mul(power, this.field.ln(radicand)));
  }

  private call(name: FunctionName, args: readonly Expr[]): ComplexBall {
    const exact = this.exactCall(name, args);
    if (exact !== undefined) return this.rational(exact);
    const z = this.evaluate(args[0] ?? failBall());
    const one = realBall(oneBall);
    switch (name) {
      case "sin":
        return this.field.sinCos(z)[0];
      case "cos":
        return this.field.sinCos(z)[1];
      case "tan":
        return this.quotient(z, 0);
      case "cot":
        return this.quotient(z, 1);
      case "sec":
        return this.field.div(one, this.field.sinCos(z)[1]);
      case "csc":
        return this.field.div(one, this.field.sinCos(z)[0]);
      case "ln":
        return this.field.ln(z);
      case "exp":
        return this.field.exp(z);
      case "abs":
        return realBall(this.field.abs(z));
      case "sinh":
      case "cosh":
      case "tanh":
        return this.hyperbolic(name, z);
      case "arcsin":
      case "arccos":
      case "arctan":
        return this.arc(name, z);
      case "floor":
        return realBall(floorBall(realPart(z), this.real));
      case "ceil":
        return this.field.negate(realBall(floorBall(realPart(this.field.negate(z)), this.real)));
      case "max":
        return realBall(
          args.map((arg) => realPart(this.evaluate(arg))).reduce((a, b) => largerBall(a, b, this.real)),
        );
      default:
        return failBall();
    }
  }

  /** Functions of whole numbers, and those that only choose or round, are exact at rational points. */
  private exactCall(name: FunctionName, args: readonly Expr[]): Rational | undefined {
    if (!exactAtRationals.has(name)) return undefined;
    const values: Rational[] = [];
    for (const arg of args) {
      const value = evaluateExact(this.substitute(arg), this.real.fuel);
      if (typeof value === "string") return undefined;
      values.push(value);
    }
    const result = applyExact(name, values, this.real.fuel);
    return typeof result === "string" ? undefined : result;
  }

  private substitute(expr: Expr): Expr {
    if (expr.kind === "symbol") return { kind: "number", value: this.symbol(expr.name) };
    if (expr.kind === "add" || expr.kind === "multiply" || expr.kind === "divide")
      return { kind: expr.kind, left: this.substitute(expr.left), right: this.substitute(expr.right) };
    if (expr.kind === "negate") return { kind: "negate", operand: this.substitute(expr.operand) };
    return expr;
  }

  private quotient(z: ComplexBall, top: 0 | 1): ComplexBall {
    const pair = this.field.sinCos(z);
    return this.field.div(pair[top], pair[top === 0 ? 1 : 0]);
  }

  private hyperbolic(name: "sinh" | "cosh" | "tanh", z: ComplexBall): ComplexBall {
    const up = this.field.exp(z);
    const down = this.field.div(realBall(oneBall), up);
    const sum = this.field.add(up, down);
    const difference = this.field.add(up, this.field.negate(down));
    if (name === "tanh") return this.field.div(difference, sum);
    return this.field.div(name === "cosh" ? sum : difference, this.rational({ n: 2n, d: 1n }));
  }

  /** Inverse functions on their real domain only. */
  private arc(name: "arcsin" | "arccos" | "arctan", z: ComplexBall): ComplexBall {
    if (!isRealBall(z)) return failBall();
    const f = this.real;
    if (name === "arctan") return realBall(arctanBall(f, z.re));
    const rest = f.sub(oneBall, f.mul(z.re, z.re));
    const arcsin = arcsinOf(f, z.re, rest);
    return realBall(name === "arcsin" ? arcsin : f.sub(f.scale(piBall(f), -1), arcsin));
  }
}

/** arcsin x = arctan(x / sqrt(1 - x²)), and ±π/2 at ±1. */
function arcsinOf(
  f: BallField,
  x: { m: bigint; e: number; r: number },
  rest: { m: bigint; e: number; r: number },
) {
  if (rest.m === 0n && rest.r === Number.NEGATIVE_INFINITY) {
    const halfPi = f.scale(piBall(f), -1);
    return x.m > 0n ? halfPi : f.negate(halfPi);
  }
  return arctanBall(f, f.div(x, f.sqrt(rest)));
}
