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
  const contradiction = contradicts(truthOf(gold), truthOf(answer));
  if (gold.kind !== "statement" || answer.kind !== "statement")
    return contradiction ? differentBy("text") : undecidedStatement;
  const words = (parts: readonly StatementPart[]) => parts.flatMap((part) => shown(part, context));
  if (areSame(words(gold.parts), words(answer.parts))) return equalBy("text");
  if (contradiction) return differentBy("text");
  if (gold.parts.length !== answer.parts.length) return undecidedStatement;
  const isSame = gold.parts.every((part, at) => {
    const other = answer.parts[at];
    return other !== undefined && isSamePart(part, other, context, compare);
  });
  return isSame ? equalBy("structural") : undecidedStatement;
}

function isSamePart(
  gold: StatementPart,
  answer: StatementPart,
  context: CompareContext,
  compare: ValueComparer,
): boolean {
  if (gold.isFormula !== answer.isFormula) return false;
  if (areSame(shown(gold, context), shown(answer, context))) return true;
  return gold.readings.some((a) => answer.readings.some((b) => compare(a, b, context).result === "equal"));
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
