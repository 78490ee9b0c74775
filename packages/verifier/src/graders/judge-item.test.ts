import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInGraders } from "./built-in.ts";
import { chooseGrader } from "./choose-grader.ts";
import { graderNames } from "./grader-names.ts";
import { judgeBy, outcomeOf } from "./graders.test-support.ts";

const goldOf: Record<string, string> = {
  multiple_choice: "B",
  numeric: "7/2",
  exact: "Paris",
  json: '{"a": [1, 2]}',
  regex: "[a-z]{2,5}",
  countdown: '{"target": 24, "numbers": [4, 6]}',
};
const answerOf: Record<string, string> = { ...goldOf, regex: "abc", countdown: "4 * 6" };

test("the names that help texts show are those of the graders", () => {
  expect(builtInGraders.map(({ name }) => name)).toEqual([...graderNames]);
});

describe.each(graderNames)("%s: the rules of every grader", (name) => {
  const gold = goldOf[name]!;
  const answer = answerOf[name]!;

  test("a right answer is correct, bare or marked in a response", () => {
    expect(outcomeOf(judgeBy(name, [gold], { answer }))).toBe("correct");
    expect(outcomeOf(judgeBy(name, [gold], { response: `Some work.\n<answer>${answer}</answer>` }))).toBe(
      "correct",
    );
  });

  test("no answer is incorrect, no gold is a failure, and so is a gold that cannot be used", () => {
    expect(outcomeOf(judgeBy(name, [gold], { answer: "  " }))).toBe("no_answer");
    expect(outcomeOf(judgeBy(name, [gold], { response: "I give up, sorry." }))).toBe("no_answer");
    expect(outcomeOf(judgeBy(name, [], { answer }))).toBe("failure: no_gold");
    expect(outcomeOf(judgeBy(name, [" "], { answer }))).toBe("failure: no_gold");
    if (name !== "exact")
      expect(outcomeOf(judgeBy(name, ["(["], { answer }))).toBe("failure: unparsable_gold");
  });

  test("a readable gold beside an unreadable one decides, and its place is told", () => {
    const golds = name === "exact" ? ["other", gold] : ["([", gold];
    expect(judgeBy(name, golds, { answer })).toMatchObject({ correct: true, goldIndex: 1 });
  });

  test("inside an unfinished reasoning block nothing counts", () => {
    const response = `<think>\n<answer>${answer}</answer>`;
    expect(outcomeOf(judgeBy(name, [gold], { response }))).toBe("unfinished_reasoning");
  });

  test("choice: first, last, and all that agree", () => {
    const response = `<answer>${answer}</answer> or rather\n<answer>zzzzzzzz</answer>`;
    const by = (choice: "first" | "last" | "all_agree", text: string) =>
      outcomeOf(judgeBy(name, [gold], { response: text }, {}, { policy: { choice } }));
    expect(by("first", response)).toBe("correct");
    expect(by("last", response)).not.toBe("correct");
    const turned = `<answer>zzzzzzzz</answer> or rather\n<answer>${answer}</answer>`;
    expect(by("last", turned)).toBe("correct");
    expect(by("all_agree", turned)).toBe("conflicting_answers");
  });

  test("what is too long or too dear is told apart, and the fuel is counted", () => {
    const limits = { maxAnswerChars: 64 };
    expect(outcomeOf(judgeBy(name, ["1".repeat(65)], { answer }, {}, { limits }))).toBe(
      "failure: limit_exceeded",
    );
    expect(outcomeOf(judgeBy(name, [gold], { answer: "a".repeat(65) }, {}, { limits }))).toBe(
      "answer_too_large",
    );
    const starved = outcomeOf(judgeBy(name, [gold], { answer }, {}, { limits: { fuel: 1 } }));
    expect(starved).toBe("failure: limit_exceeded");
    expect(judgeBy(name, [gold], { answer }).fuelUsed).toBeGreaterThan(0);
  });

  test("any text gives a verdict, the same each time, without a defect", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'{}[]()"\\,:=+-*/.0123456789eE%$ABab \n'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const verdict = judgeBy(name, [first], { response: second });
        expect(outcomeOf(verdict)).not.toBe("failure: internal");
        expect(judgeBy(name, [first], { response: second })).toEqual(verdict);
        expect(outcomeOf(judgeBy(name, [first], { answer: second }))).not.toBe("failure: internal");
      }),
      { numRuns: 300 },
    );
  });

  test("hostile texts cost little", () => {
    const startedAt = performance.now();
    for (const piece of [
      "(",
      "[",
      "{",
      "9",
      '"',
      "a{9}",
      "\\frac{",
      "```\n",
      "<answer>",
      "-",
      "1,",
      "\\(",
      " ",
    ]) {
      judgeBy(name, [piece.repeat(4096 / piece.length)], { answer: piece.repeat(4096 / piece.length) });
      judgeBy(name, [gold], { answer: piece.repeat(4096 / piece.length) });
      judgeBy(name, [gold], { response: piece.repeat(200_000 / piece.length) });
    }
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

test.each<[string, Record<string, string>, string]>([
  ["jsn", {}, 'Unknown grader "jsn". Did you mean "json"?'],
  ["json", { keyorder: "keep" }, 'The grader json has no option "keyorder". Did you mean "key_order"?'],
  ["json", { key_order: "kept" }, 'cannot be "kept". Known: ignore, keep.'],
  ["numeric", { places: "2" }, 'The grader numeric has no option "places". It takes none.'],
  ["math", { units: "required" }, "The grader math takes no options"],
  ["json", JSON.parse('{"__proto__": "x"}'), 'The grader json has no option "__proto__".'],
])("the choice %s with %j is refused", (name, options, message) => {
  expect(() => chooseGrader(name, options, builtInGraders)).toThrow(message);
});

test("math is the core and has every setting from the policy; others get their defaults", () => {
  expect(chooseGrader("", {}, builtInGraders)).toBeUndefined();
  expect(chooseGrader("math", {}, builtInGraders)).toBeUndefined();
  expect(chooseGrader("json", { extra_keys: "allow" }, builtInGraders)).toEqual({
    name: "json",
    options: { key_order: "ignore", extra_keys: "allow" },
  });
});
