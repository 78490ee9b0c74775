import { verifierService } from "@touchstone/proto";
import { expect, test } from "vitest";
import { defaultPolicy, type Verdict } from "../answer/index.ts";
import { resolveDifficultyConfig } from "../difficulty/difficulty-config.ts";
import { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import { builtInGraders } from "../graders/built-in.ts";
import type { GradeTask } from "../grading/grader.ts";
import { createInProcessGrader } from "../grading/in-process-grader.ts";
import { VerdictTally } from "../grading/tally.ts";
import { createMemoryStore } from "../ledger/memory-store.ts";
import { CallTally } from "./call-tally.ts";
import { encodeVerdicts } from "./encode-verdicts.ts";
import { gradeAnswers } from "./grade-answers.ts";
import { scoreRollouts } from "./score-rollouts.ts";
import { applyPolicy } from "./wire-policy.ts";

/** Calls "right" correct, and remembers what it was asked. */
function createContext(maxItems = 100) {
  const seen: GradeTask[] = [];
  const grader = createInProcessGrader((task): Verdict => {
    seen.push(task);
    const { candidate } = task.item;
    const text = "response" in candidate ? candidate.response : candidate.answer;
    return { kind: "score", correct: text === "right", reason: "different", fuelUsed: 1 };
  });
  const ledger = new DifficultyLedger(
    createMemoryStore({ maxProblems: 1000, maxBatches: 100, maxBatchChars: 1e6 }),
    resolveDifficultyConfig(),
  );
  const settings = {
    defaultPolicy: applyPolicy(defaultPolicy),
    maxItems,
    graders: builtInGraders,
  };
  return { context: { grader, ledger, ...settings }, seen };
}

type GradeRequest = Parameters<typeof verifierService.GradeAnswers.requestSerialize>[0];
type ScoreRequest = Parameters<typeof verifierService.ScoreRollouts.requestSerialize>[0];
const never = new AbortController().signal;

async function grade(request: GradeRequest, set = createContext()) {
  const { requestSerialize, requestDeserialize, responseDeserialize } = verifierService.GradeAnswers;
  const received = requestDeserialize(requestSerialize(request));
  return responseDeserialize(
    encodeVerdicts(await gradeAnswers(received, set.context, new VerdictTally(), never)),
  );
}

function score(request: ScoreRequest, set = createContext()) {
  const { requestSerialize, requestDeserialize } = verifierService.ScoreRollouts;
  return scoreRollouts(requestDeserialize(requestSerialize(request)), set.context, new CallTally(), never);
}

test("policies overlay: server, then batch, then item; the applied one is echoed", async () => {
  const set = createContext();
  const { verdicts } = await grade(
    {
      policy: { place: "ANSWER_PLACE_ANYWHERE", prose: "PROSE_RULE_REFUSE", relativeTolerance: 0.5 },
      items: [
        { id: "a", golds: ["1"], answer: "right" },
        { id: "b", golds: ["1"], answer: "right", policy: { place: "ANSWER_PLACE_BOX", ignoreCase: false } },
      ],
    },
    set,
  );
  expect(set.seen.map(({ policy }) => [policy.place, policy.relativeTolerance, policy.ignoreCase])).toEqual([
    ["anywhere", 0.5, true],
    ["box", 0.5, false],
  ]);
  expect(verdicts[1]?.policy).toMatchObject({
    place: "ANSWER_PLACE_BOX",
    choice: "ANSWER_CHOICE_LAST",
    adjacentBoxes: "ADJACENT_BOXES_JOINED",
    prose: "PROSE_RULE_REFUSE",
    percent: "PERCENT_RULE_STRICT",
    units: "UNIT_RULE_OPTIONAL",
    order: "ORDER_RULE_BY_KIND",
    afterReasoningOnly: true,
    absoluteTolerance: 0,
    relativeTolerance: 0.5,
    ignoreCase: false,
  });
});

test("a malformed item fails alone and keeps its place", async () => {
  const { verdicts } = await grade({
    items: [
      { id: "a", golds: ["1"], answer: "right" },
      { id: "b", golds: ["1"] },
      { id: "c", golds: ["1"], answer: "right", policy: { absoluteTolerance: -1 } },
      { id: "d", golds: ["1"], answer: "right", policy: { place: 77 as 3 } },
      { id: "e", golds: ["1"], response: "wrong" },
    ],
  });
  expect(verdicts.map(({ id, score, failure }) => [id, score?.correct ?? failure?.kind])).toEqual([
    ["a", true],
    ["b", "FAILURE_KIND_INVALID_ITEM"],
    ["c", "FAILURE_KIND_INVALID_ITEM"],
    ["d", "FAILURE_KIND_INVALID_ITEM"],
    ["e", false],
  ]);
});

test("a batch that cannot be served says why", async () => {
  const items = Array.from({ length: 101 }, () => ({ golds: ["1"], answer: "1" }));
  await expect(grade({ items })).rejects.toThrow(/holds more than 100 items.*--max-items/);
  await expect(grade({ items: [{ id: "a" }, {}, { id: "a" }] })).rejects.toThrow(
    /items\[0\] and items\[2\] share the id "a"/,
  );
  await expect(grade({ policy: { relativeTolerance: Number.NaN } })).rejects.toThrow(/relativeTolerance/);
  await expect(grade({})).resolves.toEqual({ verdicts: [] });
});

test("groups are scored with their own golds, and a group with an unusable policy fails alone", async () => {
  const rollouts = [
    { id: "1", response: "right" },
    { id: "2", response: "wrong" },
  ];
  const { groups, reward, batchId } = await score({
    batchId: "b",
    groups: [
      { problemId: "p", golds: ["1"], rollouts },
      { problemId: "q", golds: ["1"], rollouts, policy: { absoluteTolerance: Number.POSITIVE_INFINITY } },
      { problemId: "r", golds: ["1"], rollouts: [] },
      { problemId: "p", golds: ["1"], rollouts },
    ],
  });
  expect(batchId).toBe("b");
  expect(reward).toMatchObject({ profile: "truth", weights: { answer: 1 }, seed: 0 });
  const rewards = groups?.map((group) => group.rollouts?.map((result) => result.reward));
  expect(rewards).toEqual([[1, 0], [undefined, undefined], [], [1, 0]]);
  expect(groups?.[1]?.stats).toMatchObject({ failed: 2, scored: 0 });
});

test("rollout ids must differ within a group, and rollouts count towards the batch limit", async () => {
  const twice = [{ id: "x" }, { id: "x" }];
  await expect(score({ groups: [{}, { rollouts: twice }] })).rejects.toThrow(/groups\[1\].rollouts\[0\]/);
  const many = { rollouts: Array.from({ length: 60 }, () => ({})) };
  await expect(score({ groups: [many, many] })).rejects.toThrow(/more than 100 rollouts/);
});

test("a group whose problem is too long fails alone", async () => {
  const rollouts = [{ response: "right" }];
  const { groups } = await score({
    groups: [
      { problem: "x".repeat(1 << 20), golds: ["1"], rollouts },
      { problem: "x", golds: ["1"], rollouts },
    ],
  });
  const [long, short] = groups!.map((group) => group.rollouts![0]!);
  expect(long?.verdict?.failure).toMatchObject({
    kind: "FAILURE_KIND_LIMIT_EXCEEDED",
    message: expect.stringContaining("more than 1048576 characters"),
  });
  expect(short?.reward).toBe(1);
});
