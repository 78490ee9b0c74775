import { TrainerError } from "../../errors.ts";
import type { Random } from "../../random.ts";
import { type Operator, readOperand } from "../check-steps.ts";
import { applyInteger } from "./word-arithmetic.ts";
import type { WordProblem } from "./word-problem.ts";

/** prose: sentences with one equation each. equations: one equation a line. direct: the answer alone. */
export const WORD_FORMATS = ["prose", "equations", "direct"] as const;

/** A way to write a completion of the word problem task. */
export type WordFormat = (typeof WORD_FORMATS)[number];

interface Equation {
  readonly left: number;
  readonly operator: Operator;
  readonly right: number;
  readonly result: number;
}

const MAX_CORRUPTION_DRAWS = 100;

/** The correct completion. Throws a TrainerError (UNKNOWN_FORMAT). */
export function writeWordTrace(problem: WordProblem, format: string): string {
  const known = requireFormat(format);
  return joinTrace(problem, known, deriveEquations(problem, new Map()) ?? []);
}

/**
 * A completion with one corrupted step, half of the time a wrong result and half of the time a misread operand, which
 * the rest follows; in format direct a wrong answer. Throws a TrainerError (UNKNOWN_FORMAT).
 */
export function writeCorruptWordTrace(problem: WordProblem, format: string, random: Random): string {
  const known = requireFormat(format);
  const gold = deriveEquations(problem, new Map()) ?? [];
  if (known === "direct") return `#### ${drawNear(random, gold.at(-1)?.result ?? 0)}`;
  // Not every corruption can be carried on with (a division may no longer come out even): draw until one can.
  for (let draw = 0; draw < MAX_CORRUPTION_DRAWS; draw++) {
    const at = random.int(gold.length);
    const corrupted = deriveEquations(problem, new Map([[at, (step) => corruptEquation(step, random)]]));
    if (corrupted !== undefined) return joinTrace(problem, known, corrupted);
  }
  const last = gold.at(-1) as Equation;
  return joinTrace(problem, known, gold.with(-1, { ...last, result: drawNear(random, last.result) }));
}

/** One equation as written. */
export function writeEquation({ left, operator, right, result }: Equation): string {
  return `${left} ${operator} ${right} = ${result}`;
}

/** The equations of the solution, some replaced and the rest following; undefined when one cannot follow. */
function deriveEquations(
  problem: WordProblem,
  changes: ReadonlyMap<number, (equation: Equation) => Equation>,
): Equation[] | undefined {
  const results: number[] = [];
  const equations: Equation[] = [];
  for (const [index, { left, operator, right }] of problem.solution.entries()) {
    const a = readOperand(left, results) ?? Number.NaN;
    const b = readOperand(right, results) ?? Number.NaN;
    const result = applyInteger(a, operator, b);
    if (result === undefined || !isWritable(result)) return undefined;
    const own = { left: a, operator, right: b, result };
    const equation = changes.get(index)?.(own) ?? own;
    if (!isWritable(equation.result)) return undefined;
    results.push(equation.result);
    equations.push(equation);
  }
  return equations;
}

function corruptEquation(step: Equation, random: Random): Equation {
  const kind = random.pick(["result", "result", "left", "right"] as const);
  const changed = { ...step, [kind]: drawNear(random, step[kind]) };
  if (kind === "result") return changed;
  const result = applyInteger(changed.left, step.operator, changed.right);
  return { ...changed, result: result ?? Number.NaN };
}

/** A value near another one and different from it: off by up to 10, or by its order of magnitude. */
function drawNear(random: Random, value: number): number {
  const offset = random.next() < 0.2 && value >= 10 ? 10 : 1 + random.int(9);
  return value - offset >= 0 && random.next() < 0.5 ? value - offset : value + offset;
}

function joinTrace(problem: WordProblem, format: WordFormat, equations: readonly Equation[]): string {
  const answer = `#### ${equations.at(-1)?.result}`;
  if (format === "direct") return answer;
  const written = equations.map(writeEquation);
  if (format === "equations") return [...written, answer].join("\n");
  const sentences = problem.sentences.map((sentence, i) => sentence.replace("{eq}", written[i] ?? ""));
  return `${sentences.join(" ")}\n${answer}`;
}

function isWritable(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1000;
}

function requireFormat(format: string): WordFormat {
  const known = WORD_FORMATS.find((name) => name === format);
  if (known === undefined)
    throw new TrainerError(
      "UNKNOWN_FORMAT",
      `Task "word_problems" has no format "${format}"; use one of ${WORD_FORMATS.join(", ")}.`,
    );
  return known;
}
