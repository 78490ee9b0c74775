import { evaluateExact } from "../../answer/equal/evaluate-exact.ts";
import type { Fuel } from "../../answer/fuel.ts";
import {
  formatRational,
  one,
  type Rational,
  rationalToNumber,
  sameRational,
} from "../../answer/value/rational.ts";
import type { Side } from "../read/side.ts";
import type { Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import { readConnection } from "./connection.ts";
import { coefficientsOf, haveCommonRoot, subtractPolynomials, toPolynomial } from "./polynomial.ts";
import { readManner } from "./sentence-at.ts";
import { type Equation, evaluateAt, gapAt, solveLinear, symbolsOf } from "./solve-linear.ts";

/** The last statement of an earlier step, with what follows it there. */
export interface Carried {
  readonly statement: Statement;
  /** Text of that step after the statement. */
  readonly tail: string;
}

/**
 * Checks equations that are said to follow from the equation just before them, with nothing between them but words of
 * rewriting ("so", "dividing both sides by 2, we get"). A linear equation in one letter has one solution, and every
 * equation that follows from it holds there.
 */
export function checkDerivations(
  text: string,
  statements: readonly Statement[],
  carried: Carried | undefined,
  fuel: Fuel,
): Claim[] {
  const claims: Claim[] = [];
  statements.forEach((statement, index) => {
    const before = statements[index - 1];
    const source = before ?? carried?.statement;
    if (source === undefined) return;
    const between =
      before === undefined
        ? `${carried?.tail} ${text.slice(0, statement.start)}`
        : text.slice(before.end, statement.start);
    if (
      readConnection(between) !== "follows" &&
      !(before !== undefined && isRewritten(before, statement, between))
    )
      return;
    const claim = isOneOfSeveral(text, before, statement)
      ? (checkRoot(text, source, statement, fuel) ?? checkCommonRoot(text, source, statement, between, fuel))
      : (checkPair(text, source, statement, fuel) ??
        checkRoot(text, source, statement, fuel) ??
        checkCommonRoot(text, source, statement, between, fuel) ??
        checkOrder(text, source, statement, fuel));
    if (claim !== undefined) claims.push(claim);
  });
  return claims;
}

/** `38 = 2(l + 15)`, then `38 = 2l + 30`: the same left side, and the right side in another form. */
function isRewritten(before: Statement, statement: Statement, between: string): boolean {
  const [left, right] = before.sides;
  return (
    left !== undefined &&
    left.text === statement.sides[0]?.text &&
    left.expr.kind !== "symbol" &&
    right?.isLiteral === false &&
    /^\s*$/.test(between)
  );
}

/** `x + 18 = 0 or x - 16 = 0`, `x = 5 or x = -2`: each alternative has its own solution. */
function isOneOfSeveral(text: string, source: Statement | undefined, target: Statement): boolean {
  const after = text.slice(target.end, target.end + 30);
  const before = source === undefined ? "" : text.slice(Math.max(0, source.start - 20), source.start);
  return (
    /^[^.\n]*\b(?:or|and)\b/.test(after) || /^\s*[,;]/.test(after) || /\b(?:or|and)\b[^.]*$/.test(before)
  );
}

function checkPair(text: string, source: Statement, target: Statement, fuel: Fuel): Claim | undefined {
  const from = equationOf(source);
  const to = equationOf(target);
  if (from === undefined || to === undefined || isSolved(from)) return undefined;
  const names = new Set([...namesOf(from), ...namesOf(to)]);
  const [name] = names;
  if (name === undefined || names.size !== 1 || namesOf(from).size !== 1 || namesOf(to).size !== 1)
    return undefined;
  const solution = solveLinear(from.equation, name, fuel);
  if (solution === undefined) return undefined;
  const gap = gapAt(to.equation, name, solution, fuel);
  const size = evaluateAt(to.equation.left, name, solution, fuel);
  if (gap === undefined || size === undefined) return undefined;
  const place = { kind: "equality" as const, start: target.start, end: target.end };
  if (gap.n === 0n) return { ...place, verdict: "true" };
  const error = Math.abs(rationalToNumber(gap));
  const isClear = error > 0.02 * Math.abs(rationalToNumber(size)) && error > 10 ** -decimalsOf(target);
  const isFalse = isClear && !readManner(text, target.start, target.end).isHypothetical;
  return isFalse
    ? { ...place, verdict: "false", expected: `${name} = ${formatRational(solution)}` }
    : { ...place, verdict: "unknown" };
}

/** Checks a value that is said to solve an equation of any degree: it must satisfy it. */
function checkRoot(text: string, source: Statement, target: Statement, fuel: Fuel): Claim | undefined {
  const from = equationOf(source);
  const to = equationOf(target);
  if (from === undefined || to === undefined || isSolved(from)) return undefined;
  const { left, right } = to.equation;
  const names = namesOf(from);
  if (left.kind !== "symbol" || names.size !== 1 || !names.has(left.name)) return undefined;
  const root = evaluateExact(right, fuel);
  // A linear equation has been judged, and a decimal may be rounded.
  if (
    typeof root === "string" ||
    decimalsOf(target) > 0 ||
    solveLinear(from.equation, left.name, fuel) !== undefined
  )
    return undefined;
  const gap = gapAt(from.equation, left.name, root, fuel);
  if (gap === undefined) return undefined;
  const place = { kind: "equality" as const, start: target.start, end: target.end };
  if (gap.n === 0n) return { ...place, verdict: "true" };
  if (decimalsOf(source) > 0 || readManner(text, target.start, target.end).isHypothetical)
    return { ...place, verdict: "unknown" };
  return { ...place, verdict: "false", expected: `a solution of ${from.left.text} = ${from.right.text}` };
}

/** A sum or a power between two equations: what is said of it may be more than that the second follows. */
const expression = /\^|[A-Za-z\d)]\s*[-+]\s*[A-Za-z\d(]/;

/**
 * Whatever follows from an equation of a higher degree in one letter, a case of it included, has a solution in common
 * with it.
 */
function checkCommonRoot(
  text: string,
  source: Statement,
  target: Statement,
  between: string,
  fuel: Fuel,
): Claim | undefined {
  if (expression.test(between)) return undefined;
  const from = equationOf(source);
  const to = equationOf(target);
  if (from === undefined || to === undefined || isSolved(from)) return undefined;
  const [name, ...others] = symbolsOf(from.equation.right, namesOf(from));
  if (name === undefined || others.length > 0 || decimalsOf(source) + decimalsOf(target) > 0)
    return undefined;
  const [a, b] = [polynomialOf(from, name, fuel), polynomialOf(to, name, fuel)];
  if (a === undefined || b === undefined || a.length < 3 || b.length < 2) return undefined;
  if (haveCommonRoot(a, b, fuel) || readManner(text, target.start, target.end).isHypothetical)
    return undefined;
  return {
    kind: "equality",
    start: target.start,
    end: target.end,
    verdict: "false",
    expected: `a solution of ${from.left.text} = ${from.right.text}`,
  };
}

/** Coefficients of left - right, from the constant up. */
function polynomialOf({ equation }: ReadEquation, name: string, fuel: Fuel): Rational[] | undefined {
  const [a, b] = [toPolynomial(equation.left, fuel), toPolynomial(equation.right, fuel)];
  return a === undefined || b === undefined
    ? undefined
    : coefficientsOf(subtractPolynomials(a, b, one, fuel), name);
}

/**
 * Checks a linear inequality in one letter that is said to follow from another: both have the letter on one side of a
 * number. Numbers less than 1 apart may stand for the same whole numbers, and so may `x > 3` and `x >= 4`. Behind a bound of
 * the letter itself, a weaker one follows, and a stronger one may rest on what the letter counts.
 */
function checkOrder(text: string, source: Statement, target: Statement, fuel: Fuel): Claim | undefined {
  const [from, to] = [rangeOf(source, fuel), rangeOf(target, fuel)];
  if (from === undefined || to === undefined || from.name !== to.name) return undefined;
  const place = { kind: "comparison" as const, start: target.start, end: target.end };
  const isSameBound = sameRational(from.bound, to.bound);
  if (from.isAbove === to.isAbove && isSameBound && from.isOpen === to.isOpen)
    return { ...place, verdict: "true" };
  const gap = Math.abs(rationalToNumber(from.bound) - rationalToNumber(to.bound));
  const isOff = from.isOpen === to.isOpen ? gap >= 1 : gap > 1;
  const isFalse = from.isAbove === to.isAbove ? isOff && !from.isSolved : isSameBound;
  if (!isFalse || decimalsOf(target) > 0 || readManner(text, target.start, target.end).isHypothetical)
    return { ...place, verdict: "unknown" };
  const sign = `${from.isAbove ? ">" : "<"}${from.isOpen ? "" : "="}`;
  return { ...place, verdict: "false", expected: `${from.name} ${sign} ${formatRational(from.bound)}` };
}

/** The values of a letter above or below a bound. */
interface Range {
  readonly name: string;
  readonly bound: Rational;
  readonly isAbove: boolean;
  readonly isOpen: boolean;
  /** Written as a bound of the letter alone. */
  readonly isSolved: boolean;
}

function rangeOf({ sides, signs }: Statement, fuel: Fuel): Range | undefined {
  const [left, right] = sides;
  const [sign, ...others] = signs;
  if (
    sign === undefined ||
    others.length > 0 ||
    !/^[<>]=?$/.test(sign) ||
    left === undefined ||
    right === undefined
  )
    return undefined;
  const read = equationOf({ sides, signs: ["="] });
  const [name, ...more] = read === undefined ? [] : namesOf(read);
  if (read === undefined || name === undefined || more.length > 0) return undefined;
  const bound = solveLinear(read.equation, name, fuel);
  const slope = polynomialOf(read, name, fuel)?.[1];
  if (bound === undefined || slope === undefined || slope.n === 0n) return undefined;
  return {
    name,
    bound,
    isAbove: sign.startsWith(">") === slope.n > 0n,
    isOpen: sign.length === 1,
    isSolved: isSolved(read),
  };
}

interface ReadEquation {
  readonly equation: Equation;
  readonly left: Side;
  readonly right: Side;
}

/** A statement as one exact equation, or undefined where it is none or may be read in another way. */
function equationOf({ sides, signs }: Pick<Statement, "sides" | "signs">): ReadEquation | undefined {
  const [left, right] = sides;
  if (signs.length !== 1 || signs[0] !== "=" || left === undefined || right === undefined) return undefined;
  if (left.isAmbiguous || right.isAmbiguous || left.hasPercent || right.hasPercent) return undefined;
  // "f(3)" may be the value of a function.
  if (/[a-zA-Z] ?\(/.test(`${left.text} ${right.text}`.replace(/\\[A-Za-z]+/g, ""))) return undefined;
  return { equation: { left: left.expr, right: right.expr }, left, right };
}

function namesOf({ left, right }: ReadEquation): Set<string> {
  return symbolsOf(right.expr, symbolsOf(left.expr));
}

/** `x = 5` gives a value: what comes next may give another one, as in a list of solutions or cases. */
function isSolved({ left, right }: ReadEquation): boolean {
  return (
    (left.expr.kind === "symbol" && !right.hasSymbol) || (right.expr.kind === "symbol" && !left.hasSymbol)
  );
}

function decimalsOf({ sides }: Statement): number {
  return Math.max(0, ...sides.map((side) => side?.decimals ?? 0));
}
