import { expect, test } from "vitest";
import { parseRecord } from "./parse-record.ts";

const parse = (object: unknown) => parseRecord(JSON.stringify(object));

test.each([
  [
    { gold: "1", response: "r" },
    { golds: ["1"], candidate: { response: "r" } },
  ],
  [
    { gold: 1.5, answer: 2 },
    { golds: ["1.5"], candidate: { answer: "2" } },
  ],
  [
    { golds: ["1", 2], answer: "x" },
    { golds: ["1", "2"], candidate: { answer: "x" } },
  ],
  [
    { response: "r", answer: "3" },
    { golds: ["3"], candidate: { response: "r" } },
  ],
  [
    { gold: "1", response: "r", answer: "3" },
    { golds: ["1"], candidate: { response: "r" } },
  ],
  [
    { gold: "1", response: "" },
    { golds: ["1"], candidate: { response: "" } },
  ],
  [
    { golds: [], answer: "1" },
    { golds: [], candidate: { answer: "1" } },
  ],
  [
    { gold: "A", answer: "A", choices: ["x", "y"] },
    { golds: ["A"], candidate: { answer: "A" }, choices: ["x", "y"] },
  ],
])("%j", (object, item) => {
  expect(parse(object)).toEqual({ record: { item } });
});

test("id and label are kept; a null label is none", () => {
  expect(parse({ id: 7, gold: "1", answer: "1", correct: false })).toMatchObject({
    record: { id: "7", label: false },
  });
  expect(parse({ gold: "1", answer: "1", correct: null })).toEqual({
    record: { item: { golds: ["1"], candidate: { answer: "1" } } },
  });
});

test.each([
  ["{", /^not JSON/],
  ["[1]", /^not a JSON object/],
  ["null", /^not a JSON object/],
  ['{"answer":"1"}', /no gold answer/],
  ['{"gold":"1"}', /nothing to grade/],
  ['{"gold":["1"],"answer":"1"}', /field "gold" must be a string or a number/],
  ['{"golds":"1","answer":"1"}', /field "golds" must be a list/],
  ['{"golds":[{}],"answer":"1"}', /field "golds" must hold strings/],
  ['{"gold":"1","golds":["1"],"answer":"1"}', /not both/],
  ['{"gold":"1","response":5}', /field "response" must be a string/],
  ['{"gold":"1","answer":"1","correct":"yes"}', /field "correct" must be true, false or null/],
  ['{"gold":12345678901234567890,"answer":"1"}', /round/],
])("%s is malformed", (line, message) => {
  const parsed = parseRecord(line);
  expect("problem" in parsed && parsed.problem).toMatch(message);
});

test("fields may have other names", () => {
  const fields = { gold: "target", response: "output", label: "ok" };
  expect(parseRecord('{"target":"1","output":"o","ok":true,"gold":[]}', fields)).toEqual({
    record: { item: { golds: ["1"], candidate: { response: "o" } }, label: true },
  });
});
