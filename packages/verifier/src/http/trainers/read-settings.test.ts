import { describe, expect, test } from "vitest";
import { loadMethods, type MessageShape } from "../proto-json/contract-shape.ts";
import { readSettings } from "./read-settings.ts";

const request = loadMethods().find(({ name }) => name === "GradeAnswers")!.request;
const policyShape = request.fieldsByName.get("policy")!.value as MessageShape;
const read = (query: string) => readSettings(new URLSearchParams(query), policyShape);

describe("settings in an address", () => {
  test("none leave everything to the server", () => {
    expect(read("")).toEqual({ policy: null, grader: null });
  });

  test.each<[string, object]>([
    ["place=box", { place: "ANSWER_PLACE_BOX" }],
    ["rounding=gold_digits", { rounding: "ROUNDING_RULE_GOLD_DIGITS" }],
    ["gold_rule=all&units=required", { goldRule: "GOLD_RULE_ALL", units: "UNIT_RULE_REQUIRED" }],
    ["order=unordered", { order: "ORDER_RULE_UNORDERED" }],
    ["order=ordered", { order: "ORDER_RULE_ORDERED" }],
    ["goldRule=GOLD_RULE_ALL", { goldRule: "GOLD_RULE_ALL" }],
    ["after_reasoning_only=false", { afterReasoningOnly: false }],
    ["relative_tolerance=1e-3", { relativeTolerance: 0.001 }],
    ["integer_symbols=n,k", { integerSymbols: ["n", "k"] }],
  ])("%s", (query, policy) => {
    expect(read(query).policy).toMatchObject(policy);
  });

  test("a grader with its options", () => {
    expect(read("grader=json&grader.key_order=keep").grader).toEqual({
      name: "json",
      options: { key_order: "keep" },
    });
    expect(Object.keys(read("grader.__proto__=x").grader!.options)).toEqual(["__proto__"]);
  });

  test("the reward of a failure", () => {
    expect(read("failure_reward=0").failureReward).toBe(0);
    expect(read("failure_reward=-0.5&place=box").failureReward).toBe(-0.5);
  });

  test.each<[string, string]>([
    ["plaice=box", 'Did you mean "place"'],
    ["place=bx", 'place names "bx", which is no AnswerPlace.'],
    ["after_reasoning_only=yes", "afterReasoningOnly must be true or false"],
    ["failure_reward=", "failure_reward must be a number."],
    ["failure_reward=nan", "failure_reward must be a number."],
    ["absolute_tolerance=much", "absoluteTolerance must be a number"],
  ])("%s is refused", (query, message) => {
    expect(() => read(query)).toThrow(message);
  });
});
