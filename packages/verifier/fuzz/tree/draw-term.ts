import type { Draw } from "../draw.ts";
import { isOrdinary, valuesOf } from "../evaluate/compare-terms.ts";
import { modulus } from "../evaluate/complex.ts";
import { call, constant, negate, power, product, quotient, rational, root, sum, type Term } from "./term.ts";

/** What a term may be made of. */
export interface TermSpace {
  /** Names of the variables; none for constants. */
  readonly variables: readonly string[];
  /** Levels of operations. */
  readonly depth: number;
}

const variableSets: readonly (readonly string[])[] = [
  ["x"],
  ["n"],
  ["x", "y"],
  ["a", "b"],
  ["x", "y", "z"],
  ["t"],
];

/** Draws a term of some kind: a number, a constant or an expression in up to three variables. */
export function drawTerm(draw: Draw): Term {
  const kind = draw.int(8);
  if (kind < 2) return drawRational(draw);
  if (kind < 4) return drawDefined(draw, { variables: [], depth: draw.between(1, 2) });
  if (kind === 4) return drawPolynomial(draw, draw.pick(variableSets));
  return drawDefined(draw, { variables: draw.pick(variableSets), depth: draw.between(1, 3) });
}

/** Draws a constant, such as a radical or a logarithm. */
export function drawConstant(draw: Draw): Term {
  return draw.chance(2)
    ? drawDefined(draw, { variables: [], depth: draw.between(1, 2) })
    : drawRational(draw);
}

/** Draws a term that has values at every point; a small whole number where some tries give none. */
export function drawDefined(draw: Draw, space: TermSpace): Term {
  for (let tries = 0; tries < 4; tries++) {
    const term = drawOpen(draw, space, space.depth);
    if (isOrdinary(term)) return term;
  }
  return drawRational(draw);
}

/** Draws a fraction: mostly small, sometimes a decimal, sometimes many digits. */
export function drawRational(draw: Draw): Term {
  const sign = (value: bigint) => (draw.chance(4) ? -value : value);
  switch (draw.int(8)) {
    case 0:
    case 1:
      return rational(sign(BigInt(draw.int(30))));
    case 2:
    case 3:
      return rational(sign(BigInt(draw.between(1, 40))), draw.between(2, 25));
    case 4:
      return rational(sign(BigInt(draw.int(100_000))), 10 ** draw.between(1, 3));
    case 5:
      return rational(sign(BigInt(draw.int(10_000_000))));
    case 6:
      return rational(sign(drawDigits(draw)), 10n ** BigInt(draw.int(12)));
    default:
      return rational(sign(BigInt(draw.between(1, 999))), [3, 7, 9, 11, 27, 37, 99][draw.int(7)] ?? 3);
  }
}

function drawDigits(draw: Draw): bigint {
  let value = 1n;
  for (let count = draw.between(1, 8); count > 0; count--) value = value * 10_000n + BigInt(draw.int(10_000));
  return value;
}

/** Draws a polynomial with small whole coefficients, written as a sum of terms. */
export function drawPolynomial(draw: Draw, variables: readonly string[]): Term {
  const parts = Array.from({ length: draw.between(2, 4) }, () => {
    const factors: Term[] = [rational(draw.between(1, 9) * (draw.chance(3) ? -1 : 1))];
    for (const name of variables) {
      const exponent = draw.int(4);
      if (exponent === 1) factors.push({ kind: "variable", name });
      else if (exponent > 1) factors.push(power({ kind: "variable", name }, exponent));
    }
    return product(...factors);
  });
  return sum(...parts);
}

function drawOpen(draw: Draw, space: TermSpace, depth: number): Term {
  if (depth === 0) return drawLeaf(draw, space);
  const part = () => drawOpen(draw, space, depth - 1);
  switch (draw.int(12)) {
    case 0:
      return drawLeaf(draw, space);
    case 1:
    case 2:
      return sum(part(), draw.chance(2) ? negate(part()) : part(), ...(draw.chance(3) ? [part()] : []));
    case 3:
    case 4:
      return product(part(), part(), ...(draw.chance(4) ? [part()] : []));
    case 5:
    case 6:
      return quotient(part(), part());
    case 7:
      return power(part(), draw.between(2, 4) * (draw.chance(6) ? -1 : 1));
    case 8:
      if (draw.chance(3)) return drawTwoRoots(draw);
      return root(drawRadicand(draw, space, depth), draw.chance(5) ? 3 : 2);
    case 9:
      return drawExponential(draw, part);
    case 10:
      return drawCall(draw, space, part);
    default:
      return negate(part());
  }
}

function drawLeaf(draw: Draw, space: TermSpace): Term {
  const isVariable = space.variables.length > 0 && draw.int(3) > 0;
  if (isVariable) return { kind: "variable", name: draw.pick(space.variables) };
  switch (draw.int(10)) {
    case 7:
      return constant("pi");
    case 8:
      return constant(draw.chance(2) ? "i" : "e");
    case 9:
      return rational(draw.between(1, 9), draw.between(2, 9));
    default:
      return rational(draw.between(1, 12));
  }
}

/** Radicands are positive numbers, or squares and sums of variables under a square root. */
function drawRadicand(draw: Draw, space: TermSpace, depth: number): Term {
  if (space.variables.length === 0 || draw.chance(2)) {
    const plain = rational(draw.between(2, 60), draw.chance(4) ? draw.between(2, 9) : 1);
    return depth > 1 && draw.chance(4) ? sum(plain, root(rational(draw.between(2, 9)))) : plain;
  }
  const square = power({ kind: "variable", name: draw.pick(space.variables) }, 2);
  return sum(square, rational(draw.between(1, 9)));
}

/** Two radicals side by side, as answers have them. */
function drawTwoRoots(draw: Draw): Term {
  const [a, b] = [root(rational(draw.between(2, 30))), root(rational(draw.between(2, 30)))];
  return draw.chance(3) ? product(a, b) : sum(a, draw.chance(2) ? negate(b) : b);
}

function drawExponential(draw: Draw, part: () => Term): Term {
  switch (draw.int(3)) {
    case 0:
      return power(rational(draw.between(2, 9)), part());
    case 1:
      return power(constant("e"), part());
    default:
      return power(rational(draw.between(2, 30)), rational(draw.between(1, 5), draw.between(2, 4)));
  }
}

const anywhere = ["sin", "cos", "arctan", "tan", "abs", "cot", "sec", "csc", "sinh", "cosh", "tanh"] as const;

function drawCall(draw: Draw, space: TermSpace, part: () => Term): Term {
  switch (draw.int(9)) {
    case 0:
    case 1:
      if (space.variables.length > 0 && draw.chance(4)) return drawFarBranch(draw, space.variables);
      return call(draw.pick(anywhere), draw.chance(2) ? sum(part(), part()) : part());
    case 2:
      return call(draw.pick(["sin", "cos", "tan"]), product(drawRational(draw), constant("pi")));
    case 3:
      return call("ln", rational(draw.between(2, 50), draw.chance(3) ? draw.between(2, 9) : 1));
    case 4:
      return call("log", rational(draw.between(2, 10)), rational(draw.between(2, 99)));
    case 5:
      return call(draw.pick(["arcsin", "arccos"]), quotient(rational(draw.between(1, 4)), rational(5)));
    case 6:
      return call("factorial", rational(draw.int(8)));
    case 7:
      return drawWholeCall(draw);
    default: {
      const inner = drawOpen(draw, { ...space, variables: [] }, 1);
      return valuesOf(inner).every((value) => value.im === 0 && isFarFromWhole(modulus(value)))
        ? call(draw.pick(["floor", "ceil"]), inner)
        : call("factorial", rational(draw.int(8)));
    }
  }
}

/** An absolute value or a root whose branches meet beyond small numbers. */
function drawFarBranch(draw: Draw, variables: readonly string[]): Term {
  const offset = rational(draw.between(4, 20) * (draw.chance(2) ? -1 : 1));
  const inner = sum({ kind: "variable", name: draw.pick(variables) }, offset);
  return draw.chance(2) ? root(power(inner, 2)) : call("abs", inner);
}

function isFarFromWhole(value: number): boolean {
  return value < 1e6 && Math.abs(value - Math.round(value)) > 1e-3;
}

function drawWholeCall(draw: Draw): Term {
  const small = () => rational(draw.between(1, 60));
  switch (draw.int(3)) {
    case 0:
      return call("binomial", rational(draw.between(3, 14)), rational(draw.int(4)));
    case 1:
      return call(draw.pick(["gcd", "lcm"]), small(), small());
    default:
      return call(draw.pick(["max", "min"]), small(), small(), small());
  }
}
