import type { Fuel } from "../answer/fuel.ts";
import { absBig, addRational, formatRational, mulRational, type Rational } from "../answer/value/rational.ts";
import { type AnswerGrader, UnusableGold } from "./answer-grader.ts";
import { readNumberText } from "./read-number.ts";

/** One number, compared exactly within the tolerances of the policy. */
export const numericGrader: AnswerGrader<Rational> = {
  name: "numeric",
  description:
    "The answer is one number (decimal, fraction, percent, with a currency sign or not) within the policy's tolerances.",
  options: {},
  method: "rational",
  goldShape: { kind: "formula", hasOptions: false, parts: 1 },
  refusesProse: false,
  readGold(gold, { fuel }) {
    const number = readNumberText(gold, fuel);
    if (number !== undefined) return number;
    throw new UnusableGold("A gold answer of the grader numeric is one number, such as 3.5, 7/2 or 28%.");
  },
  judge(answer, gold, { policy, fuel }) {
    const number = readNumberText(answer, fuel);
    if (number === undefined) return { correct: false, reason: "unparsable_answer" };
    const allowed = [
      readTolerance(policy.absoluteTolerance, fuel),
      mulRational(readTolerance(policy.relativeTolerance, fuel), { n: absBig(gold.n), d: gold.d }, fuel),
    ];
    const difference = addRational(number, { n: -gold.n, d: gold.d }, fuel);
    const distance = { n: absBig(difference.n), d: difference.d };
    const correct = allowed.some((bound) => isAtMost(distance, bound, fuel));
    return {
      correct,
      reason: correct ? "equal" : "different",
      goldForm: formatRational(gold),
      answerForm: formatRational(number),
    };
  },
};

/** A tolerance means the decimal that was written, 0.1, and not the double next to it. */
function readTolerance(tolerance: number, fuel: Fuel): Rational {
  return readNumberText(String(tolerance), fuel)!;
}

function isAtMost(a: Rational, b: Rational, fuel: Fuel): boolean {
  return addRational(b, { n: -a.n, d: a.d }, fuel).n >= 0n;
}
