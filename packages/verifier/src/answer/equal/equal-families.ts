import { type Expr, integerExpr } from "../parse/expr.ts";
import { replaceSymbol, someExpr, symbolsOf } from "../parse/expr-walk.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalScalars } from "./equal-scalars.ts";
import { evaluateApprox } from "./evaluate-approx.ts";
import { indexLetters } from "./name-range.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";

const shared: Expr = { kind: "symbol", name: "bound 0" };

/** Name whose undeclared use beside π means a whole number and hardly anything else: (n - 2)π is a sum of angles. */
const surestName = "k";

interface Family {
  /** The expression, linear in the shared name. */
  readonly expr: Expr;
  readonly progression: Progression;
  /** How sure it is that the parameter runs over all whole numbers, so that a shift changes nothing. */
  readonly isEndless: "declared" | "surely" | "maybe" | "no";
}

/**
 * Compares expressions that are linear in one whole-number parameter each, such as kπ and nπ: the name does not matter,
 * nor does a shift: a + kd = b + kd' where d = ±d' and a - b is a whole multiple of d. A name is such a parameter where it
 * was declared so (`k ∈ ℤ`), or is customary and the expression an angle (π/4 + kπ, but not 2 - kπ). An undeclared n on
 * both sides may also be the number of something: then a shift is undecided. Undefined where the sides are no families.
 */
export function equalFamilies(gold: Expr, answer: Expr, context: CompareContext): Outcome | undefined {
  const a = readFamily(gold, context);
  const b = a === undefined ? undefined : readFamily(answer, context);
  if (a === undefined || b === undefined) return undefined;
  if (equalScalars(a.expr, b.expr, context).result === "equal") return equalBy("structural");
  if (a.isEndless === "no" || b.isEndless === "no") return undefined;
  if (!isSameProgression(a.progression, b.progression, context)) return differentBy("structural");
  return a.isEndless === "maybe" && b.isEndless === "maybe" ? undecidedOutcome : equalBy("structural");
}

/** Tells whether an expression lists angles by a customary letter that is not declared: π/6 + kπ. */
export function isAngleFamily(expr: Expr, name: string, context: CompareContext): boolean {
  const family = readFamily(expr, { ...context, integers: [], fixed: [] });
  return family !== undefined && family.isEndless !== "no" && symbolsOf(expr).has(name);
}

function readFamily(expr: Expr, context: CompareContext): Family | undefined {
  const hasPi = someExpr(expr, isPi);
  const isDeclared = (name: string) => context.integers?.includes(name) === true;
  const isFixed = (name: string) => context.fixed?.includes(name) === true;
  const parameters = [...symbolsOf(expr)].filter(
    (name) => isDeclared(name) || (hasPi && indexLetters.has(name)),
  );
  const [name] = parameters;
  if (name === undefined || parameters.length !== 1) return undefined;
  const renamed = replaceSymbol(expr, name, shared);
  const linear = progression(renamed, context);
  if (linear === undefined) return undefined;
  const isAngle = isAngleLike(at0(renamed)) && symbolsOf(expr).size === 1;
  const isEndless = isDeclared(name)
    ? "declared"
    : isFixed(name) || !isAngle
      ? "no"
      : name === surestName
        ? "surely"
        : "maybe";
  return { expr: renamed, progression: linear, isEndless };
}

function isPi(part: Expr): boolean {
  return part.kind === "constant" && part.name === "pi";
}

function at0(expr: Expr): Expr {
  return replaceSymbol(expr, "bound 0", integerExpr(0));
}

const arcs: ReadonlySet<string> = new Set(["arcsin", "arccos", "arctan"]);

/** Tells whether every term of the start is an angle: a multiple of π, an arc function, degrees, or nothing. */
function isAngleLike(start: Expr): boolean {
  if (start.kind === "add") return isAngleLike(start.left) && isAngleLike(start.right);
  if (start.kind === "negate") return isAngleLike(start.operand);
  if (someExpr(start, (part) => isPi(part) || (part.kind === "call" && arcs.has(part.name)))) return true;
  return start.kind === "number" ? start.value.n === 0n : someExpr(start, isZeroFactor);
}

function isZeroFactor(part: Expr): boolean {
  return part.kind === "degrees" || (part.kind === "number" && part.value.n === 0n);
}

interface Progression {
  readonly start: Expr;
  readonly step: Expr;
}

/** The start and step of an expression that is linear in the parameter. */
function progression(expr: Expr, context: CompareContext): Progression | undefined {
  const at = (value: number) => replaceSymbol(expr, "bound 0", integerExpr(value));
  const step = difference(at(1), at(0));
  const isLinear = equalScalars(step, difference(at(2), at(1)), context).result === "equal";
  return isLinear ? { start: at(0), step } : undefined;
}

function isSameProgression(a: Progression, b: Progression, context: CompareContext): boolean {
  const isStep = (step: Expr) => equalScalars(a.step, step, context).result === "equal";
  if (!isStep(b.step) && !isStep({ kind: "negate", operand: b.step })) return false;
  const shift = difference(a.start, b.start);
  const none = () => Number.NaN;
  const ratio = evaluateApprox(shift, none, context.fuel).re / evaluateApprox(a.step, none, context.fuel).re;
  if (!(Math.abs(ratio) < 1e6)) return false;
  const steps: Expr = { kind: "multiply", left: integerExpr(Math.round(ratio)), right: a.step };
  return equalScalars(shift, steps, context).result === "equal";
}

function difference(left: Expr, right: Expr): Expr {
  return { kind: "add", left, right: { kind: "negate", operand: right } };
}
