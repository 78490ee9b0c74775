import { type SentScoreRolloutsResponse, verifierService } from "@touchstone/proto";
import { expect, test } from "vitest";
import { encodeScored } from "./encode-scored.ts";

const { responseSerialize, responseDeserialize } = verifierService.ScoreRollouts;
const never = new AbortController().signal;

const rollouts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    verdict: { id: String(at), score: { correct: at % 2 === 0, value: 1 - (at % 2) }, reason: "equal" },
    components: { answer: at % 2 },
    ...(at % 3 === 0 ? {} : { reward: at / 2 }),
  }));

test.each<[string, SentScoreRolloutsResponse]>([
  ["nothing", {}],
  ["no groups", { batchId: "b", repeated: true, reward: { profile: "truth", weights: { answer: 1 } } }],
  ["a group without rollouts", { groups: [{ problemId: "p", stats: { size: 0 } }] }],
  [
    "groups of many sizes",
    {
      batchId: "b",
      groups: [1, 64, 65, 300].map((size) => ({
        problemId: `p${size}`,
        rollouts: rollouts(size),
        stats: { size, shortcutCounts: { loop: 2 } },
        shortcuts: [{ name: "modal_guess", score: 1, flagged: true }],
      })),
    },
  ],
])("the bytes mean the same as those of the general encoder: %s", async (_, response) => {
  const expected = responseDeserialize(responseSerialize(response));
  expect(responseDeserialize(await encodeScored(response, never))).toEqual(expected);
});
