import { expect, test } from "vitest";
import { toWellFormedText } from "./well-formed.ts";

test("only lone surrogates change", () => {
  expect(toWellFormedText("é 😀")).toBe("é 😀");
  expect(toWellFormedText("😀".slice(0, 1))).toBe("\ufffd");
  expect(toWellFormedText("a\udc00b")).toBe("a\ufffdb");
});
