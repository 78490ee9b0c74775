import { type Expr, integerExpr } from "../parse/expr.ts";
import { replaceSymbol, symbolsOf } from "../parse/expr-walk.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalScalars } from "./equal-scalars.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";

/** Names of free constants, the surest first; those of one line are used side by side. */
const constantNames: readonly RegExp[] = [
  /^C(?:_.+)?$/,
  /^c(?:_.+)?$/,
  /^(?:konst|const|constante?|costante)$/i,
  /^K(?:_.+)?$/,
  /^[AB]$/,
  /^k(?:_.+)?$/,
];

/** Variables that functions have; beside others (`a + b + c`) a letter is given by the problem. */
const functionVariable = /^(?:[xyztuvwrs]|theta|phi|varphi|rho|x_.+)$/;

/** Most constants that are told apart. */
const maxConstants = 3;
const shared = (at: number) => `free ${at}`;

/**
 * Compares expressions with a free constant, the same but for its name: `Ke^x` and `Ce^x`. Where the problem is known to
 * ask for an antiderivative or the solution of a differential equation, a constant may also be shifted and scaled
 * (`x^2+C` and `x^2+1-2C`); where that is not known, a shifted capital C is undecided. Undefined where a side has no such
 * constant, or none of this makes them equal.
 */
export function equalUpToConstant(gold: Expr, answer: Expr, context: CompareContext): Outcome | undefined {
  const [a, b] = [constantsOf(gold), constantsOf(answer)];
  if (a.length === 0 || a.length !== b.length || a.length > maxConstants) return undefined;
  const named = rename(gold, a);
  const isIndexed = a.every((name) => name.includes("_"));
  for (const order of isSame(a, b) && !isIndexed && context.constant !== "free" ? [a] : orders(b))
    if (equalScalars(named, rename(answer, order), context).result === "equal") return equalBy("structural");
  if (context.constant === "literal") return undefined;
  const scaled = a.length === 1 ? equalLinear(named, rename(answer, b), context) : undefined;
  if (context.constant === "free") return scaled === undefined ? undecidedOutcome : differenceOf(scaled);
  if (!a.every(isIntegrationConstant) || !b.every(isIntegrationConstant)) return undefined;
  if (scaled === "scaled") return equalBy("structural");
  return scaled === "shifted" ? undecidedOutcome : undefined;
}

function differenceOf(scaled: Relation): Outcome {
  return scaled === "other" ? differentBy("structural") : equalBy("structural");
}

function isIntegrationConstant(name: string): boolean {
  return constantNames[0]?.test(name) === true;
}

/** The free constants of an expression in the variables of a function; none where there are other letters. */
function constantsOf(expr: Expr): readonly string[] {
  const names = [...symbolsOf(expr)];
  const pattern = constantNames.find((one) => names.some((name) => one.test(name)));
  if (pattern === undefined) return [];
  const constants = names.filter((name) => pattern.test(name));
  const others = names.filter((name) => !pattern.test(name));
  const isFunction = others.some((name) => functionVariable.test(name));
  return isFunction && others.every(isAllowed) ? constants : [];
}

/** A letter that may stand beside a constant: a variable, or a parameter such as the k of `e^{kx}`. */
function isAllowed(name: string): boolean {
  return functionVariable.test(name) || /^[klmpqnω]$|^(?:omega|lambda|alpha|beta|mu)$/.test(name);
}

function rename(expr: Expr, names: readonly string[]): Expr {
  return names.reduce((renamed, name, at) => replaceSymbol(renamed, name, symbol(shared(at))), expr);
}

/** How one expression that is linear in the constant differs from another. */
type Relation = "scaled" | "shifted" | "other";

/**
 * Compares g0 + C g1 with a0 + C a1: the same set of functions where a1 / g1 and (a0 - g0) / g1 do not depend on the
 * variables, "scaled" where a0 = g0. Undefined where a side is not linear in its constant.
 */
function equalLinear(gold: Expr, answer: Expr, context: CompareContext): Relation | undefined {
  const [g, a] = [linearIn(gold, context), linearIn(answer, context)];
  if (g === undefined || a === undefined) return undefined;
  const isConstantRatio = (top: Expr, bottom: Expr) =>
    isEqual(multiply(top, elsewhere(bottom)), multiply(elsewhere(top), bottom), context);
  const shift = minus(a.rest, g.rest);
  if (!isConstantRatio(a.factor, g.factor) || !isConstantRatio(shift, g.factor)) return "other";
  return isEqual(integerExpr(0), shift, context) ? "scaled" : "shifted";
}

function linearIn(expr: Expr, context: CompareContext): { rest: Expr; factor: Expr } | undefined {
  const at = (value: number) => replaceSymbol(expr, shared(0), integerExpr(value));
  const factor = minus(at(1), at(0));
  return isEqual(factor, minus(at(2), at(1)), context) ? { rest: at(0), factor } : undefined;
}

/** The expression with other variables in place of its own. */
function elsewhere(expr: Expr): Expr {
  const names = [...symbolsOf(expr)];
  return names.reduce<Expr>((moved, name) => replaceSymbol(moved, name, symbol(`other ${name}`)), expr);
}

function isEqual(left: Expr, right: Expr, context: CompareContext): boolean {
  return equalScalars(left, right, context).result === "equal";
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.every((name) => b.includes(name));
}

function orders(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length < 2) return [names];
  return names.flatMap((name, at) =>
    orders(names.filter((_, other) => other !== at)).map((rest) => [name, ...rest]),
  );
}

function symbol(name: string): Expr {
  return { kind: "symbol", name };
}

function multiply(left: Expr, right: Expr): Expr {
  return { kind: "multiply", left, right };
}

function minus(left: Expr, right: Expr): Expr {
  return { kind: "add", left, right: { kind: "negate", operand: right } };
}
