import { createVerifierClient } from "@touchstone/proto";
import { describe, expect, test } from "vitest";
import { type AnswerPolicy, gradeAnswer } from "../src/answer/index.ts";
import { startVerifierProcess } from "../src/start-process.ts";
import { foolGroups } from "./fool-suite/fool-groups.ts";
import { honestResponses } from "./fool-suite/honest-responses.ts";
import { honestBoxes, honestMarkers } from "./fool-suite/honest-spellings.ts";
import { paidLastValues, refusedLastValues } from "./fool-suite/last-values.ts";

function isPaid(gold: string, response: string, policy: Partial<AnswerPolicy> = {}): boolean {
  const verdict = gradeAnswer({ golds: [gold], candidate: { response } }, { policy });
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

describe("honest spellings are paid", () => {
  test.each([...honestBoxes, ...honestMarkers])("gold %j, response %j", (gold, response) => {
    expect(isPaid(gold, response)).toBe(true);
  });
});

describe("the last value of a response, where the policy takes it", () => {
  test.each(paidLastValues)("gold %j is paid for %j", (gold, response) => {
    expect(isPaid(gold, response, { place: "anywhere" })).toBe(true);
  });

  test.each(refusedLastValues)("gold %j is not paid for %j", (gold, response) => {
    expect(isPaid(gold, response, { place: "anywhere" })).toBe(false);
  });
});

test("the service pays the same: every honest response and nothing else", async () => {
  const fool = foolGroups.flatMap(({ cases }) => cases);
  const honest = honestResponses.map(([, gold, response]): [string, string] => [gold, response]);
  const items = [...fool, ...honest].map(([gold, response]) => ({ golds: [gold], response }));
  const server = await startVerifierProcess({ logLevel: "error" });
  const client = createVerifierClient({ address: server.address });
  try {
    const { verdicts } = await client.gradeAnswers({ items });
    const paid = verdicts.flatMap(({ score }, index) => (score?.correct === true ? [index] : []));
    expect(paid).toEqual(honest.map((_, index) => fool.length + index));
  } finally {
    client.close();
    await server.stop();
  }
}, 60_000);
