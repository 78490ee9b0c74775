import { expect, test } from "vitest";
import { areEqual, parseAnswer } from "./building-blocks.ts";

test("parseAnswer gives typed readings and a normal form", () => {
  expect(parseAnswer("\\frac{2}{4}")).toMatchObject({ kind: "answer", form: "1/2" });
  expect(parseAnswer("5 \\text{ cm}")).toMatchObject({ answer: { readings: [{ kind: "quantity" }] } });
  expect(parseAnswer("\\foo")).toEqual({ kind: "unreadable", reason: "syntax" });
  expect(parseAnswer("(".repeat(500))).toEqual({ kind: "unreadable", reason: "too_large" });
});

test("an open comma has two readings", () => {
  const result = parseAnswer("1,234");
  expect(result).toMatchObject({ answer: { readings: [{ kind: "scalar" }, { kind: "list" }] } });
  expect(parseAnswer("1,034")).toMatchObject({ answer: { readings: [{ kind: "scalar" }] } });
});

test("normal forms of equal answers", () => {
  const form = (text: string) => {
    const result = parseAnswer(text);
    return result.kind === "answer" ? result.form : result.reason;
  };
  for (const [a, b] of [
    ["0.50", "\\frac12"],
    ["1,000", "1000"],
    ["x+1", "1+x"],
    ["\\{2,1\\}", "\\{1,2\\}"],
    ["100 \\text{ cm}", "1 \\text{ meter}"],
    ["50\\%", "0.5"],
  ] as const)
    expect(form(a)).toBe(form(b));
  expect(form("x-1")).not.toBe(form("1-x"));
  expect(form("2^{3x}")).not.toBe(form("2^3x"));
  expect(form("e^{\\frac{x}{3}}")).not.toBe(form("\\frac{e^x}{3}"));
});

test("areEqual is undecided where a side cannot be read", () => {
  expect(areEqual("\\foo", "5")).toBe("undecided");
  expect(areEqual("\\sqrt{4}", "2")).toBe("equal");
});
