import { alignByPosition, alignSteps, type StepAlignment } from "./align-steps.ts";
import type { StepError, TraceStepCheck } from "./task.ts";
import { createStepCheck } from "./trace-check.ts";

/** An arithmetic operation. */
export type Operator = "+" | "-" | "*" | "/";

/** An operand of a solution step: stated in the prompt, or the result of an earlier step. */
export type StepOperand = { readonly given: number } | { readonly derived: number };

/** One step of the solution. */
export interface SolutionStep {
  readonly left: StepOperand;
  readonly operator: Operator;
  readonly right: StepOperand;
}

/** One step as written in a completion; a format may leave the operator out. */
export interface WrittenStep {
  readonly left: number;
  readonly operator: Operator | undefined;
  readonly right: number;
  readonly result: number;
  readonly text: string;
}

/** The arithmetic of a task; undefined where an operation has no value (division that does not come out even). */
export type Arithmetic = (left: number, operator: Operator, right: number) => number | undefined;

/** Verdicts on written steps. */
export interface StepsCheck {
  readonly steps: readonly TraceStepCheck[];
  /** Result of each solution step as the trace derives it; what is not written is worked out from what is. */
  readonly results: readonly (number | undefined)[];
  readonly missing: number;
}

/**
 * Checks written steps against a solution. Free are the order of operands of + and *, and the order of steps that do
 * not depend on each other; everything else must be as in the solution. Where a trace can be read in two ways (a step
 * was misread, or two steps changed places), the reading with the fewest wrong steps counts.
 */
export function checkSteps(
  solution: readonly SolutionStep[],
  written: readonly WrittenStep[],
  arithmetic: Arithmetic,
): StepsCheck {
  const gold = deriveResults(solution, () => undefined, arithmetic);
  const align = (order: readonly number[]): StepAlignment =>
    alignSteps({
      written: written.length,
      expected: order.length,
      cost: (w, e) => priceMatch(solution, gold, written, w, order[e] ?? -1, order[e - 1]),
    });
  const check = ({ expectedOf, ...rest }: StepAlignment, order: readonly number[]): StepsCheck =>
    checkAligned(solution, written, arithmetic, { ...rest, expectedOf: lookUp(expectedOf, order) });
  const canonical = [...solution.keys()];
  const order = orderSolution(solution, written, arithmetic);
  const isCanonical = order.every((index, i) => index === i);
  const inPlace = check(alignByPosition(written.length, solution.length), canonical);
  const isEven = written.length === solution.length;
  // No other reading can beat this one.
  if (isEven && countWrong(inPlace) <= (isCanonical ? 1 : 0)) return inPlace;
  const readings = [check(align(order), order)];
  if (!isCanonical) readings.push(check(align(canonical), canonical));
  if (isEven) readings.push(inPlace);
  return readings.reduce((best, reading) => (countWrong(reading) < countWrong(best) ? reading : best));
}

function checkAligned(
  solution: readonly SolutionStep[],
  written: readonly WrittenStep[],
  arithmetic: Arithmetic,
  { expectedOf, misplaced, missing }: StepAlignment,
): StepsCheck {
  const writtenOf = new Map<number, WrittenStep>();
  expectedOf.forEach((index, w) => {
    const step = written[w];
    if (index >= 0 && step !== undefined) writtenOf.set(index, step);
  });
  const results = deriveResults(solution, (index) => writtenOf.get(index)?.result, arithmetic);
  const steps = written.map((step, w) => {
    const errors = findErrors(solution[expectedOf[w] ?? -1], step, results, arithmetic);
    if (misplaced[w] === true) errors.add("rule");
    return createStepCheck(step.text, errors);
  });
  return { steps, results, missing };
}

function lookUp(expectedOf: readonly number[], order: readonly number[]): number[] {
  return expectedOf.map((e) => (e < 0 ? -1 : (order[e] ?? -1)));
}

function countWrong(check: StepsCheck): number {
  return check.missing + check.steps.filter((step) => step.verdict !== "ok").length;
}

/** Results of all solution steps, where `override` may replace the result of a step. */
export function deriveResults(
  solution: readonly SolutionStep[],
  override: (index: number) => number | undefined,
  arithmetic: Arithmetic,
): (number | undefined)[] {
  const results: (number | undefined)[] = [];
  for (const [index, { left, operator, right }] of solution.entries()) {
    const a = readOperand(left, results);
    const b = readOperand(right, results);
    const computed = a === undefined || b === undefined ? undefined : arithmetic(a, operator, b);
    results.push(override(index) ?? computed);
  }
  return results;
}

/** The value of an operand under the given step results. */
export function readOperand(
  operand: StepOperand,
  results: readonly (number | undefined)[],
): number | undefined {
  return "given" in operand ? operand.given : results[operand.derived];
}

function findErrors(
  target: SolutionStep | undefined,
  step: WrittenStep,
  results: readonly (number | undefined)[],
  arithmetic: Arithmetic,
): Set<StepError> {
  const errors = new Set<StepError>();
  const operator = step.operator ?? target?.operator;
  if (operator !== undefined && arithmetic(step.left, operator, step.right) !== step.result)
    errors.add("calculator");
  if (target === undefined) return errors;
  if (operator !== target.operator) errors.add("rule");
  const compare = (left: number, right: number): StepError[] => [
    ...(left === readOperand(target.left, results) ? [] : [premiseError(target.left)]),
    ...(right === readOperand(target.right, results) ? [] : [premiseError(target.right)]),
  ];
  const inOrder = compare(step.left, step.right);
  const swapped = isCommutative(operator) ? compare(step.right, step.left) : inOrder;
  for (const error of swapped.length < inOrder.length ? swapped : inOrder) errors.add(error);
  return errors;
}

/**
 * Puts the solution into the order of the trace as far as dependencies allow: each written step claims the first
 * solution step that is ready and equal to it; where none is equal, the first ready one.
 */
function orderSolution(
  solution: readonly SolutionStep[],
  written: readonly WrittenStep[],
  arithmetic: Arithmetic,
): number[] {
  const order: number[] = [];
  const left = new Set(solution.keys());
  const results: (number | undefined)[] = [];
  for (const step of [...written.slice(0, solution.length), ...solution.map(() => undefined)]) {
    if (left.size === 0) break;
    const ready = [...left].filter((index) => isReady(solution[index], left));
    const equal = ready.find((index) => isSameStep(solution[index], step, results));
    const index = equal ?? (ready[0] as number);
    const target = solution[index] as SolutionStep;
    const a = readOperand(target.left, results);
    const b = readOperand(target.right, results);
    results[index] =
      step?.result ?? (a === undefined || b === undefined ? undefined : arithmetic(a, target.operator, b));
    left.delete(index);
    order.push(index);
  }
  return order;
}

function isReady(step: SolutionStep | undefined, left: ReadonlySet<number>): boolean {
  const isKnown = (operand: StepOperand): boolean => "given" in operand || !left.has(operand.derived);
  return step !== undefined && isKnown(step.left) && isKnown(step.right);
}

/** Same operator and operands; the result may be wrong. */
function isSameStep(
  target: SolutionStep | undefined,
  step: WrittenStep | undefined,
  results: readonly (number | undefined)[],
): boolean {
  if (target === undefined || step === undefined) return false;
  if ((step.operator ?? target.operator) !== target.operator) return false;
  const left = readOperand(target.left, results);
  const right = readOperand(target.right, results);
  if (step.left === left && step.right === right) return true;
  return isCommutative(target.operator) && step.right === left && step.left === right;
}

/** 0 for the solution step itself, else one for each of operator, given operand and link to the step before that differs. */
function priceMatch(
  solution: readonly SolutionStep[],
  gold: readonly (number | undefined)[],
  written: readonly WrittenStep[],
  w: number,
  index: number,
  before: number | undefined,
): number {
  const step = written[w];
  const target = solution[index];
  if (step === undefined || target === undefined) return Number.POSITIVE_INFINITY;
  if (isSameStep(target, step, gold) && step.result === gold[index]) return 0;
  const operands = [step.left, step.right];
  const differs = (operand: StepOperand): number => {
    if ("given" in operand) return operands.includes(operand.given) ? 0 : 1;
    if (operand.derived !== before) return 0;
    return w > 0 && operands.includes(written[w - 1]?.result ?? -1) ? 0 : 1;
  };
  const sameOperator = (step.operator ?? target.operator) === target.operator;
  return 0.1 + (sameOperator ? 0 : 1) + differs(target.left) + differs(target.right);
}

function premiseError(operand: StepOperand): StepError {
  return "given" in operand ? "premise_prompt" : "premise_carry";
}

function isCommutative(operator: Operator | undefined): boolean {
  return operator === "+" || operator === "*";
}
