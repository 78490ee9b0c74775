import { type Expr, numberExpr } from "../parse/expr.ts";
import { divRational, mulRational, type Rational, sameRational } from "../value/rational.ts";
import type { Unit } from "../value/unit.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalScalars } from "./equal-scalars.ts";
import { differentBy, type Outcome, undecidedOutcome } from "./outcome.ts";

type Quantity = Value & { kind: "quantity" };

/** Compares two quantities in every meaning of their units: `ms^{-2}` is a metre by a second squared, too. */
export function equalQuantities(gold: Quantity, answer: Quantity, context: CompareContext): Outcome {
  let worst: Outcome | undefined;
  for (const unit of [gold.unit, ...gold.unit.others])
    for (const other of [answer.unit, ...answer.unit.others]) {
      const outcome = equalInUnits({ ...gold, unit }, { ...answer, unit: other }, context);
      if (outcome.result === "equal") return outcome;
      if (worst === undefined || outcome.reason !== "unit_mismatch") worst = outcome;
    }
  return worst ?? differentBy("structural", "unit_mismatch");
}

function equalInUnits(gold: Quantity, answer: Quantity, context: CompareContext): Outcome {
  if (gold.unit.dimension !== answer.unit.dimension && !areSameThings(gold.unit, answer.unit))
    return differentBy("structural", "unit_mismatch");
  // In the unit of the gold: its places as written count under some policies.
  const size = divRational(answer.unit.size, gold.unit.size, context.fuel);
  const outcome = equalScalars(gold.expr, scaled(answer.expr, size), context);
  const shift = shiftOf(gold.unit, answer.unit, context);
  if (shift === undefined) return outcome;
  const left: Expr = { kind: "add", left: gold.expr, right: numberExpr(shift) };
  const onScale = equalScalars(left, scaled(answer.expr, size), context);
  // A difference of 20 °C is one of 20 K, a temperature of 20 °C is not.
  return onScale.result !== "equal" && outcome.result === "equal" ? undecidedOutcome : onScale;
}

/** What to add to a temperature of the gold so that both scales start at one point; undefined for other units. */
function shiftOf(gold: Unit, answer: Unit, { fuel }: CompareContext): Rational | undefined {
  const zero = { n: 0n, d: 1n };
  if (gold.zero === undefined && answer.zero === undefined) return undefined;
  if (gold.measured !== "temperature^1") return undefined;
  const inGold = mulRational(answer.zero ?? zero, divRational(answer.size, gold.size, fuel), fuel);
  const mine = gold.zero ?? zero;
  if (sameRational(inGold, mine)) return undefined;
  return { n: mine.n * inGold.d - inGold.n * mine.d, d: mine.d * inGold.d };
}

/**
 * Tells whether units with words mean the same things: one says less (`12 apples`, `12 red apples`), or names what the
 * other only measures (`5 kg`, `5 kg of rice`). `5 red balls` are no `5 blue balls`.
 */
function areSameThings(a: Unit, b: Unit): boolean {
  if (a.measured !== b.measured) return areDollars(a.measured, b.measured);
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (short.length === 0) return a.measured !== "";
  return short.at(-1) === long.at(-1) && short.every((word) => long.includes(word));
}

/** A dollar may be that of any country, but one country's is not another's. */
function areDollars(a: string, b: string): boolean {
  return (a === "dollar^1" && b.endsWith("_dollar^1")) || (b === "dollar^1" && a.endsWith("_dollar^1"));
}

function scaled(expr: Expr, size: Rational): Expr {
  if (size.n === 1n && size.d === 1n) return expr;
  return { kind: "multiply", left: expr, right: numberExpr(size) };
}
