import type { Expr } from "../parse/expr.ts";
import type { RelationSign } from "../parse/node.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { isSolvedForm } from "./equal-solved.ts";
import { ModularEvaluator } from "./evaluate-modular.ts";
import { hashPair } from "./keyed-random.ts";
import { differentBy, equalBy, type Outcome } from "./outcome.ts";
import { inverseMod, mulMod, primeField } from "./prime-field.ts";
import type { ValueComparer } from "./value-comparer.ts";

type Relation = Value & { kind: "relation" };

/** Random points at which the ratio of two equations must be the same constant. */
const pointsToAgree = 4;

/**
 * Compares equations and inequalities. Two equations are equal when one is a constant multiple of the other
 * (`2x + 4y = 3` and `y = 3/4 - x/2`); inequalities side by side, after turning > into <.
 */
export function equalRelations(
  gold: Relation,
  answer: Relation,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  const names = namesOf(gold);
  const others = names === undefined ? undefined : namesOf(answer);
  if (names !== undefined && others !== undefined)
    return names.size === others.size && [...names].every((name) => others.has(name))
      ? equalBy("structural")
      : differentBy("structural");
  const a = orient(gold);
  const b = orient(answer);
  if (a.signs.length !== b.signs.length || a.signs.some((sign, index) => sign !== b.signs[index]))
    return differentBy("structural");
  const [sign] = a.signs;
  if (a.signs.length === 1 && sign !== undefined && figureSigns.has(sign))
    return equalFigures(a.sides, b.sides, context, compare);
  const isEquation = a.signs.length === 1 && a.signs[0] === "=";
  if (isEquation) {
    const [left, right] = [difference(a.sides), difference(b.sides)];
    if (left !== undefined && right !== undefined) {
      const outcome = equalMultiples(left, right, context);
      return outcome.result === "equal" || !isSolvedForm(gold, answer, context)
        ? outcome
        : equalBy("structural");
    }
  }
  for (let index = 0; index < a.sides.length; index++) {
    const [x, y] = [a.sides[index], b.sides[index]];
    if (x === undefined || y === undefined) return differentBy("structural");
    const outcome = compare(x, y, context);
    if (outcome.result !== "equal") return outcome;
  }
  return equalBy("structural");
}

/** Signs between figures, which say the same from both sides. */
const figureSigns: ReadonlySet<RelationSign> = new Set(["parallel", "perp", "cong", "sim"]);

/** `AB ∥ CD` is `CD ∥ AB`. */
function equalFigures(
  gold: readonly Value[],
  answer: readonly Value[],
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  const inOrder = (sides: readonly Value[]) =>
    gold.every((side, at) => {
      const other = sides[at];
      return other !== undefined && compare(side, other, context).result === "equal";
    });
  return inOrder(answer) || inOrder([...answer].reverse())
    ? equalBy("structural")
    : differentBy("structural");
}

/** The names of `a = b = c`, whose order does not matter. */
function namesOf({ signs, sides }: Relation): ReadonlySet<string> | undefined {
  if (sides.length < 3 || signs.some((sign) => sign !== "=")) return undefined;
  const names = new Set<string>();
  for (const side of sides)
    if (side.kind === "scalar" && side.expr.kind === "symbol") names.add(side.expr.name);
  return names.size === sides.length ? names : undefined;
}

/** Reads a > b as b < a, and a chain a > b > c as c < b < a. */
function orient(relation: Relation): { signs: readonly RelationSign[]; sides: readonly Value[] } {
  if (!relation.signs.every((sign) => sign === ">" || sign === ">=")) return relation;
  const signs = relation.signs.map((sign): RelationSign => (sign === ">" ? "<" : "<=")).reverse();
  return { signs, sides: [...relation.sides].reverse() };
}

function difference(sides: readonly Value[]): Expr | undefined {
  const [left, right] = sides;
  if (
    left?.kind !== "scalar" ||
    right?.kind !== "scalar" ||
    left.mark !== undefined ||
    right.mark !== undefined
  )
    return undefined;
  return { kind: "add", left: left.expr, right: { kind: "negate", operand: right.expr } };
}

/** Tells whether a is a nonzero constant times b, by the ratio at random points of one prime field. */
function equalMultiples(a: Expr, b: Expr, context: CompareContext): Outcome {
  const field = primeField(hashPair(context.seed, 7));
  let ratio: number | undefined;
  let hasAtoms = false;
  for (let agreed = 0, attempt = 0; agreed < pointsToAgree && attempt < 2 * pointsToAgree; attempt++) {
    const evaluator = new ModularEvaluator(field, hashPair(context.seed, attempt + 2000), context.fuel);
    const x = evaluator.evaluate(a);
    const y = evaluator.evaluate(b);
    hasAtoms ||= evaluator.hasAtoms;
    if (x === undefined || y === undefined) continue;
    if (x === 0 || y === 0) {
      if (x === y) continue;
      return differentBy("modular");
    }
    const next = mulMod(x, inverseMod(y, field.p), field.p);
    if (ratio !== undefined && next !== ratio)
      return hasAtoms
        ? { result: "undecided", method: "modular", reason: "undecided" }
        : differentBy("modular");
    ratio = next;
    if (++agreed === pointsToAgree) return equalBy("modular");
  }
  return { result: "undecided", method: "modular", reason: "undecided" };
}
