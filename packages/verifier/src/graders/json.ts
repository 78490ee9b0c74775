import { sameRational } from "../answer/value/rational.ts";
import { type AnswerGrader, type JudgeContext, UnusableGold } from "./answer-grader.ts";
import { findJsonTexts } from "./find-json.ts";
import { JsonProblem, type JsonValue, readJson } from "./json-value.ts";

/** The same JSON value: numbers by value (1.0 is 1), keys in any order. */
export const jsonGrader: AnswerGrader<JsonValue> = {
  name: "json",
  description:
    "The answer is the same JSON value: numbers by value, lists in order. It stands in a box, answer tags or a fenced " +
    "block, or is the whole response.",
  options: {
    key_order: { description: "whether the order of keys matters", values: ["ignore", "keep"] },
    extra_keys: {
      description: "whether an object may have more keys than the gold",
      values: ["refuse", "allow"],
    },
  },
  method: "structural",
  refusesProse: true,
  readGold(gold, { limits, fuel }) {
    try {
      return readJson(gold, limits.maxDepth, fuel);
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      throw new UnusableGold(
        `A gold answer of the grader json is a JSON value; in this one ${error.message}.`,
      );
    }
  },
  findAnswers: findJsonTexts,
  judge(answer, gold, context) {
    try {
      const value = readJson(answer, context.limits.maxDepth, context.fuel);
      const correct = isSame(gold, value, context);
      return { correct, reason: correct ? "equal" : "different" };
    } catch (error) {
      if (error instanceof JsonProblem) return { correct: false, reason: "unparsable_answer" };
      throw error;
    }
  },
};

function isSame(gold: JsonValue, value: JsonValue, context: JudgeContext): boolean {
  context.fuel.spend(1);
  if (gold.kind === "literal") return value.kind === "literal" && value.value === gold.value;
  if (gold.kind === "number") return value.kind === "number" && sameRational(gold.value, value.value);
  if (gold.kind === "list") {
    return (
      value.kind === "list" &&
      value.items.length === gold.items.length &&
      gold.items.every((item, index) => isSame(item, value.items[index]!, context))
    );
  }
  return value.kind === "object" && haveSameEntries(gold.entries, value.entries, context);
}

type Entries = ReadonlyMap<string, JsonValue>;

function haveSameEntries(gold: Entries, given: Entries, context: JudgeContext): boolean {
  const { options } = context;
  if (options["extra_keys"] !== "allow" && given.size !== gold.size) return false;
  if (options["key_order"] === "keep") {
    const kept = [...given.keys()].filter((key) => gold.has(key));
    if ([...gold.keys()].some((key, index) => key !== kept[index])) return false;
  }
  for (const [key, item] of gold) {
    const value = given.get(key);
    if (value === undefined || !isSame(item, value, context)) return false;
  }
  return true;
}
