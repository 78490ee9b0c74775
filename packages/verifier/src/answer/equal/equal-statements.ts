import type { StatementPart, Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { differentBy, equalBy, type Outcome } from "./outcome.ts";
import type { ValueComparer } from "./value-comparer.ts";

/** Whether other words say the same is a question for a reader. */
const undecidedStatement: Outcome = { result: "undecided", method: "text", reason: "statement" };

/**
 * Compares two statements: the same words in the same order, and between them the same formulas, sign by sign or by
 * value. Statements that differ are undecided, but for those that begin with opposite verdicts (Yes ..., No ...).
 */
export function equalStatements(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  const unequal = judgeUnequalStatements(gold, answer);
  if (gold.kind !== "statement" || answer.kind !== "statement") return unequal;
  const words = (parts: readonly StatementPart[]) => parts.flatMap((part) => shown(part, context));
  if (areSame(words(gold.parts), words(answer.parts))) return equalBy("text");
  if (unequal.result === "different" || gold.parts.length !== answer.parts.length) return unequal;
  const isSame = gold.parts.every((part, at) => {
    const other = answer.parts[at];
    return other !== undefined && isSamePart(part, other, context, compare);
  });
  return isSame ? equalBy("structural") : unequal;
}

/** The outcome of a statement and a value that is not the same one. */
export function judgeUnequalStatements(gold: Value, answer: Value): Outcome {
  return contradicts(truthOf(gold), truthOf(answer)) ? differentBy("text") : undecidedStatement;
}

/** Fewest words of a sentence: shorter texts are names and set phrases, of which another one is another answer. */
const sentenceWords = 5;

/** Tells whether a text is a sentence, which other words may say as well. */
export function isSentence(text: string, context: CompareContext): boolean {
  context.fuel.spend(text.length);
  return (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= sentenceWords;
}

function isSamePart(
  gold: StatementPart,
  answer: StatementPart,
  context: CompareContext,
  compare: ValueComparer,
): boolean {
  if (gold.isFormula !== answer.isFormula) return false;
  if (areSame(shown(gold, context), shown(answer, context))) return true;
  return gold
    .readings()
    .some((a) => answer.readings().some((b) => compare(a, b, context).result === "equal"));
}

/** The tokens as the policy compares them: the case of prose may not count, that of formulas does. */
function shown({ isFormula, tokens }: StatementPart, context: CompareContext): readonly string[] {
  context.fuel.spend(tokens.length);
  return isFormula || !context.policy.ignoreCase ? tokens : tokens.map((token) => token.toLowerCase());
}

function areSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((token, at) => token === right[at]);
}

const verdicts: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

/** The verdict that a value is, or begins with. */
function truthOf(value: Value): boolean | undefined {
  if (value.kind === "boolean") return value.value;
  if (value.kind === "text") return verdicts.get((/^[a-z]+/i.exec(value.text)?.[0] ?? "").toLowerCase());
  const first = value.kind === "statement" ? value.parts[0]?.tokens[0] : undefined;
  return first === undefined ? undefined : verdicts.get(first.toLowerCase());
}

function contradicts(left: boolean | undefined, right: boolean | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}
