import { TrainerError } from "../../errors.ts";
import type { Random } from "../../random.ts";
import {
  applyChainOperator,
  CHAIN_MODULUS,
  type ChainOperator,
  type ChainProblem,
  formatChainAnswer,
} from "./chain-problem.ts";

/** A: operands, operator and result of each step. B: operands and result. D: the answer alone. */
export const CHAIN_FORMATS = ["A", "B", "D"] as const;

/** A way to write a completion of the chain task. */
export type ChainFormat = (typeof CHAIN_FORMATS)[number];

/** One worked step. */
export interface ChainStep {
  readonly left: number;
  readonly operator: ChainOperator;
  readonly right: number;
  readonly result: number;
}

/** The correct completion. Throws a TrainerError (UNKNOWN_FORMAT). */
export function writeChainTrace(problem: ChainProblem, format: string): string {
  const known = requireFormat(format);
  const steps = deriveChainSteps(problem);
  return joinTrace(known, steps, readAnswer(problem, steps));
}

/**
 * A completion with one corrupted step, half of the time a wrong result and half of the time a misread operand, which
 * the rest follows; in format D an answer with one wrong value. Throws a TrainerError (UNKNOWN_FORMAT).
 */
export function writeCorruptChainTrace(problem: ChainProblem, format: string, random: Random): string {
  const known = requireFormat(format);
  if (known === "D") {
    const values = readAnswer(problem, deriveChainSteps(problem)).split(" , ").map(Number);
    const at = random.int(values.length);
    const wrong = values.map((value, i) => (i === at ? drawOther(random, value) : value));
    return joinTrace(known, [], wrong.join(" , "));
  }
  const at = random.int(problem.statements.length);
  const steps = deriveChainSteps(problem, (step, i) => (i === at ? corruptStep(step, random) : step));
  return joinTrace(known, steps, readAnswer(problem, steps));
}

/** The worked steps; `change` may replace a step, and later steps follow the replacement. */
export function deriveChainSteps(
  problem: ChainProblem,
  change: (step: ChainStep, index: number) => ChainStep = (step) => step,
): ChainStep[] {
  const values = [problem.start];
  return problem.statements.map(({ operator, right }, i) => {
    const leftValue = values[i] ?? 0;
    const rightValue = "digit" in right ? right.digit : (values[right.variable] ?? 0);
    const result = applyChainOperator(leftValue, operator, rightValue);
    const step = change({ left: leftValue, operator, right: rightValue, result }, i);
    values.push(step.result);
    return step;
  });
}

/** One step as written in a format that shows work. */
export function writeChainStep(step: ChainStep, format: "A" | "B"): string {
  const { left, operator, right, result } = step;
  return format === "A" ? `${left} ${operator} ${right} = ${result}` : `${left} ${right} ${result}`;
}

function joinTrace(format: ChainFormat, steps: readonly ChainStep[], answer: string): string {
  if (format === "D") return `#### ${answer}`;
  return [`${format}:`, ...steps.map((step) => writeChainStep(step, format)), `#### ${answer}`].join(" ");
}

function readAnswer(problem: ChainProblem, steps: readonly ChainStep[]): string {
  return formatChainAnswer([problem.start, ...steps.map((step) => step.result)], problem.queried);
}

function corruptStep(step: ChainStep, random: Random): ChainStep {
  const kind = random.pick(["result", "result", "left", "right"] as const);
  if (kind === "result") return { ...step, result: drawOther(random, step.result) };
  const misread = { ...step, [kind]: drawOther(random, step[kind]) };
  return { ...misread, result: applyChainOperator(misread.left, misread.operator, misread.right) };
}

function drawOther(random: Random, value: number): number {
  return (value + 1 + random.int(CHAIN_MODULUS - 1)) % CHAIN_MODULUS;
}

function requireFormat(format: string): ChainFormat {
  const known = CHAIN_FORMATS.find((name) => name === format);
  if (known === undefined)
    throw new TrainerError(
      "UNKNOWN_FORMAT",
      `Task "chain" has no format "${format}"; use one of ${CHAIN_FORMATS.join(", ")}.`,
    );
  return known;
}
