import { coreOfText } from "../value/plain-statement.ts";
import { textValue } from "../value/text.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { resolveChain } from "./equal-chains.ts";
import { equalCollections } from "./equal-collections.ts";
import { equalConditioned } from "./equal-conditioned.ts";
import { equalLabelled } from "./equal-labelled.ts";
import { equalMeasures } from "./equal-measures.ts";
import { equalNames, nameOf } from "./equal-names.ts";
import { equalRelations } from "./equal-relations.ts";
import { equalSolvedFor } from "./equal-solved.ts";
import { equalCases, equalCongruences, equalRatios } from "./equal-special.ts";
import { equalStatements, isSentence, judgeUnequalStatements } from "./equal-statements.ts";
import { differentBy, equalBy, type Outcome } from "./outcome.ts";
import { isRealSet, sameRealSet } from "./real-set.ts";

/** Compares a gold value with an answer value under the policy. */
export function equalValues(gold: Value, answer: Value, context: CompareContext): Outcome {
  context.fuel.spend(2);
  if (gold.kind === "statement" || answer.kind === "statement")
    return equalStatements(gold, answer, context, equalValues);
  if (gold.kind === "conditioned" || answer.kind === "conditioned")
    return equalConditioned(gold, answer, context, equalValues);
  if (gold.kind === "labelled" || answer.kind === "labelled")
    return equalLabelled(gold, answer, context, equalValues);
  if (gold.kind === "chain" || answer.kind === "chain") return equalThroughChains(gold, answer, context);
  if (nameOf(gold) !== undefined && nameOf(answer) !== undefined) return equalNames(gold, answer, context);
  if (isMeasure(gold) && isMeasure(answer)) return equalMeasures(gold, answer, context);
  if (gold.kind === "ratio" || answer.kind === "ratio") return equalRatios(gold, answer, context);
  if (gold.kind === "congruence" || answer.kind === "congruence")
    return equalCongruences(gold, answer, context);
  if (gold.kind === "cases" || answer.kind === "cases") return equalCases(gold, answer, context, equalValues);
  if (gold.kind === "text" || answer.kind === "text") return equalTexts(gold, answer, context);
  if (gold.kind === "boolean" || answer.kind === "boolean") {
    const isSame = gold.kind === "boolean" && answer.kind === "boolean" && gold.value === answer.value;
    return isSame ? equalBy("text") : differentBy("text");
  }
  if (gold.kind === "relation" || answer.kind === "relation") {
    if (gold.kind !== "relation" || answer.kind !== "relation") return equalSolvedFor(gold, answer, context);
    return equalRelations(gold, answer, context, equalValues);
  }
  if (isRealSet(gold) || isRealSet(answer)) {
    const isSame = sameRealSet(gold, answer, context);
    if (isSame !== undefined) return isSame ? equalBy("structural") : differentBy("structural");
  }
  return equalCollections(gold, answer, context, equalValues);
}

function isMeasure(value: Value): value is Value & { kind: "scalar" | "quantity" } {
  return value.kind === "scalar" || value.kind === "quantity";
}

function equalThroughChains(gold: Value, answer: Value, context: CompareContext): Outcome {
  const a = resolveChain(gold, context, equalValues);
  const b = resolveChain(answer, context, equalValues);
  if (a === undefined) return { result: "undecided", method: "structural", reason: "undefined_gold" };
  return b === undefined ? differentBy("structural") : equalValues(a, b, context);
}

/** Words and a value that is no name. */
function equalTexts(gold: Value, answer: Value, context: CompareContext): Outcome {
  if (answer.kind === "text" && saysValue(gold, answer.text, context)) return equalBy("text");
  return gold.kind === "text" && isSentence(gold.text, context)
    ? judgeUnequalStatements(gold, answer)
    : differentBy("text");
}

/** Tells whether the answer says the gold in a short statement: `The equation has no solution` for the empty set. */
function saysValue(gold: Value, answer: string, context: CompareContext): boolean {
  context.fuel.spend(Math.min(answer.length, 120));
  const said = coreOfText(answer);
  const value = said === answer ? undefined : textValue(said);
  return value !== undefined && value.kind !== "text" && equalValues(gold, value, context).result === "equal";
}
