import type { CallName, Term } from "../tree/term.ts";
import {
  add,
  type Complex,
  complex,
  cosine,
  exponential,
  logarithm,
  minus,
  modulus,
  over,
  raise,
  sine,
  times,
} from "./complex.ts";

/** Values of the variables. */
export type Point = (name: string) => number;

const nothing = complex(Number.NaN);

/** Returns the value of a term in doubles, by its definition and nothing cleverer; NaN where it has none. */
export function evaluateTerm(term: Term, point: Point): Complex {
  switch (term.kind) {
    case "rational":
      return complex(Number(term.n) / Number(term.d));
    case "variable":
      return complex(point(term.name));
    case "constant":
      return term.name === "i" ? complex(0, 1) : complex(term.name === "pi" ? Math.PI : Math.E);
    case "negate":
      return minus(evaluateTerm(term.of, point));
    case "sum":
      return term.parts.map((part) => evaluateTerm(part, point)).reduce(add);
    case "product":
      return term.parts.map((part) => evaluateTerm(part, point)).reduce(times);
    case "quotient":
      return over(evaluateTerm(term.top, point), evaluateTerm(term.bottom, point));
    case "power": {
      const [base, exponent] = [evaluateTerm(term.base, point), term.exponent];
      const isOddRoot = exponent.kind === "rational" && exponent.d % 2n === 1n && exponent.d > 1n;
      if (isOddRoot && base.im === 0 && base.re < 0)
        return raise(rootOf(base, Number(exponent.d)), complex(Number(exponent.n)));
      // An exponent that is worked out may be such a fraction too; doubles cannot tell.
      if (exponent.kind !== "rational" && base.im === 0 && base.re < 0 && !isWholePower(exponent, point))
        return nothing;
      return raise(base, evaluateTerm(exponent, point));
    }
    case "root":
      return rootOf(evaluateTerm(term.of, point), term.index);
    case "call":
      return callOf(
        term.name,
        term.args.map((arg) => evaluateTerm(arg, point)),
      );
  }
}

function isWholePower(exponent: Term, point: Point): boolean {
  const { re, im } = evaluateTerm(exponent, point);
  return im === 0 && Number.isInteger(re);
}

function rootOf(value: Complex, index: number): Complex {
  if (value.im === 0 && value.re < 0 && index % 2 === 1) return complex(-((-value.re) ** (1 / index)));
  if (value.im === 0 && value.re >= 0)
    return complex(index === 2 ? Math.sqrt(value.re) : value.re ** (1 / index));
  return exponential(times(complex(1 / index), logarithm(value)));
}

function callOf(name: CallName, args: readonly Complex[]): Complex {
  const [first = nothing, second = nothing] = args;
  switch (name) {
    case "sin":
      return sine(first);
    case "cos":
      return cosine(first);
    case "tan":
      return over(sine(first), cosine(first));
    case "cot":
      return over(cosine(first), sine(first));
    case "sec":
      return over(complex(1), cosine(first));
    case "csc":
      return over(complex(1), sine(first));
    case "ln":
      return logarithm(first);
    case "log":
      return over(logarithm(second), logarithm(first));
    case "abs":
      return complex(modulus(first));
    default:
      return args.every((arg) => arg.im === 0)
        ? realCall(
            name,
            args.map((arg) => arg.re),
          )
        : nothing;
  }
}

type RealName = Exclude<CallName, "sin" | "cos" | "tan" | "cot" | "sec" | "csc" | "ln" | "log" | "abs">;

const realFunctions: Readonly<Record<RealName, (args: readonly number[]) => number>> = {
  arcsin: ([x]) => Math.asin(x ?? Number.NaN),
  arccos: ([x]) => Math.acos(x ?? Number.NaN),
  arctan: ([x]) => Math.atan(x ?? Number.NaN),
  sinh: ([x]) => Math.sinh(x ?? Number.NaN),
  cosh: ([x]) => Math.cosh(x ?? Number.NaN),
  tanh: ([x]) => Math.tanh(x ?? Number.NaN),
  floor: ([x]) => Math.floor(x ?? Number.NaN),
  ceil: ([x]) => Math.ceil(x ?? Number.NaN),
  factorial: ([n]) => binomialOrFactorial(n ?? Number.NaN),
  binomial: ([n, k]) => binomialOrFactorial(n ?? Number.NaN, k ?? Number.NaN),
  gcd: (values) => values.reduce(divisor),
  lcm: (values) => values.reduce((a, b) => Math.abs(a * b) / divisor(a, b)),
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
};

function realCall(name: RealName, args: readonly number[]): Complex {
  return complex(realFunctions[name](args));
}

/** n! for one number, n over k for two; NaN but for whole numbers that are not negative. */
function binomialOrFactorial(n: number, k?: number): number {
  if (!Number.isInteger(n) || n < 0 || (k !== undefined && !Number.isInteger(k))) return Number.NaN;
  if (k === undefined) return n <= 1 ? 1 : n * binomialOrFactorial(n - 1);
  if (k < 0 || k > n) return 0;
  return k === 0 ? 1 : (binomialOrFactorial(n - 1, k - 1) * n) / k;
}

function divisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : divisor(b, a % b);
}
