import type { Expr } from "../parse/expr.ts";
import { mapChildren, symbolsOf } from "../parse/expr-walk.ts";
import { isDerivative } from "../value/label.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { equalAssignments } from "./equal-assignments.ts";
import { equalScalars } from "./equal-scalars.ts";
import { differentBy, type Outcome, undecidedOutcome } from "./outcome.ts";
import { mayBeSameLabel } from "./same-label.ts";
import type { ValueComparer } from "./value-comparer.ts";

/**
 * Compares values of which at least one has a label. Two variables must be the same variable; a label in words names
 * the value and no more; a value without a label may stand for a labelled one.
 */
export function equalLabelled(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  const [a, b] = [withoutWords(gold), withoutWords(answer)];
  if (a !== gold || b !== answer) return compare(a, b, context);
  if (gold.kind === "labelled" && answer.kind === "labelled")
    return equalBothLabelled(gold, answer, context, compare);
  const equations = compareAsEquations(gold, answer, context, compare);
  if (equations !== undefined) return equations;
  // n = 2 is one number, n ≡ 2 a class of them.
  if (gold.kind === "congruence" || answer.kind === "congruence") return differentBy("structural");
  const entries = equalEntries(gold, answer, context, compare);
  if (entries !== undefined) return entries;
  if (answer.kind === "labelled") {
    const outcome = compare(gold, answer.value, context);
    return isCurve(answer) || isPlainProduct(answer) || isStandardForm(answer)
      ? undecidedUnlessDifferent(outcome)
      : outcome;
  }
  if (gold.kind !== "labelled") return differentBy("structural");
  if (isPlainProduct(gold) || isStandardForm(gold))
    return undecidedUnlessDifferent(compare(gold.value, answer, context));
  return isCurve(gold) ? differentBy("structural") : compare(gold.value, answer, context);
}

function undecidedUnlessDifferent(outcome: Outcome): Outcome {
  return outcome.result === "different" ? outcome : undecidedOutcome;
}

function equalBothLabelled(
  gold: Labelled,
  answer: Labelled,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  if (!gold.isVariable || !answer.isVariable) {
    const areWords = !gold.isVariable && !answer.isVariable;
    if (areWords && !mayBeSameLabel(gold.label, answer.label)) return differentBy("structural");
    return compare(gold.value, answer.value, context);
  }
  if (gold.parameters.length === answer.parameters.length && gold.parameters.length > 0) {
    // f' is another function than f, and g than f.
    if (gold.label !== answer.label) return differentBy("structural");
    const renamed = renameParameters(answer.value, answer.parameters, gold.parameters);
    if (renamed === undefined) return differentBy("structural");
    const integers = context.integers?.filter((name) => !gold.parameters.includes(name));
    return compare(gold.value, renamed, integers === undefined ? context : { ...context, integers });
  }
  // y = 2x is f(x) = 2x, unless y is the parameter.
  if (isFunctionAndName(gold, answer) || primedLabel(gold) === primedLabel(answer))
    return compare(gold.value, answer.value, context);
  const outcome =
    equalEntries(gold, answer, context, compare) ?? compareAsEquations(gold, answer, context, compare);
  if (outcome?.result === "undecided" && gold.expr !== undefined && answer.expr !== undefined)
    return equalMeasured(gold, gold.expr, answer, answer.expr, context, compare);
  if (outcome !== undefined) return outcome;
  const isEitherOpaque = isOpaque(gold) || isOpaque(answer);
  return isEitherOpaque && compare(gold.value, answer.value, context).result !== "different"
    ? undecidedOutcome
    : differentBy("structural");
}

/**
 * Compares equations label by label and value by value, where they could not be compared as equations. Equal values of
 * labels that differ are different answers; anything else that differs may be a multiple.
 */
function equalMeasured(
  gold: Labelled,
  goldLabel: Expr,
  answer: Labelled,
  answerLabel: Expr,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  const labels = equalScalars(goldLabel, answerLabel, context);
  const values = compare(gold.value, answer.value, context);
  if (labels.result === "equal") return values;
  return labels.result === "different" && values.result === "equal"
    ? differentBy("structural")
    : undecidedOutcome;
}

/** Whether `\lim_{x \to 0} f(x)` and another name mean the same is not known. */
function isOpaque({ label, expr }: Labelled): boolean {
  return expr === undefined && label.includes(" ");
}

/**
 * Tells whether a label and its value are the equation of a line, curve or surface: then the value alone does not answer. A
 * plain sum or difference of names asks for its value.
 */
function isCurve({ expr }: Labelled): boolean {
  if (expr === undefined || isPlainSum(expr)) return false;
  const names = symbolsOf(expr);
  return names.has("x") && names.has("y") && [...names].every((name) => /^[xyz]$/.test(name));
}

function isPlainSum(expr: Expr): boolean {
  if (expr.kind === "add") return isPlainSum(expr.left) && isPlainSum(expr.right);
  return expr.kind === "symbol" || (expr.kind === "negate" && expr.operand.kind === "symbol");
}

/** `ax + by + c = 0` is an equation rather than a sum that was asked for. */
function isStandardForm({ expr, value }: Labelled): boolean {
  if (expr === undefined || isPlainSum(expr) || value.kind !== "scalar") return false;
  return value.expr.kind === "number" && value.expr.value.n === 0n;
}

/** `xy = 6` and `ab = 6` may be equations for their letters as well as products that were asked for. */
function isPlainProduct({ expr }: Labelled): boolean {
  return expr?.kind === "multiply" && isSmallLetter(expr.left) && isSmallLetter(expr.right);
}

function isSmallLetter(expr: Expr): boolean {
  return expr.kind === "symbol" && /^[a-z]$/.test(expr.name);
}

/** `(x, y) = (1, 2)` gives x and y their values, in whatever order; undefined unless both sides give names to entries. */
function equalEntries(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome | undefined {
  const [a, b] = [entriesOf(gold), entriesOf(answer)];
  return a === undefined || b === undefined ? undefined : equalAssignments(a, b, context, compare);
}

function entriesOf(value: Value): readonly Value[] | undefined {
  if (value.kind === "list") return value.items.map(withParameters);
  if (value.kind !== "labelled" || value.value.kind !== "bracket" || value.expr !== undefined)
    return undefined;
  const names = value.label.split(/,(?![^()]*\))/);
  const { items } = value.value;
  if (names.length < 2 || names.length !== items.length) return undefined;
  return items.map((item, at): Value => ({ ...value, label: names[at] ?? "", value: item }));
}

/** `P(x) = x + 1` under the name P(x). */
function withParameters(item: Value): Value {
  if (item.kind !== "labelled" || item.parameters.length === 0) return item;
  return { ...item, label: `${item.label}(${item.parameters.join(",")})`, parameters: [] };
}

/** "Solution is: k = 4" is k = 4: words in front of a variable must not hide which one it is. */
function withoutWords(value: Value): Value {
  const isWords = value.kind === "labelled" && !value.isVariable && value.value.kind === "labelled";
  return isWords ? withoutWords(value.value) : value;
}

type Labelled = Value & { kind: "labelled" };

function isFunctionAndName(gold: Labelled, answer: Labelled): boolean {
  const [call, name] = gold.parameters.length > 0 ? [gold, answer] : [answer, gold];
  return (
    call.parameters.length > 0 &&
    name.parameters.length === 0 &&
    name.label === "y" &&
    !call.parameters.includes("y")
  );
}

/** y = 3 - 2x and 4x + 2y = 6 are the same line; undefined where a side is no equation of scalars. */
function compareAsEquations(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome | undefined {
  const a = asEquation(gold);
  const b = asEquation(answer);
  return a === undefined || b === undefined ? undefined : compare(a, b, context);
}

function asEquation(value: Value): Value | undefined {
  if (value.kind === "relation") return value;
  if (value.kind !== "labelled" || !value.isVariable || value.value.kind !== "scalar") return undefined;
  if (value.parameters.length > 0) return undefined;
  if (isOpaque(value)) return undefined;
  if (value.expr !== undefined && isDerivative(value.expr))
    return asDifferentials(value.expr, value.value.expr);
  const name: Value = { kind: "scalar", expr: value.expr ?? { kind: "symbol", name: value.label } };
  return { kind: "relation", signs: ["="], sides: [name, value.value] };
}

/** The label, where it is dy/dx as y'. */
function primedLabel({ label, expr }: Labelled): string {
  if (expr?.kind !== "divide" || !isDerivative(expr) || expr.left.kind !== "symbol") return label;
  const [mark, name] = expr.left.name.split(" ");
  const order = mark === "d" ? 1 : Number(mark?.startsWith("d^") ? mark.slice(2) : Number.NaN);
  return name !== undefined && order > 0 ? `${name}${"'".repeat(order)}` : label;
}

/** dy/dx = 2x is dy = 2x dx. */
function asDifferentials(derivative: Expr, value: Expr): Value | undefined {
  if (derivative.kind !== "divide") return undefined;
  const [top, bottom] = [differentialOf(derivative.left), differentialOf(derivative.right)];
  if (top === undefined || bottom === undefined) return undefined;
  const scaled: Expr = { kind: "multiply", left: value, right: bottom };
  const sides: Value[] = [
    { kind: "scalar", expr: top },
    { kind: "scalar", expr: scaled },
  ];
  return { kind: "relation", signs: ["="], sides };
}

/** A first differential as the product of letters that dy is read as outside of a quotient. */
function differentialOf(expr: Expr): Expr | undefined {
  const [mark, name] = expr.kind === "symbol" ? expr.name.split(" ") : [];
  if (mark !== "d" || name === undefined) return undefined;
  return { kind: "multiply", left: { kind: "symbol", name: mark }, right: { kind: "symbol", name } };
}

/** Bound names do not matter: f(z) = z² is f(x) = x². */
function renameParameters(value: Value, from: readonly string[], to: readonly string[]): Value | undefined {
  if (value.kind === "cases") return renameCases(value, from, to);
  if (value.kind !== "scalar") return value;
  // A free variable that has the name of the other side's parameter is something else.
  const free = [...symbolsOf(value.expr)].filter((name) => !from.includes(name));
  if (free.some((name) => to.includes(name))) return undefined;
  return { ...value, expr: renameSymbols(value.expr, from, to) };
}

function renameCases(
  { rows }: Value & { kind: "cases" },
  from: readonly string[],
  to: readonly string[],
): Value | undefined {
  const renamed: (readonly [Value, Value])[] = [];
  for (const [value, when] of rows) {
    const row = renameParameters(value, from, to);
    const at = when.kind === "labelled" ? from.indexOf(when.label) : -1;
    if (row === undefined) return undefined;
    renamed.push([
      row,
      when.kind === "labelled" && at !== -1 ? { ...when, label: to[at] ?? when.label } : when,
    ]);
  }
  return { kind: "cases", rows: renamed };
}

function renameSymbols(expr: Expr, from: readonly string[], to: readonly string[]): Expr {
  if (expr.kind === "symbol") {
    const at = from.indexOf(expr.name);
    return at === -1 ? expr : { kind: "symbol", name: to[at] ?? expr.name };
  }
  return mapChildren(expr, (child) => renameSymbols(child, from, to));
}
