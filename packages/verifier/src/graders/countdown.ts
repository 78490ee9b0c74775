import { formatRational, type Rational, sameRational } from "../answer/value/rational.ts";
import { type AnswerGrader, type JudgeContext, type Judgement, UnusableGold } from "./answer-grader.ts";
import { type ArithmeticResult, readArithmetic } from "./arithmetic.ts";
import { unwrapText } from "./plain-text.ts";

/** The target, and the numbers that may be used. */
interface Puzzle {
  readonly target: bigint;
  readonly numbers: readonly bigint[];
}

/** Most numbers of a puzzle. */
const maxNumbers = 64;

/** An expression that makes the target from the given numbers, each used once. */
export const countdownGrader: AnswerGrader<Puzzle> = {
  name: "countdown",
  description:
    'The gold is {"target": 24, "numbers": [4, 6, 1]}; the answer is an expression in + - * / and brackets that uses each ' +
    "number once (wrong_numbers if not) and whose exact value is the target.",
  options: {
    use: { description: "whether all numbers are used, or some may be left", values: ["all", "some"] },
  },
  method: "rational",
  refusesProse: true,
  readGold: readPuzzle,
  judge(answer, puzzle, context) {
    const [expression, result, ...more] = unwrapText(answer).split("=");
    if (expression === undefined || more.length > 0) return { correct: false, reason: "unparsable_answer" };
    const made = readArithmetic(expression, context.limits.maxDepth, context.fuel);
    const goldForm = String(puzzle.target);
    if (made.kind === "problem") return { correct: false, reason: made.reason, goldForm };
    const target = { n: puzzle.target, d: 1n };
    const answerForm = formatRational(made.value);
    return { ...judgeMade(made, result, target, puzzle, context), goldForm, answerForm };
  },
};

function judgeMade(
  { value, numbers }: ArithmeticResult & { kind: "value" },
  claimed: string | undefined,
  target: Rational,
  puzzle: Puzzle,
  context: JudgeContext,
): Judgement {
  if (!isAllowed(numbers, puzzle.numbers, context)) return { correct: false, reason: "wrong_numbers" };
  if (!sameRational(value, target)) return { correct: false, reason: "different" };
  if (claimed === undefined) return { correct: true, reason: "equal" };
  const said = readArithmetic(claimed, context.limits.maxDepth, context.fuel);
  if (said.kind === "problem") return { correct: false, reason: said.reason };
  const holds = sameRational(said.value, value);
  return { correct: holds, reason: holds ? "equal" : "different" };
}

function isAllowed(
  used: readonly bigint[],
  given: readonly bigint[],
  { options, fuel }: JudgeContext,
): boolean {
  fuel.spend(used.length + given.length);
  if (options["use"] !== "some" && used.length !== given.length) return false;
  const left = new Map<bigint, number>();
  for (const number of given) left.set(number, (left.get(number) ?? 0) + 1);
  return used.every((number) => {
    const count = left.get(number) ?? 0;
    left.set(number, count - 1);
    return count > 0;
  });
}

function readPuzzle(gold: string, { fuel }: JudgeContext): Puzzle {
  fuel.spend(gold.length);
  const wanted = `A gold answer of the grader countdown is {"target": 24, "numbers": [4, 6, 1]}, whole numbers from 0.`;
  try {
    const { target, numbers } = JSON.parse(gold) as Record<string, unknown>;
    if (!isWhole(target) || !Array.isArray(numbers) || !numbers.every(isWhole)) throw new TypeError(wanted);
    if (numbers.length === 0 || numbers.length > maxNumbers) throw new TypeError(wanted);
    return { target: BigInt(target), numbers: numbers.map(BigInt) };
  } catch {
    throw new UnusableGold(wanted);
  }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
