import { describe, expect, test } from "vitest";
import { gradeAnswer } from "../src/answer/index.ts";
import { foolGroups } from "./fool-suite/fool-groups.ts";
import { honestResponses } from "./fool-suite/honest-responses.ts";

function isPaid(gold: string, response: string): boolean {
  const verdict = gradeAnswer({ golds: [gold], candidate: { response } });
  return verdict.kind === "score" && verdict.correct;
}

describe("responses built to fool graders are not paid", () => {
  describe.each(foolGroups)("$attack", ({ cases }) => {
    test.each(cases)("gold %j, response %j", (gold, response) => {
      expect(isPaid(gold, response)).toBe(false);
    });
  });
});

describe("honest responses of the same shapes are paid", () => {
  test.each(honestResponses)("%s: gold %j, response %j", (_shape, gold, response) => {
    expect(isPaid(gold, response)).toBe(true);
  });
});
