import type {
  CheckStepsRequest,
  DescribeResponse,
  GradeAnswersRequest,
  ScoreRolloutsRequest,
  VerifierClient,
} from "@touchstone/proto";
import { describe, expect, it } from "vitest";
import { createGrpcReward } from "./grpc-reward.ts";

const server = {
  rewardProfiles: [{ name: "truth" }, { name: "random" }],
  difficulty: {
    admissionRules: [{ name: "verified_success" }, { name: "pool" }],
    store: "file",
    settings: { batch_memory: 4096 },
  },
  limits: { maxItemsPerBatch: 3 },
} as unknown as DescribeResponse;
const score = (correct: boolean) => ({
  verdict: { score: { correct }, reason: correct ? "equal" : "different" },
  reward: Number(correct),
  components: { format: 1, answer: Number(correct) },
  shortcuts: [
    { name: "hedging", flagged: false },
    { name: "loop", flagged: true },
  ],
});
const keep = { action: "DECISION_ACTION_KEEP", reason: "varied", rule: "verified_success", weight: 0.4 };
const truth = {
  profile: "truth",
  gates: { answer: "no_shortcut" },
  shortcutThresholds: { loop: 0.5 },
  admission: "verified_success",
  admissionSettings: { verified_below: 0.3 },
};
const { signal } = new AbortController();

const setUp = (rollouts: object[] = [], decision: object | null = keep, reward = truth) => {
  const requests: (ScoreRolloutsRequest | GradeAnswersRequest | CheckStepsRequest)[] = [];
  const client = {
    address: "host:1",
    scoreRollouts: async (request: ScoreRolloutsRequest) => {
      requests.push(request);
      return { groups: [{ problemId: "p", rollouts, decision }] };
    },
    gradeAnswers: async (request: GradeAnswersRequest) => {
      requests.push(request);
      return {
        verdicts: request.items?.map(({ response, golds }) =>
          response === "?" ? { failure: {} } : { score: { correct: golds?.includes(response ?? "") } },
        ),
      };
    },
    checkSteps: async (request: CheckStepsRequest) => {
      requests.push(request);
      const reports: Record<string, object> = {
        right: { coherence: { coverage: 1, score: 1 }, validity: "TRACE_VALIDITY_SUPPORTED" },
        wrong: { coherence: { coverage: 0.5, score: 0.25 }, validity: "TRACE_VALIDITY_INVALID" },
        mute: { coherence: { coverage: 0 }, validity: "TRACE_VALIDITY_UNKNOWN" },
      };
      return { verdicts: request.items?.map(({ trace }) => ({ report: reports[trace ?? ""] ?? null })) };
    },
  } as unknown as VerifierClient;
  const source = createGrpcReward({
    client,
    callPatiently: (call) => call(),
    policy: { place: "ANSWER_PLACE_MARKED" },
    reward: { ...reward, weights: { answer: 2 }, seed: 7 },
    policyStream: "run/rl",
    server,
  });
  return { source, requests };
};

const batch = (text: string) => ({
  batchId: "run/0/rl/3/0",
  policyStep: 2,
  groups: [
    {
      problemId: "p",
      prompt: "q",
      golds: ["1"],
      rollouts: [{ id: "0-0", text, isTruncated: true, tokenCount: 5, stepsCheck: "invalid" as const }],
    },
  ],
});

describe("createGrpcReward", () => {
  it("sends what the contract wants", async () => {
    const { source, requests } = setUp([score(true)]);
    await source.scoreGroups(batch("a\ud800b"), signal);
    expect(requests).toEqual([
      {
        batchId: "run/0/rl/3/0",
        groups: [
          {
            problemId: "p",
            problem: "q",
            golds: ["1"],
            rollouts: [
              {
                id: "0-0",
                response: "a\ufffdb",
                truncated: true,
                tokenCount: 5,
                stepsCheck: "STEPS_CHECK_INVALID",
              },
            ],
          },
        ],
        policy: { place: "ANSWER_PLACE_MARKED" },
        reward: {
          profile: "truth",
          weights: { answer: 2 },
          gates: { answer: "no_shortcut" },
          shortcutThresholds: { loop: 0.5 },
          seed: 7,
        },
        policyStream: "run/rl",
        policyStep: 2,
        admission: "verified_success",
        admissionSettings: { verified_below: 0.3 },
      },
    ]);
  });

  it("masks a rollout that has no reward, and says why", async () => {
    const { verdict, shortcuts } = score(true);
    const stepsFailure = { kind: "FAILURE_KIND_LIMIT_EXCEEDED", message: "too long" };
    const without = { verdict, shortcuts, components: { answer: 1 } };
    const [group] = await setUp([{ ...without, stepsFailure }, without]).source.scoreGroups(
      batch("x"),
      signal,
    );
    expect(group?.verdicts).toMatchObject([
      { kind: "failed", failure: "LIMIT_EXCEEDED", message: "too long" },
      { kind: "failed", failure: "NO_REWARD" },
    ]);
  });

  it("reads scores, with components in a fixed order", async () => {
    const [group] = await setUp([score(true), score(false)]).source.scoreGroups(batch("x"), signal);
    expect(group?.verdicts).toEqual([
      {
        kind: "scored",
        reward: 1,
        isCorrect: true,
        reason: "equal",
        components: { answer: 1, format: 1 },
        shortcuts: ["loop"],
      },
      {
        kind: "scored",
        reward: 0,
        isCorrect: false,
        reason: "different",
        components: { answer: 0, format: 1 },
        shortcuts: ["loop"],
      },
    ]);
    expect(JSON.stringify(group?.verdicts[0])).toContain('{"answer":1,"format":1}');
  });

  it("never turns a failure into a reward", async () => {
    const failure = { kind: "FAILURE_KIND_UNDECIDED", message: "Could not decide." };
    const results = [
      { verdict: { failure } },
      { verdict: { failure }, reward: 0 },
      { verdict: null, reward: 1 },
      { ...score(true), reward: undefined },
    ];
    const [group] = await setUp(results).source.scoreGroups(batch("x"), signal);
    const verdicts = group?.verdicts ?? [];
    expect(verdicts.map((verdict) => verdict.kind)).toEqual(["failed", "failed", "failed", "failed"]);
    expect(verdicts[0]).toMatchObject({ failure: "UNDECIDED", message: "Could not decide." });
    expect(verdicts[3]).toMatchObject({ failure: "NO_REWARD" });
  });

  it.each([
    ["keep", { weight: 1 }, keep],
    ["explore", { weight: 1 }, { ...keep, action: "DECISION_ACTION_EXPLORE" }],
    ["drop", { weight: 1 }, { ...keep, action: "DECISION_ACTION_DROP" }],
    [
      "guard",
      { weight: 1, advantageCap: 0.5 },
      { ...keep, action: "DECISION_ACTION_GUARD", advantageCap: 0.5 },
    ],
    ["keep", { weight: 0.25 }, { ...keep, rule: "pool", weight: 0.25 }],
  ])("reads the decision %s %o", async (action, rest, wire) => {
    const [group] = await setUp([score(true)], wire).source.scoreGroups(batch("x"), signal);
    expect(group?.decision).toEqual({ action, reason: "varied", ...rest });
  });

  it.each([[null], [{ ...keep, action: "DECISION_ACTION_UNSPECIFIED" }]])(
    "takes no group without a decision: %o",
    async (wire) => {
      await expect(setUp([score(true)], wire).source.scoreGroups(batch("x"), signal)).rejects.toThrow(
        expect.objectContaining({ code: "VERIFIER_REJECTED" }),
      );
    },
  );

  it("grades any number of answers in batches the server takes, and keeps their order", async () => {
    const { source, requests } = setUp();
    const items = Array.from({ length: 8 }, (_, i) => ({
      golds: ["1"],
      response: i === 4 ? "?" : String(i % 2),
    }));
    expect(await source.gradeAnswers(items, signal)).toEqual([
      false,
      true,
      false,
      true,
      undefined,
      true,
      false,
      true,
    ]);
    expect(requests.map((request) => ("items" in request ? request.items?.length : 0))).toEqual([3, 3, 2]);
    expect(await source.gradeAnswers([], signal)).toEqual([]);
  });

  it("reads what a check of steps found, in batches the server takes; a failed check says nothing", async () => {
    const { source, requests } = setUp();
    const items = ["right", "wrong", "mute", "failed"].map((text) => ({ problem: "q", text }));
    expect(await source.checkTraces(items, signal)).toEqual([
      { coherence: 1, coverage: 1, validity: "supported" },
      { coherence: 0.25, coverage: 0.5, validity: "invalid" },
      { coverage: 0, validity: "unknown" },
      undefined,
    ]);
    expect(requests[0]).toMatchObject({ items: [{ problem: "q", trace: "right" }, {}, {}] });
    expect(requests).toHaveLength(2);
  });

  it.each([
    [{ ...truth, profile: "randm" }, "random"],
    [{ ...truth, admission: "pol" }, "pool"],
  ])("refuses a profile or rule that the server lacks: %o", (reward, meant) => {
    expect(() => setUp([], keep, reward)).toThrow(
      expect.objectContaining({
        code: "VERIFIER_REJECTED",
        message: expect.stringContaining(`Did you mean "${meant}"?`),
      }),
    );
  });
});
