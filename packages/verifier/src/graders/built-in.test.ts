import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeBy, outcomeOf } from "./graders.test-support.ts";

type Options = Record<string, string>;
const by = (name: string, gold: string, answer: string, options: Options = {}, extras = {}) =>
  outcomeOf(judgeBy(name, [gold], { answer }, options, extras));

describe("exact", () => {
  test.each<[string, string, Options, string]>([
    ["Paris", "Paris", {}, "correct"],
    ["Paris", " Paris\n", {}, "correct"],
    ["Paris", "paris", {}, "different"],
    ["Paris", "paris", { case: "ignore" }, "correct"],
    ["New  York", "New York", {}, "correct"],
    ["New  York", "New York", { space: "keep" }, "different"],
    ["caf\u00e9", "cafe\u0301", {}, "correct"],
    ["1", "1.0", {}, "different"],
    ["Paris", "Paris, France", {}, "different"],
  ])("gold %j, answer %j, %j: %s", (gold, answer, options, outcome) => {
    expect(by("exact", gold, answer, options)).toBe(outcome);
  });
});

describe("numeric", () => {
  test.each<[string, string, object, string]>([
    ["3.5", "7/2", {}, "correct"],
    ["3.5", "\\frac{7}{2}", {}, "correct"],
    ["3.5", "-\\frac{7}{2}", {}, "different"],
    ["1234", "1,234", {}, "correct"],
    ["1234", "12,34", {}, "unparsable_answer"],
    ["0.28", "28%", {}, "correct"],
    ["0.28", "28\\%", {}, "correct"],
    ["28", "28%", {}, "different"],
    ["7", "$7.00", {}, "correct"],
    ["7", "$7$", {}, "correct"],
    ["-7", "\u22127", {}, "correct"],
    ["1e3", "1000.", {}, "correct"],
    ["6.02e23", "602000000000000000000000", {}, "correct"],
    ["1/3", "0.333", {}, "different"],
    ["1/3", "0.333", { policy: { absoluteTolerance: 0.001 } }, "correct"],
    ["100", "101", { policy: { relativeTolerance: 0.01 } }, "correct"],
    ["100", "101.0001", { policy: { relativeTolerance: 0.01 } }, "different"],
    ["-100", "-99", { policy: { relativeTolerance: 0.01 } }, "correct"],
    ["0.3", "0.2", { policy: { absoluteTolerance: 0.1 } }, "correct"],
    ["7", "seven", {}, "unparsable_answer"],
    ["7", "3+4", {}, "unparsable_answer"],
    ["7", "7 apples", {}, "unparsable_answer"],
    ["7", "1/0", {}, "unparsable_answer"],
    ["7", "1e99999", {}, "unparsable_answer"],
    ["x", "7", {}, "failure: unparsable_gold"],
  ])("gold %j, answer %j, %j: %s", (gold, answer, extras, outcome) => {
    expect(by("numeric", gold, answer, {}, extras)).toBe(outcome);
  });

  test("whole numbers and decimals agree with arithmetic on them", () => {
    const small = fc.integer({ min: -9999, max: 9999 });
    fc.assert(
      fc.property(small, small, fc.integer({ min: 0, max: 6 }), (left, right, places) => {
        const write = (value: number) => {
          const digits = String(Math.abs(value)).padStart(places + 1, "0");
          const at = digits.length - places;
          return `${value < 0 ? "-" : ""}${digits.slice(0, at)}${places > 0 ? `.${digits.slice(at)}` : ""}`;
        };
        expect(by("numeric", write(left), write(right)) === "correct").toBe(left === right);
        expect(by("numeric", write(left), `${left}e-${places}`)).toBe("correct");
      }),
    );
  });
});

describe("multiple_choice", () => {
  const choices = ["red", "green", "blue sky"];
  test.each<[string, string, readonly string[], string]>([
    ["B", "B", [], "correct"],
    ["B", "b", [], "correct"],
    ["B", "(B)", [], "correct"],
    ["B", "B.", [], "correct"],
    ["B", "\\text{B}", [], "correct"],
    ["B", "**B**", [], "correct"],
    ["B", "Option B", [], "correct"],
    ["B", "A", [], "different"],
    ["B", "A or B", [], "unparsable_answer"],
    ["B", "BB", [], "unparsable_answer"],
    ["B", "green", [], "unparsable_answer"],
    ["B", "Green", choices, "correct"],
    ["B", "red", choices, "different"],
    ["B", "B. green", choices, "correct"],
    ["B", "(B) green", choices, "correct"],
    ["B", "B: red", choices, "conflicting_answers"],
    ["B", "B. purple", choices, "unparsable_answer"],
    ["C", "blue   sky", choices, "correct"],
    ["green", "B", choices, "correct"],
    ["B", "D", choices, "unparsable_answer"],
    ["D", "B", choices, "failure: unparsable_gold"],
    ["green", "B", ["green", "green"], "failure: unparsable_gold"],
  ])("gold %j, answer %j, choices %j: %s", (gold, answer, given, outcome) => {
    expect(by("multiple_choice", gold, answer, {}, { choices: given })).toBe(outcome);
  });
});

describe("json", () => {
  test.each<[string, string, Options, string]>([
    ['{"a": 1, "b": [true, null]}', '{"b":[true,null],"a":1.0}', {}, "correct"],
    ['{"a": 1, "b": 2}', '{"b": 2, "a": 1}', { key_order: "keep" }, "different"],
    ['{"a": 1, "b": 2}', '{"a": 1, "b": 2}', { key_order: "keep" }, "correct"],
    ['{"a": 1}', '{"a": 1, "b": 2}', {}, "different"],
    ['{"a": 1}', '{"x": 0, "a": 1, "b": 2}', { extra_keys: "allow", key_order: "keep" }, "correct"],
    ['{"a": 1}', '{"b": 1}', { extra_keys: "allow" }, "different"],
    ["[1, 2]", "[2, 1]", {}, "different"],
    ["[1, 2]", "[1, 2, 3]", {}, "different"],
    ["1e2", "100", {}, "correct"],
    ["9007199254740993", "9007199254740992", {}, "different"],
    ["0.1", "0.10000000000000001", {}, "different"],
    ["1", '"1"', {}, "different"],
    ["0", "false", {}, "different"],
    ['"\\u0041"', '"A"', {}, "correct"],
    ['{"a": 1}', '{"a": 1, "a": 2}', {}, "unparsable_answer"],
    ['{"a": 1}', "{'a': 1}", {}, "unparsable_answer"],
    ['{"a": 1}', '{"a": 1,}', {}, "unparsable_answer"],
    ["[1]", "[01]", {}, "unparsable_answer"],
    ["[1]", "[1] [1]", {}, "unparsable_answer"],
    ['{"__proto__": 1}', '{"__proto__": 1}', {}, "correct"],
    ["{}", '{"__proto__": 1}', {}, "different"],
    ["1", "1e999999", {}, "unparsable_answer"],
  ])("gold %s, answer %s, %j: %s", (gold, answer, options, outcome) => {
    expect(by("json", gold, answer, options)).toBe(outcome);
  });

  test.each<[string, string, object, string]>([
    ["a fence", 'Here:\n```json\n{"a": 1}\n```\nDone.', {}, "correct"],
    ["the last fence", '```\n{"a": 2}\n```\n```json\n{"a": 1}\n```', {}, "correct"],
    ["the whole response", ' {"a": 1} ', {}, "correct"],
    ["prose", 'The answer is {"a": 1}', {}, "no_answer"],
    ["a fence under box", '```json\n{"a": 1}\n```', { policy: { place: "box" } }, "no_answer"],
    ["a box", '\\boxed{{"a": 1}}', { policy: { place: "box" } }, "correct"],
    ["after the reasoning", '<think>```\n{"a": 2}\n```\n</think>{"a": 1}', {}, "correct"],
  ])("found in %s", (_name, response, extras, outcome) => {
    expect(outcomeOf(judgeBy("json", ['{"a": 1}'], { response }, {}, extras))).toBe(outcome);
  });

  test("a value is itself, however it is written; another is another", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const [first, second] = [JSON.stringify(left), JSON.stringify(right)];
        expect(by("json", first, JSON.stringify(left, null, 3))).toBe("correct");
        const same = JSON.stringify(sortKeys(left)) === JSON.stringify(sortKeys(right));
        expect([first, second, by("json", first, second) === "correct"]).toEqual([first, second, same]);
      }),
    );
  });
});

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, entry]) => [key, sortKeys(entry)]),
  );
}

describe("regex", () => {
  test.each<[string, string, Options, string]>([
    ["\\d{4}-\\d{2}", "2024-05", {}, "correct"],
    ["\\d{4}", "in 2024", {}, "different"],
    ["\\d{4}", "in 2024", { match: "search" }, "correct"],
    ["paris", "Paris", {}, "different"],
    ["paris", "Paris", { case: "ignore" }, "correct"],
    ["(?:Paris|Lyon)", "Lyon", {}, "correct"],
    ["(a)\\1", "aa", {}, "failure: unparsable_gold"],
    ["(?=a)a", "a", {}, "failure: unparsable_gold"],
    ["a{1000}{1000}", "a", {}, "failure: unparsable_gold"],
    ["a{1,1000}".repeat(100), "a", {}, "failure: unparsable_gold"],
    ["x".repeat(1001), "x", {}, "failure: unparsable_gold"],
  ])("pattern %s, answer %s, %j: %s", (gold, answer, options, outcome) => {
    expect(by("regex", gold, answer, options)).toBe(outcome);
  });

  test("on the response, where the pattern says what counts", () => {
    const response = "def f(x):\n    return x + 1";
    const options = { on: "response", match: "search" };
    expect(outcomeOf(judgeBy("regex", ["return\\s+x"], { response }, options))).toBe("correct");
    expect(outcomeOf(judgeBy("regex", ["return\\s+x"], { response }))).toBe("no_answer");
  });

  test("patterns that ruin a backtracking engine take no longer", () => {
    const startedAt = performance.now();
    for (const pattern of ["(a+)+b", "(a|a)*b", "(a*)*b", "(.*)(.*)(.*)(.*)b"]) {
      expect(by("regex", pattern, "a".repeat(4000))).toBe("different");
    }
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

describe("countdown", () => {
  const puzzle = '{"target": 98, "numbers": [44, 19, 35]}';
  test.each<[string, string, Options, string]>([
    [puzzle, "44 + 19 + 35", {}, "correct"],
    [puzzle, "(44 + 19) + 35 = 98", {}, "correct"],
    [puzzle, "$44 + 19 + 35$", {}, "correct"],
    [puzzle, "44 + 19 + 35 = 99", {}, "different"],
    [puzzle, "44 + 35", {}, "wrong_numbers"],
    [puzzle, "98", {}, "wrong_numbers"],
    [puzzle, "44 + 44 + 19 + 35 - 44", {}, "wrong_numbers"],
    [puzzle, "44 * 19 - 35", {}, "different"],
    [puzzle, "44 + 19 + 35 = 98 = 98", {}, "unparsable_answer"],
    [puzzle, "4419 + 35", {}, "wrong_numbers"],
    [puzzle, "44 19 35", {}, "unparsable_answer"],
    [puzzle, "44 + (19 + 35", {}, "unparsable_answer"],
    [puzzle, "44 ** 19", {}, "unparsable_answer"],
    [puzzle, "process.exit()", {}, "unparsable_answer"],
    ['{"target": 24, "numbers": [8, 3, 8, 3]}', "8 / (3 - 8 / 3)", {}, "correct"],
    ['{"target": 24, "numbers": [8, 3, 8, 3]}', "8 \\div (3 - 8 \u00f7 3)", {}, "correct"],
    ['{"target": 6, "numbers": [3, 2]}', "3 \\times 2", {}, "correct"],
    ['{"target": 0, "numbers": [5, 5, 1]}', "1 / (5 - 5)", {}, "undefined_answer"],
    ['{"target": 6, "numbers": [3, 2, 9]}', "3 * 2", {}, "wrong_numbers"],
    ['{"target": 6, "numbers": [3, 2, 9]}', "3 * 2", { use: "some" }, "correct"],
    ['{"target": 6, "numbers": [3, 2, 9]}', "3 + 3", { use: "some" }, "wrong_numbers"],
    ['{"target": 6}', "6", {}, "failure: unparsable_gold"],
    ['{"target": 6.5, "numbers": [6]}', "6", {}, "failure: unparsable_gold"],
  ])("gold %s, answer %s, %j: %s", (gold, answer, options, outcome) => {
    expect(by("countdown", gold, answer, options)).toBe(outcome);
  });

  test("an expression made from numbers makes its own value from them, and no other", () => {
    type Made = { readonly text: string; readonly value: number; readonly numbers: number[] };
    const leaf = fc
      .integer({ min: 1, max: 20 })
      .map((n): Made => ({ text: String(n), value: n, numbers: [n] }));
    const { made } = fc.letrec<{ made: Made }>((tie) => ({
      made: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        leaf,
        fc
          .tuple(tie("made"), fc.constantFrom("+", "-", "*"), tie("made"))
          .map(([left, sign, right]): Made => {
            const value =
              sign === "+"
                ? left.value + right.value
                : sign === "-"
                  ? left.value - right.value
                  : left.value * right.value;
            return {
              text: `(${left.text} ${sign} ${right.text})`,
              value,
              numbers: [...left.numbers, ...right.numbers],
            };
          }),
      ),
    }));
    fc.assert(
      fc.property(made, ({ text, value, numbers }) => {
        fc.pre(value >= 0);
        const gold = (target: number) => JSON.stringify({ target, numbers: [...numbers].reverse() });
        expect(by("countdown", gold(value), text)).toBe("correct");
        expect(by("countdown", gold(value + 1), text)).toBe("different");
        expect(by("countdown", gold(value), `${text} + 1`)).toBe("wrong_numbers");
      }),
    );
  });
});
