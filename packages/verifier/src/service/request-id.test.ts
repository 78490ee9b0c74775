import { expect, test } from "vitest";
import { chooseRequestId } from "./request-id.ts";

const fresh = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test.each(["a", "run-7/step-12", "x".repeat(128), '{"}~!'])("keeps %j", (given) => {
  expect(chooseRequestId(given)).toBe(given);
});

test.each([
  undefined,
  "",
  " ",
  "a b",
  "a\nb",
  "\u001b[31m",
  "ключ",
  "x".repeat(129),
  Buffer.from("a"),
  ["a"],
])("replaces %j", (given) => {
  expect(chooseRequestId(given)).toMatch(fresh);
});

test("gives every request its own", () => {
  expect(chooseRequestId(undefined)).not.toBe(chooseRequestId(undefined));
});
