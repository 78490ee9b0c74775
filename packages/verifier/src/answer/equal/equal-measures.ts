import type { Expr } from "../parse/expr.ts";
import { hasSymbol, someExpr } from "../parse/expr-walk.ts";
import { isCollective } from "../value/collective.ts";
import { markedExpr } from "../value/marked-expr.ts";
import type { Unit } from "../value/unit.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalUpToConstant } from "./equal-constants.ts";
import { equalFamilies } from "./equal-families.ts";
import { equalQuantities } from "./equal-quantities.ts";
import { equalScalars } from "./equal-scalars.ts";
import { differentBy, type Outcome, undecidedOutcome } from "./outcome.ts";

type Measure = Value & { kind: "scalar" | "quantity" };
type Scalar = Value & { kind: "scalar" };

/** Compares numbers, expressions and quantities under the unit and percent rules of the policy. */
export function equalMeasures(gold: Measure, answer: Measure, context: CompareContext): Outcome {
  if (gold.kind === "quantity" && answer.kind === "quantity") {
    // Letters on both sides are products: what else they are as units shows against a plain quantity alone.
    if (gold.isWeak && answer.isWeak && !haveSameFactors(gold.unit, answer.unit))
      return differentBy("structural");
    return equalQuantities(gold, answer, context);
  }
  if (gold.kind === "quantity") {
    if (gold.isWeak) return differentBy("structural");
    if (context.policy.units === "required") return differentBy("structural", "missing_unit");
    const bare = answer as Scalar;
    if (bare.mark !== undefined) return differentBy("structural", "unit_mismatch");
    if (isCollective(gold.unit)) return undecidedOutcome;
    return equalMarked({ kind: "scalar", expr: gold.expr }, bare, context);
  }
  if (answer.kind === "quantity") {
    if (answer.isWeak) return differentBy("structural");
    if (gold.mark !== undefined) return differentBy("structural", "unit_mismatch");
    if (isCollective(answer.unit)) return undecidedOutcome;
    return equalMarked(gold, { kind: "scalar", expr: answer.expr }, context);
  }
  return equalMarked(gold, answer, context);
}

function haveSameFactors({ factors }: Unit, other: Unit): boolean {
  return (
    factors.length === other.factors.length &&
    factors.every(({ name }, at) => name === other.factors[at]?.name)
  );
}

function equalMarked(gold: Scalar, answer: Scalar, context: CompareContext): Outcome {
  if (gold.mark === undefined && answer.mark === undefined)
    return equalPlain(gold.expr, answer.expr, context);
  if (gold.mark === answer.mark) return equalScalars(gold.expr, answer.expr, context);
  if (isAngle(gold) || isAngle(answer)) return equalAngles(gold, answer, context);
  const strict = equalScalars(exprOfMark(gold), exprOfMark(answer), context);
  if (strict.result === "equal" || context.policy.percent === "strict") return strict;
  return equalScalars(gold.expr, answer.expr, context);
}

/** A bare number beside degrees is a number of degrees; an expression in π is one of radians. */
function equalAngles(gold: Scalar, answer: Scalar, context: CompareContext): Outcome {
  if (gold.mark === "percent" || answer.mark === "percent") return differentBy("structural");
  if (gold.mark !== undefined && answer.mark !== undefined)
    return equalScalars(exprOfMark(gold), exprOfMark(answer), context);
  if (gold.mark === "radians" || answer.mark === "radians")
    return equalScalars(gold.expr, answer.expr, context);
  if (context.policy.angles === "strict") return equalScalars(exprOfMark(gold), exprOfMark(answer), context);
  const bare = gold.mark === undefined ? gold.expr : answer.expr;
  if (!someExpr(bare, (part) => part.kind === "constant" && part.name === "pi"))
    return equalScalars(gold.expr, answer.expr, context);
  return equalScalars(exprOfMark(gold), exprOfMark(answer), context);
}

function isAngle(value: Scalar): boolean {
  return value.mark === "degrees" || value.mark === "radians";
}

/** Expressions without marks: also as families with a whole-number parameter, and up to a constant of integration. */
function equalPlain(gold: Expr, answer: Expr, context: CompareContext): Outcome {
  const outcome = equalScalars(gold, answer, context);
  if (outcome.result === "equal" || !hasSymbol(gold) || !hasSymbol(answer)) return outcome;
  return equalFamilies(gold, answer, context) ?? equalUpToConstant(gold, answer, context) ?? outcome;
}

function exprOfMark(value: Scalar): Expr {
  return markedExpr(value);
}
