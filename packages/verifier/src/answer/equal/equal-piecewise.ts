import type { Fuel } from "../fuel.ts";
import { type Expr, numberExpr } from "../parse/expr.ts";
import { hasSymbol, replaceSymbol } from "../parse/expr-walk.ts";
import { addRational, mulRational, type Rational, sameRational } from "../value/rational.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalScalars } from "./equal-scalars.ts";
import { evaluateExact } from "./evaluate-exact.ts";
import { hashPair } from "./keyed-random.ts";
import { compareRational, findKinks, resolveKinks } from "./kinks.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";
import { type RationalSpan, rationalSpans } from "./rational-spans.ts";

/** A row: its value, and where it holds. */
interface Piece {
  readonly value: Expr;
  /** Undefined for "otherwise". */
  readonly spans: readonly RationalSpan[] | undefined;
}

/** A function of one real variable by cases, and where it may change its form. */
interface Piecewise {
  readonly pieces: readonly Piece[];
  readonly ends: readonly Rational[];
}

/**
 * Compares functions of one real variable of which at least one is given by cases; |u| and max count as cases of their
 * own. Between neighbouring ends the rows in force must be the same expression, at each end they must have the same
 * value. Undefined where a condition is no set of numbers with rational ends, or a row is no expression.
 */
export function equalPiecewise(gold: Value, answer: Value, context: CompareContext): Outcome | undefined {
  const name = variableOf(gold) ?? variableOf(answer);
  if (name === undefined) return undefined;
  const left = toPiecewise(gold, name, context.fuel);
  const right = toPiecewise(answer, name, context.fuel);
  if (left === undefined || right === undefined) return undefined;
  let isDecided = true;
  for (const cell of cellsOf([...left.ends, ...right.ends], context)) {
    const outcome = compareIn(cell, left, right, name, context);
    if (outcome.result === "different") return outcome;
    if (outcome.result === "undecided") isDecided = false;
  }
  return isDecided ? equalBy("structural") : undecidedOutcome;
}

/** The variable that the first condition is about. */
function variableOf(value: Value): string | undefined {
  const when = value.kind === "cases" ? value.rows[0]?.[1] : undefined;
  return when?.kind === "labelled" && when.isVariable && when.parameters.length === 0
    ? when.label
    : undefined;
}

function toPiecewise(value: Value, name: string, fuel: Fuel): Piecewise | undefined {
  const rows = value.kind === "cases" ? value.rows : [[value, undefined] as const];
  const pieces: Piece[] = [];
  const ends: Rational[] = [];
  for (const [part, when] of rows) {
    if (part.kind !== "scalar" || part.mark !== undefined) return undefined;
    const spans = isOtherwise(when) ? undefined : conditionSpans(when, name, fuel);
    const kinks = findKinks(part.expr, name, fuel);
    if (spans === "other" || kinks === undefined) return undefined;
    pieces.push({ value: part.expr, spans });
    ends.push(...kinks);
    for (const { low, high } of spans ?? [])
      for (const end of [low, high]) if (end !== undefined) ends.push(end);
  }
  return { pieces, ends };
}

function isOtherwise(when: Value | undefined): boolean {
  return when === undefined || (when.kind === "text" && /^(?:otherwise|else|elsewhere)$/.test(when.text));
}

function conditionSpans(
  when: Value | undefined,
  name: string,
  fuel: Fuel,
): readonly RationalSpan[] | "other" {
  if (when?.kind !== "labelled" || when.label !== name) return "other";
  return rationalSpans(when.value, fuel) ?? "other";
}

/** A stretch of the line without an end inside, or an end. */
interface Cell {
  /** A number inside. */
  readonly at: Rational;
  readonly isPoint: boolean;
}

function cellsOf(ends: readonly Rational[], context: CompareContext): Cell[] {
  const sorted = [...ends]
    .sort(compareRational)
    .filter((end, at, all) => at === 0 || !sameRational(end, all[at - 1] ?? end));
  const inside = (low: Rational | undefined, high: Rational | undefined, at: number): Cell => {
    // A keyed place, so that no two expressions can be made to meet there.
    const part: Rational = { n: BigInt(1 + (hashPair(context.seed, at) % 1021)), d: 1023n };
    return { at: between(low, high, part, context.fuel), isPoint: false };
  };
  const cells: Cell[] = [];
  for (const [at, end] of sorted.entries())
    cells.push(inside(sorted[at - 1], end, at), { at: end, isPoint: true });
  return [...cells, inside(sorted.at(-1), undefined, sorted.length)];
}

function between(
  low: Rational | undefined,
  high: Rational | undefined,
  part: Rational,
  fuel: Fuel,
): Rational {
  if (low !== undefined && high !== undefined) {
    const width = addRational(high, { n: -low.n, d: low.d }, fuel);
    return addRational(low, mulRational(width, part, fuel), fuel);
  }
  if (low !== undefined) return addRational(low, part, fuel);
  return high === undefined ? part : addRational(high, { n: -part.n, d: part.d }, fuel);
}

function compareIn(
  cell: Cell,
  gold: Piecewise,
  answer: Piecewise,
  name: string,
  context: CompareContext,
): Outcome {
  context.fuel.spend(8 + gold.pieces.length + answer.pieces.length);
  const [golds, answers] = [rowsAt(gold, cell.at), rowsAt(answer, cell.at)];
  // A gold without a row here says nothing of what the answer may be.
  if (golds.length === 0) return answers.length === 0 ? equalBy("structural") : undecidedOutcome;
  if (answers.length === 0) return differentBy("structural");
  // Rows that overlap must agree.
  const outcomes = golds.flatMap((a) => answers.map((b) => compareRows(a, b, cell, name, context)));
  const isUnequal = ({ result }: Outcome) => result === "different";
  return (
    outcomes.find(isUnequal) ?? outcomes.find(({ result }) => result !== "equal") ?? equalBy("structural")
  );
}

function compareRows(a: Expr, b: Expr, cell: Cell, name: string, context: CompareContext): Outcome {
  const here = (expr: Expr) => replaceSymbol(expr, name, numberExpr(cell.at));
  const atPoint = compareValues(here(a), here(b), context);
  if (cell.isPoint || atPoint.result === "different") return atPoint;
  const resolve = (expr: Expr) => resolveKinks(expr, name, cell.at, context.fuel);
  const outcome = equalScalars(resolve(a), resolve(b), context);
  return outcome.result === "equal" ? outcome : undecidedOutcome;
}

/** At a point, two rows without a value are the same. */
function compareValues(a: Expr, b: Expr, context: CompareContext): Outcome {
  const isUndefined = (expr: Expr) =>
    !hasSymbol(expr) && evaluateExact(expr, context.fuel) === "undefined_value";
  return isUndefined(a) && isUndefined(b) ? equalBy("rational") : equalScalars(a, b, context);
}

function rowsAt({ pieces }: Piecewise, at: Rational): readonly Expr[] {
  const rows = pieces.filter(({ spans }) => spans?.some((span) => holdsAt(span, at)));
  return (rows.length > 0 ? rows : pieces.filter(({ spans }) => spans === undefined)).map(
    ({ value }) => value,
  );
}

function holdsAt({ low, high, hasLow, hasHigh }: RationalSpan, at: Rational): boolean {
  const above = low === undefined ? 1 : compareRational(at, low);
  const below = high === undefined ? 1 : compareRational(high, at);
  return (above > 0 || (above === 0 && hasLow)) && (below > 0 || (below === 0 && hasHigh));
}
