import { checkSteps } from "../check-steps.ts";
import type { TraceCheck } from "../task.ts";
import { summarizeTrace } from "../trace-check.ts";
import { applyInteger } from "./word-arithmetic.ts";
import { parseWordCompletion } from "./word-parse.ts";
import type { WordProblem } from "./word-problem.ts";

/**
 * Checks a completion against its problem. Operands of + and * and steps that do not depend on each other may stand in
 * either order, and the words around an equation are free; the calculations themselves must be those of the story.
 */
export function checkWordTrace(problem: WordProblem, completion: string): TraceCheck {
  const { format, formatOk, steps: written, answer } = parseWordCompletion(completion);
  const answerCorrect = answer !== undefined && problem.golds.includes(answer);
  if (format !== "prose" && format !== "equations")
    return summarizeTrace({ format, formatOk, showsWork: false, steps: [], missing: 0, answerCorrect });
  const { steps, results, missing } = checkSteps(problem.solution, written, applyInteger);
  const answerFollows = missing === 0 && answer !== undefined && answer === String(results.at(-1));
  return summarizeTrace({ format, formatOk, showsWork: true, steps, missing, answerCorrect, answerFollows });
}
