import type { Expr } from "../parse/expr.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalPiecewise } from "./equal-piecewise.ts";
import { equalScalars } from "./equal-scalars.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";
import type { ValueComparer } from "./value-comparer.ts";

/** Compares proportions term by term, up to a common factor. */
export function equalRatios(gold: Value, answer: Value, context: CompareContext): Outcome {
  if (gold.kind !== "ratio" || answer.kind !== "ratio" || gold.terms.length !== answer.terms.length)
    return differentBy("structural");
  const [a, ...restA] = gold.terms;
  const [b, ...restB] = answer.terms;
  if (a === undefined || b === undefined) return differentBy("structural");
  for (let at = 0; at < restA.length; at++) {
    const [x, y] = [restA[at], restB[at]];
    if (x === undefined || y === undefined) return differentBy("structural");
    const outcome = equalScalars(times(a, y), times(b, x), context);
    if (outcome.result !== "equal") return outcome;
  }
  return equalBy("structural");
}

/**
 * Compares residue classes: the same modulus, residues that differ by a multiple of it, and the same left side where
 * both have one.
 */
export function equalCongruences(gold: Value, answer: Value, context: CompareContext): Outcome {
  if (gold.kind !== "congruence" || answer.kind !== "congruence") return equalResidue(gold, answer, context);
  const sameModulus = equalScalars(gold.modulus, answer.modulus, context);
  if (sameModulus.result !== "equal") return sameModulus;
  if (gold.left !== undefined && answer.left !== undefined) {
    const sameLeft = equalScalars(gold.left, answer.left, context);
    if (sameLeft.result !== "equal") return sameLeft;
  }
  const same = equalScalars(gold.residue, answer.residue, context);
  if (same.result === "equal") return same;
  const rest = (residue: Expr): Expr => ({ kind: "call", name: "mod", args: [residue, gold.modulus] });
  return equalScalars(rest(gold.residue), rest(answer.residue), context);
}

/** A number for the residue itself; whether another member of the class was asked for is not known. */
function equalResidue(gold: Value, answer: Value, context: CompareContext): Outcome {
  const [residue, number] = gold.kind === "congruence" ? [gold, answer] : [answer, gold];
  if (residue.kind !== "congruence" || number.kind !== "scalar" || number.mark !== undefined)
    return differentBy("structural");
  const same = equalScalars(residue.residue, number.expr, context);
  if (same.result === "equal") return same;
  const rest = (expr: Expr): Expr => ({ kind: "call", name: "mod", args: [expr, residue.modulus] });
  const inClass = equalScalars(rest(residue.residue), rest(number.expr), context);
  return inClass.result === "different" ? differentBy("structural") : undecidedOutcome;
}

/** Compares values by condition: row by row, else as functions of one real variable where they are. */
export function equalCases(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  const byRows = equalRows(gold, answer, context, compare);
  return byRows.result === "equal" ? byRows : (equalPiecewise(gold, answer, context) ?? byRows);
}

/** Each row needs a row with an equal condition and an equal value. */
function equalRows(gold: Value, answer: Value, context: CompareContext, compare: ValueComparer): Outcome {
  if (gold.kind !== "cases" || answer.kind !== "cases" || gold.rows.length !== answer.rows.length)
    return differentBy("structural");
  for (const [value, when] of gold.rows) {
    const partner = answer.rows.find((row) => compare(when, row[1], context).result === "equal");
    if (partner === undefined) return differentBy("structural");
    const outcome = compare(value, partner[0], context);
    if (outcome.result !== "equal") return outcome;
  }
  return equalBy("structural");
}

function times(left: Expr, right: Expr): Expr {
  return { kind: "multiply", left, right };
}
