import { type Expr, integerExpr } from "../parse/expr.ts";
import { replaceSymbol, someExpr, symbolsOf } from "../parse/expr-walk.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalScalars } from "./equal-scalars.ts";
import { evaluateApprox } from "./evaluate-approx.ts";
import { differentBy, equalBy, type Outcome } from "./outcome.ts";

/** Names that stand for any whole number where solutions of trigonometric equations are listed. */
const customaryNames: ReadonlySet<string> = new Set(["k", "n", "m", "l", "j"]);
const shared: Expr = { kind: "symbol", name: "bound 0" };

/** Name whose undeclared use beside π means a whole number and hardly anything else: (n - 2)π is a sum of angles. */
const surestName = "k";

interface Family {
  /** The expression, linear in the shared name. */
  readonly expr: Expr;
  readonly progression: Progression;
  /** Shifting the parameter is known to change nothing: it was declared, or is a k. */
  readonly mayShift: boolean;
}

/**
 * Compares expressions that are linear in one whole-number parameter each, such as kπ and nπ: the name does not matter.
 * Where the parameter was declared so (`k ∈ ℤ`) or is k, nor does a shift: a + kd = b + kd' where d = ±d' and a - b
 * is a whole multiple of d. A name is a parameter when it was declared, or is customary and stands beside π. Undefined
 * where the sides are no such families.
 */
export function equalFamilies(gold: Expr, answer: Expr, context: CompareContext): Outcome | undefined {
  const a = readFamily(gold, context);
  const b = a === undefined ? undefined : readFamily(answer, context);
  if (a === undefined || b === undefined) return undefined;
  if (equalScalars(a.expr, b.expr, context).result === "equal") return equalBy("structural");
  if (!a.mayShift || !b.mayShift) return undefined;
  return isSameProgression(a.progression, b.progression, context)
    ? equalBy("structural")
    : differentBy("structural");
}

function readFamily(expr: Expr, context: CompareContext): Family | undefined {
  const hasPi = someExpr(expr, (part) => part.kind === "constant" && part.name === "pi");
  const isDeclared = (name: string) => context.integers?.includes(name) === true;
  const parameters = [...symbolsOf(expr)].filter(
    (name) => isDeclared(name) || (hasPi && customaryNames.has(name)),
  );
  const [name] = parameters;
  if (name === undefined || parameters.length !== 1) return undefined;
  const renamed = replaceSymbol(expr, name, shared);
  const linear = progression(renamed, context);
  if (linear === undefined) return undefined;
  return { expr: renamed, progression: linear, mayShift: isDeclared(name) || name === surestName };
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
