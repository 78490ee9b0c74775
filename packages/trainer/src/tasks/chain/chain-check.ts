import { checkSteps, type Operator, type SolutionStep, type StepOperand } from "../check-steps.ts";
import type { TraceCheck } from "../task.ts";
import { summarizeTrace } from "../trace-check.ts";
import { parseChainCompletion } from "./chain-parse.ts";
import {
  applyChainOperator,
  type ChainOperand,
  type ChainProblem,
  formatChainAnswer,
} from "./chain-problem.ts";

/**
 * Checks a completion against its problem. Operands of + and * may stand in either order; nothing else is free, since
 * every step depends on the one before.
 */
export function checkChainTrace(problem: ChainProblem, completion: string): TraceCheck {
  const { format, formatOk, steps: written, answer } = parseChainCompletion(completion);
  const stated = answer?.join(" , ");
  const answerCorrect = stated !== undefined && problem.golds.includes(stated);
  if (format !== "A" && format !== "B")
    return summarizeTrace({ format, formatOk, showsWork: false, steps: [], missing: 0, answerCorrect });
  const { steps, results, missing } = checkSteps(toSolution(problem), written, applyModulo);
  const values = [problem.start, ...results.map((result) => result ?? -1)];
  const answerFollows = missing === 0 && stated === formatChainAnswer(values, problem.queried);
  return summarizeTrace({ format, formatOk, showsWork: true, steps, missing, answerCorrect, answerFollows });
}

function toSolution(problem: ChainProblem): SolutionStep[] {
  const toOperand = (operand: ChainOperand): StepOperand => {
    if ("digit" in operand) return { given: operand.digit };
    return operand.variable === 0 ? { given: problem.start } : { derived: operand.variable - 1 };
  };
  return problem.statements.map(({ operator, right }, i) => ({
    left: toOperand({ variable: i }),
    operator,
    right: toOperand(right),
  }));
}

function applyModulo(left: number, operator: Operator, right: number): number | undefined {
  return operator === "/" ? undefined : applyChainOperator(left, operator, right);
}
