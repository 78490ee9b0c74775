import { describe, expect, test } from "vitest";
import { isPaid, kindTable } from "./kind-table.test-support.ts";

kindTable("runs of letters as names", {
  equal: [
    ["Amy", "\\text{Amy}"],
    ["Fe", "\\text{Fe}"],
    ["\\mathrm{dog}", "\\text{dog}"],
    ["\\mathrm{odd}", "odd"],
    ["\\mathrm{Yes}", "\\text{Yes}"],
    ["Amy, Bob", "\\text{Amy}, \\text{Bob}"],
    ["ABC", "\\text{ABC}"],
    ["IR", "I R"],
    ["\\{\\text{Al}, \\text{Ed}\\}", "\\{Al, Ed\\}"],
    ["using", "\\text{using}"],
    ["catalog", "\\text{catalog}"],
  ],
  different: [
    ["dog", "cat"],
    ["CO", "OC"],
    ["Bob", "\\text{obB}"],
    ["\\mathrm{dog}", "\\mathrm{god}"],
    ["\\mathrm{dog}", "d o g"],
    ["KCl", "\\text{ClK}"],
    ["listen", "silent"],
    ["on", "\\text{no}"],
  ],
});

describe("runs of letters that may be products or names", () => {
  test.each([
    ["dog", "god"],
    ["aab", "aba"],
    ["xy", "yx"],
    ["Bob", "obB"],
    ["qvB", "qBv"],
  ])("%s and %s are undecided", (gold, answer) => expect(isPaid(gold, answer)).toBe("undecided"));
});

kindTable("upright letters behind a number", {
  equal: [
    ["5", "5~\\mathrm{g}"],
    ["5\\,\\mathrm{s}", "5\\text{ s}"],
    ["5\\mathrm{m}", "500\\text{ cm}"],
    ["2\\mathrm{e}^{x}", "2e^x"],
  ],
  different: [
    ["5~\\mathrm{g}", "6~\\mathrm{g}"],
    ["5\\,\\mathrm{s}", "5\\text{ m}"],
  ],
});

describe("lists of names", () => {
  test.each([
    ["C, A, B", "A, B, C"],
    ["Carl, Amy, Bob", "Amy, Bob, Carl"],
  ])("%s and %s are undecided: the first may be a ranking", (gold, answer) =>
    expect(isPaid(gold, answer)).toBe("undecided"),
  );

  test("names in the order of the alphabet are a set", () => expect(isPaid("A, C", "C, A")).toBe(true));
});
