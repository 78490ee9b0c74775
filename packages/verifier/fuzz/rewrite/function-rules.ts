import type { Draw } from "../draw.ts";
import { isFarFromZero, valuesOf } from "../evaluate/compare-terms.ts";
import {
  type CallName,
  call,
  constant,
  negate,
  power,
  product,
  quotient,
  rational,
  sum,
  type Term,
} from "../tree/term.ts";
import type { Rule } from "./rule.ts";

const one = rational(1);
const two = rational(2);

/** A rule for calls of one function with one argument. */
function onCall(name: string, of: CallName, apply: (arg: Term, draw: Draw) => Term | undefined): Rule {
  return {
    name,
    apply: (term, draw) => {
      const [arg] = term.kind === "call" && term.name === of ? term.args : [];
      return arg === undefined ? undefined : apply(arg, draw);
    },
  };
}

const sin = (arg: Term) => call("sin", arg);
const cos = (arg: Term) => call("cos", arg);
const half = (arg: Term) => quotient(arg, two);
const rightAngle = half(constant("pi"));

/** Rules of trigonometry. */
export const trigRules: readonly Rule[] = [
  onCall("tangent as a quotient", "tan", (arg) => quotient(sin(arg), cos(arg))),
  onCall("cotangent as a quotient", "cot", (arg) => quotient(cos(arg), sin(arg))),
  onCall("secant as a quotient", "sec", (arg) => quotient(one, cos(arg))),
  onCall("cosecant as a quotient", "csc", (arg) => quotient(one, sin(arg))),
  onCall("sine of the double", "sin", (arg) => product(two, sin(half(arg)), cos(half(arg)))),
  onCall("cosine of the double", "cos", (arg) => sum(one, negate(product(two, power(sin(half(arg)), 2))))),
  onCall("sine of the other angle", "sin", (arg) => cos(sum(rightAngle, negate(arg)))),
  onCall("cosine of the other angle", "cos", (arg) => sin(sum(rightAngle, negate(arg)))),
  onCall("sine is odd", "sin", (arg) => negate(sin(negate(arg)))),
  onCall("cosine is even", "cos", (arg) => cos(negate(arg))),
  onCall("a turn more for sine", "sin", (arg, draw) =>
    sin(sum(arg, product(rational(2 * draw.between(1, 3)), constant("pi")))),
  ),
  onCall("a turn more for cosine", "cos", (arg, draw) =>
    cos(sum(arg, negate(product(rational(2 * draw.between(1, 3)), constant("pi"))))),
  ),
  onCall("half a turn more for tangent", "tan", (arg) => call("tan", sum(arg, constant("pi")))),
  {
    name: "sine of a sum",
    apply: (term) => {
      const [arg] = term.kind === "call" && term.name === "sin" ? term.args : [];
      const [a, ...rest] = arg?.kind === "sum" ? arg.parts : [];
      if (a === undefined || rest.length === 0) return undefined;
      const b = sum(...rest);
      return sum(product(sin(a), cos(b)), product(cos(a), sin(b)));
    },
  },
  {
    name: "times sine squared plus cosine squared",
    apply: (term, draw) => {
      const angle = draw.chance(2)
        ? rational(draw.between(1, 9))
        : quotient(constant("pi"), rational(draw.between(3, 9)));
      return product(sum(power(sin(angle), 2), power(cos(angle), 2)), term);
    },
  },
  onCall("hyperbolic sine", "sinh", (arg) =>
    half(sum(power(constant("e"), arg), negate(power(constant("e"), negate(arg))))),
  ),
  onCall("hyperbolic cosine", "cosh", (arg) =>
    half(sum(power(constant("e"), arg), power(constant("e"), negate(arg)))),
  ),
];

function isPositiveNumber(term: Term | undefined): term is Term & { kind: "rational" } {
  return term?.kind === "rational" && term.n > 0n;
}

/** Rules of logarithms and exponentials. */
export const logRules: readonly Rule[] = [
  onCall("logarithm of a product", "ln", (arg, draw) => {
    if (!isPositiveNumber(arg)) return undefined;
    const factor = rational(draw.between(2, 9));
    return sum(call("ln", product(factor, arg)), negate(call("ln", factor)));
  }),
  onCall("logarithm of a quotient", "ln", (arg) =>
    isPositiveNumber(arg) && arg.d > 1n
      ? sum(call("ln", rational(arg.n)), negate(call("ln", rational(arg.d))))
      : undefined,
  ),
  onCall("logarithm of a power", "ln", (arg, draw) => {
    const exponent = draw.between(2, 4);
    return isPositiveNumber(arg) ? quotient(call("ln", power(arg, exponent)), rational(exponent)) : undefined;
  }),
  {
    name: "change of base",
    apply: (term, draw) => {
      const [base, of] = term.kind === "call" && term.name === "log" ? term.args : [];
      if (!isPositiveNumber(base) || !isPositiveNumber(of)) return undefined;
      if (draw.chance(2)) return quotient(call("ln", of), call("ln", base));
      const other = rational(draw.between(2, 9));
      return quotient(call("log", other, of), call("log", other, base));
    },
  },
  {
    name: "exponential of a sum",
    apply: (term) => {
      if (term.kind !== "power" || term.exponent.kind !== "sum") return undefined;
      const isSafe = isPositiveNumber(term.base) || (term.base.kind === "constant" && term.base.name === "e");
      return isSafe ? product(...term.exponent.parts.map((part) => power(term.base, part))) : undefined;
    },
  },
  {
    name: "power as an exponential",
    apply: (term) =>
      term.kind === "power" && isPositiveNumber(term.base) && term.base.n !== term.base.d
        ? power(constant("e"), product(term.exponent, call("ln", term.base)))
        : undefined,
  },
  {
    name: "number as an exponential",
    apply: (term) => (isPositiveNumber(term) ? power(constant("e"), call("ln", term)) : undefined),
  },
  {
    name: "quotient of equal powers",
    apply: (term) => {
      const isSafe =
        term.kind === "power" &&
        isFarFromZero(term.base) &&
        term.exponent.kind === "rational" &&
        term.exponent.d === 1n;
      if (!isSafe || valuesOf(term.base).some((value) => value.im !== 0)) return undefined;
      return quotient(power(term.base, sum(term.exponent, one)), term.base);
    },
  },
];
