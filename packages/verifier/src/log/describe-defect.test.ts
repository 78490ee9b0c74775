import fc from "fast-check";
import { expect, test } from "vitest";
import { LedgerUnavailableError } from "../errors.ts";
import { describeDefect } from "./describe-defect.ts";

test("an error of the runtime is named, with its place and without its message", () => {
  const [error] = [() => JSON.parse("SECRET"), () => null as never].map((work) => {
    try {
      return work();
    } catch (caught) {
      return caught;
    }
  });
  const described = describeDefect(error);
  expect(described).toMatchObject({ type: "SyntaxError" });
  expect(described.stack).toContain("describe-defect.test.ts");
  expect(described).not.toHaveProperty("message");
  expect(describeDefect(error, true).message).toContain("SECRET");
});

test("an error of this package keeps its words, its cause has none", () => {
  const cause = Object.assign(new Error("SECRET"), { code: "57P01", detail: "SECRET" });
  const described = describeDefect(new LedgerUnavailableError("The ledger is away.", { cause }));
  expect(described).toMatchObject({
    type: "LedgerUnavailableError",
    code: "LEDGER_UNAVAILABLE",
    message: "The ledger is away.",
    cause: { type: "Error", code: "57P01" },
  });
  expect(JSON.stringify(described)).not.toContain("SECRET");
});

test("nothing of a message is left, however it is made", () => {
  const lines = [
    "SECRET",
    "Error: SECRET",
    "    at SECRET (file:///SECRET.js:1:1)",
    "",
    "E",
    "at",
    "\n",
    "null",
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...lines), fc.string()), { maxLength: 5 });
  fc.assert(
    fc.property(
      text,
      fc.constantFrom<unknown>("SECRET", new Error("SECRET"), { text: "SECRET" }),
      (parts, cause) => {
        const error = new Error(`${parts.join("\n")}SECRET`, { cause });
        error.name = `${parts.join("\n")} SECRET`;
        expect(JSON.stringify(describeDefect(error))).not.toContain("SECRET");
      },
    ),
  );
});
