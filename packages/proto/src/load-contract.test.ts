import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { protoFolder, verifierProtoFile, verifierService } from "./load-contract.ts";

const { GradeAnswers, ScoreRollouts } = verifierService;

test("the proto file lies where other generators are told to look", () => {
  expect(existsSync(join(protoFolder, verifierProtoFile))).toBe(true);
});

test("names, defaults, enums and presence survive the wire as the generated types say", () => {
  const bytes = GradeAnswers.requestSerialize({
    items: [
      { id: "é", golds: ["1", "2"], answer: "", policy: { place: "ANSWER_PLACE_BOX", ignoreCase: false } },
    ],
  });
  const [item] = GradeAnswers.requestDeserialize(bytes).items;
  expect(item).toMatchObject({ id: "é", golds: ["1", "2"], answer: "", candidate: "answer", choices: [] });
  expect(item?.response).toBeUndefined();
  expect(item?.policy).toMatchObject({ place: "ANSWER_PLACE_BOX", order: "ORDER_RULE_UNSPECIFIED" });
  expect(item?.policy?.ignoreCase).toBe(false);
  expect(item?.policy?.afterReasoningOnly).toBeUndefined();
});

test("an absent reward is absent, and a reward of 0 is 0", () => {
  const bytes = ScoreRollouts.responseSerialize({
    groups: [{ rollouts: [{ id: "a" }, { id: "b", reward: 0, components: { answer: 0.5 } }] }],
  });
  const rollouts = ScoreRollouts.responseDeserialize(bytes).groups[0]?.rollouts ?? [];
  expect(rollouts.map((rollout) => rollout.reward)).toEqual([undefined, 0]);
  expect(rollouts[1]?.components).toEqual({ answer: 0.5 });
});

test("64-bit counts arrive as numbers", () => {
  const bytes = GradeAnswers.responseSerialize({ verdicts: [{ fuelUsed: 2 ** 40 + 1 }] });
  expect(GradeAnswers.responseDeserialize(bytes).verdicts[0]?.fuelUsed).toBe(2 ** 40 + 1);
});
