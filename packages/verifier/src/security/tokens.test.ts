import fc from "fast-check";
import { expect, test } from "vitest";
import { createTokenCheck, parseTokens, readBearer, shortestToken } from "./tokens.ts";

const token = fc.stringMatching(/^[!-"$-+\--~][!-~]{15,40}$/);

test("every token of a list is accepted, and nothing else", () => {
  fc.assert(
    fc.property(fc.uniqueArray(token, { minLength: 1, maxLength: 5 }), fc.string(), (tokens, other) => {
      const isAccepted = createTokenCheck(parseTokens(tokens.join("\n"), "a test"));
      expect(tokens.every(isAccepted)).toBe(true);
      expect(isAccepted(other)).toBe(tokens.includes(other));
      expect(isAccepted(`${tokens[0]}x`)).toBe(tokens.includes(`${tokens[0]}x`));
    }),
  );
});

test("comments, empty lines and line ends of Windows are skipped", () => {
  const text = `# now\r\n${"a".repeat(20)}\r\n\r\n  ${"b".repeat(20)}  \n# old\n`;
  expect(parseTokens(text, "a test")).toEqual(["a".repeat(20), "b".repeat(20)]);
});

test.each([
  ["nothing", "# only a comment\n", "no token in the file"],
  ["a short token", "a".repeat(shortestToken - 1), "line 1 of the file needs at least 16"],
  ["a space", `\n${"a".repeat(16)} b`, "line 2 of the file"],
  ["a letter that no header takes", `${"a".repeat(16)}é`, "line 1 of the file"],
])("%s is refused in words that hold no token", (_name, text, words) => {
  expect(() => parseTokens(text, "the file")).toThrow(words);
  expect(() => parseTokens(text, "the file")).not.toThrow("aaaa");
});

test.each([
  ["Bearer abc", "abc"],
  ["bearer  abc ", "abc"],
  ["Basic abc", undefined],
  ["abc", undefined],
  ["", undefined],
  [undefined, undefined],
])("authorization: %s", (header, expected) => {
  expect(readBearer(header)).toBe(expected);
});
