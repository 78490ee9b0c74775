import { sameExpr } from "../parse/expr-walk.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalAssignments } from "./equal-assignments.ts";
import { nameOf } from "./equal-names.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";
import type { ValueComparer } from "./value-comparer.ts";

/** Compares tuples, intervals, lists, sets, unions and matrices; one item alone may stand for itself. */
export function equalCollections(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  if (gold.kind === "set_operation" || answer.kind === "set_operation")
    return equalSetOperations(gold, answer, context, compare);
  if (gold.kind === "matrix" || answer.kind === "matrix")
    return equalMatrices(gold, answer, context, compare);
  const a = itemsOf(gold);
  const b = itemsOf(answer);
  if (a === undefined || b === undefined) return equalSingle(gold, answer, context, compare);
  const point = equalSinglePoint(gold, answer, context, compare);
  if (point !== undefined) return point;
  if (!areCompatible(gold, answer, context)) return differentBy("structural");
  const compareItems: ValueComparer = (x, y, inner) =>
    isLoneSet(x) === isLoneSet(y) ? compare(x, y, inner) : differentBy("structural");
  if (a.some(isAssignment) || b.some(isAssignment)) {
    const labelled = equalAssignments(a, b, context, compareItems);
    if (labelled !== undefined) return labelled;
  }
  if (isOrdered(gold, answer, context) || isLabelledOneSide(a, b))
    return equalInOrder(a, b, context, compareItems);
  if (gold.kind === "list" && answer.kind === "list" && isRanking(a, b)) return undecidedOutcome;
  return gold.kind === "set" || answer.kind === "set" || (a.every(isTupleValue) && b.every(isTupleValue))
    ? equalAsSets(a, b, context, compareItems)
    : a.length === b.length
      ? equalAsSets(a, b, context, compareItems, true)
      : differentBy("structural");
}

/** A set of one value is that value where it stands alone; as an item, {1} is not 1. */
function isLoneSet(value: Value): boolean {
  return value.kind === "set" && !value.isPlusMinus && value.items.length === 1;
}

/** Values without labels stand for labelled ones in the order in which they are written. */
function isLabelledOneSide(gold: readonly Value[], answer: readonly Value[]): boolean {
  return gold.every(isAssignment) !== answer.every(isAssignment);
}

/** A list of points is a set of them: a point given twice counts once. */
function isTupleValue(value: Value): boolean {
  return value.kind === "bracket" && value.items.length > 1;
}

/**
 * Tells whether the gold lists names out of the order of the alphabet, and the answer the same names in another order: it
 * may be a ranking, which the answer gets wrong, or a set.
 */
function isRanking(gold: readonly Value[], answer: readonly Value[]): boolean {
  const [a, b] = [gold.map(nameOrLetter), answer.map(nameOrLetter)];
  if (a.length !== b.length || a.includes("") || b.includes("")) return false;
  const [sortedA, sortedB] = [[...a].sort().join(" "), [...b].sort().join(" ")];
  return sortedA === sortedB && a.join(" ") !== sortedA && a.join(" ") !== b.join(" ");
}

function nameOrLetter(value: Value): string {
  const isLetter = value.kind === "scalar" && value.expr.kind === "symbol";
  return isLetter ? value.expr.name.toLowerCase() : (nameOf(value)?.toLowerCase() ?? "");
}

function isAssignment(value: Value): boolean {
  return value.kind === "labelled";
}

function itemsOf(value: Value): readonly Value[] | undefined {
  return value.kind === "bracket" || value.kind === "list" || value.kind === "set" ? value.items : undefined;
}

/** A set of one point against the point itself: `{(1, 2)}` and `(1, 2)`. */
function equalSinglePoint(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome | undefined {
  const [a, b] = [onlyPoint(gold), onlyPoint(answer)];
  if (a !== undefined && answer.kind === "bracket") return compare(a, answer, context);
  return b !== undefined && gold.kind === "bracket" ? compare(gold, b, context) : undefined;
}

function onlyPoint(value: Value): Value | undefined {
  const [only] = value.kind === "set" && value.items.length === 1 ? value.items : [];
  return only?.kind === "bracket" && only.items.length > 1 ? only : undefined;
}

/** A collection of one item against a value without items. */
function equalSingle(gold: Value, answer: Value, context: CompareContext, compare: ValueComparer): Outcome {
  const [a, ...moreA] = itemsOf(gold) ?? [gold];
  const [b, ...moreB] = itemsOf(answer) ?? [answer];
  if (a === undefined || b === undefined || moreA.length > 0 || moreB.length > 0)
    return differentBy("structural");
  if (a === gold && b === answer) return differentBy("structural");
  return compare(a, b, context);
}

/** A round or half-open pair is no set; brackets of pairs must be the same, as they may be intervals. */
function areCompatible(gold: Value, answer: Value, context: CompareContext): boolean {
  if (gold.kind === "bracket" && answer.kind === "bracket") {
    const sameBrackets = gold.open === answer.open && gold.close === answer.close;
    return sameBrackets || (gold.items.length !== 2 && isMatched(gold) && isMatched(answer));
  }
  if (gold.kind === "set" && answer.kind === "bracket") return false;
  if (gold.kind === "bracket" && answer.kind === "set") return false;
  if (isGrouped(gold) || isGrouped(answer)) return gold.kind === answer.kind;
  if (gold.kind === "bracket") return isTuple(gold, context);
  return answer.kind === "bracket" ? isTuple(answer, context) : true;
}

function isGrouped(value: Value): boolean {
  return value.kind === "list" && value.isGrouped === true;
}

/**
 * Tells whether a bracket may be read as a plain list: half-open pairs and pairs with an infinite end are intervals,
 * and so is [a, b] unless the policy says how lists are ordered.
 */
function isTuple(value: Value & { kind: "bracket" }, context: CompareContext): boolean {
  if (!isMatched(value)) return false;
  if (value.items.length !== 2) return true;
  if (value.open === "[") return context.policy.order !== "by_kind";
  return !value.items.some(isInfinite);
}

function isInfinite(value: Value): boolean {
  if (value.kind !== "scalar") return false;
  const expr = value.expr.kind === "negate" ? value.expr.operand : value.expr;
  return expr.kind === "constant" && expr.name === "infinity";
}

function isMatched(value: Value & { kind: "bracket" }): boolean {
  return (value.open === "(") === (value.close === ")");
}

function isOrdered(gold: Value, answer: Value, context: CompareContext): boolean {
  if (gold.kind === "set" || answer.kind === "set") return false;
  if (context.policy.order !== "by_kind")
    return context.policy.order === "ordered" || isInterval(gold, answer);
  return gold.kind === "bracket" || answer.kind === "bracket";
}

/** Half-open pairs are intervals under every order rule. */
function isInterval(gold: Value, answer: Value): boolean {
  return [gold, answer].some((value) => value.kind === "bracket" && !isMatched(value));
}

function equalInOrder(
  gold: readonly Value[],
  answer: readonly Value[],
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  if (gold.length !== answer.length) return differentBy("structural");
  let undecided: Outcome | undefined;
  for (let index = 0; index < gold.length; index++) {
    const [a, b] = [gold[index], answer[index]];
    if (a === undefined || b === undefined) return differentBy("structural");
    const outcome = compare(a, b, context);
    if (outcome.result === "different")
      return outcome.reason === "different" ? differentBy("structural") : outcome;
    if (outcome.result === "undecided") undecided = outcome;
  }
  return undecided ?? equalBy("structural");
}

/**
 * Compares without order. As sets, each item needs a partner on the other side; with `asBags`, partners are used once.
 */
function equalAsSets(
  gold: readonly Value[],
  answer: readonly Value[],
  context: CompareContext,
  compare: ValueComparer,
  asBags = false,
): Outcome {
  const used = new Array<boolean>(answer.length).fill(false);
  let undecided: Outcome | undefined;
  for (const item of gold) {
    const match = findPartner(item, answer, used, asBags, { context, compare });
    if (typeof match === "number") used[match] = true;
    else if (match === undefined) return differentBy("structural");
    else undecided = match;
  }
  if (!asBags && undecided === undefined) {
    for (let index = 0; index < answer.length; index++) {
      const item = answer[index];
      if (used[index] || item === undefined) continue;
      const match = gold.some((other) => compare(other, item, context).result === "equal");
      if (!match) return differentBy("structural");
    }
  }
  return undecided ?? equalBy("structural");
}

/** Index of an equal item; an undecided outcome where none is equal but some may be; undefined where none can be. */
function findPartner(
  item: Value,
  candidates: readonly Value[],
  used: readonly boolean[],
  asBags: boolean,
  by: { context: CompareContext; compare: ValueComparer },
): number | Outcome | undefined {
  let undecided: Outcome | undefined;
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index];
    if (candidate === undefined || (asBags && used[index])) continue;
    if (isSameScalar(item, candidate)) return index;
    const outcome = by.compare(item, candidate, by.context);
    if (outcome.result === "equal") return index;
    if (outcome.result === "undecided") undecided = outcome;
  }
  return undecided;
}

function isSameScalar(a: Value, b: Value): boolean {
  return a.kind === "scalar" && b.kind === "scalar" && a.expr.kind === "number" && sameExpr(a.expr, b.expr);
}

/** Parts of a union are compared without order; a single interval is a union of one. */
function equalSetOperations(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  if (gold.kind !== "set_operation" || answer.kind !== "set_operation") return differentBy("structural");
  if (gold.sign !== answer.sign) return differentBy("structural");
  return gold.sign === "setminus"
    ? equalInOrder(gold.parts, answer.parts, context, compare)
    : equalAsSets(gold.parts, answer.parts, context, compare);
}

/** Matrices entry by entry; a single row or column may also be written as a tuple. */
function equalMatrices(gold: Value, answer: Value, context: CompareContext, compare: ValueComparer): Outcome {
  const [left, right] = [rowsOf(gold), rowsOf(answer)];
  if (left !== undefined && right !== undefined) {
    const isSameShape = left.length === right.length && left[0]?.length === right[0]?.length;
    return isSameShape
      ? equalInOrder(left.flat(), right.flat(), context, compare)
      : differentBy("structural");
  }
  if (context.policy.vectors === "by_shape") return differentBy("structural");
  const a = vectorOf(gold);
  const b = vectorOf(answer);
  return a === undefined || b === undefined
    ? differentBy("structural")
    : equalInOrder(a, b, context, compare);
}

/** The rows of a matrix, also in brackets of its own, or written [[a, b], [c, d]]. */
function rowsOf(value: Value): readonly (readonly Value[])[] | undefined {
  if (value.kind === "matrix") return value.rows;
  if (value.kind !== "bracket" || !isMatched(value)) return undefined;
  const [only] = value.items;
  if (value.items.length === 1 && only?.kind === "matrix") return only.rows;
  const rows = value.items.map((row) => (row.kind === "bracket" && isMatched(row) ? row.items : undefined));
  const full = rows.filter((row) => row !== undefined);
  const isTable = full.length === rows.length && full.every((row) => row.length === full[0]?.length);
  return isTable && full.length > 0 ? full : undefined;
}

function vectorOf(value: Value): readonly Value[] | undefined {
  if (value.kind === "bracket") return isMatched(value) ? value.items : undefined;
  if (value.kind !== "matrix") return undefined;
  return value.rows.length === 1 || value.rows[0]?.length === 1 ? value.rows.flat() : undefined;
}
