import {
  type AnswerPolicy,
  createVerifierClient,
  type VerifierClient,
  type VerifierClientError,
  verifierService,
} from "@touchstone/proto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";
import { callWithBytes } from "./raw-call.ts";

let server: VerifierProcess;
let client: VerifierClient;

beforeAll(async () => {
  server = await startVerifierProcess({ logLevel: "error" });
  client = createVerifierClient({ address: server.address });
});

afterAll(async () => {
  client?.close();
  await server?.stop();
});

const gradePath = "/touchstone.verifier.v1.Verifier/GradeAnswers";

async function gradeOne(item: { golds?: string[]; response?: string; answer?: string }) {
  const { verdicts } = await client.gradeAnswers({ items: [{ id: "x", ...item }] });
  return verdicts[0]!;
}

test("a round trip: right, wrong, missing, and what was compared", async () => {
  const { verdicts } = await client.gradeAnswers({
    items: [
      { id: "1", golds: ["\\frac{1}{2}"], response: "So the answer is \\boxed{0.5}." },
      { id: "2", golds: ["42"], response: "It is \\boxed{41}." },
      { id: "3", golds: ["7"], response: "I do not know." },
      { id: "4", golds: ["7", "8"], answer: "8" },
    ],
  });
  expect(verdicts.map(({ id, score }) => [id, score?.correct])).toEqual([
    ["1", true],
    ["2", false],
    ["3", false],
    ["4", true],
  ]);
  expect(verdicts[0]?.extracted).toMatchObject({ text: "0.5", source: "box", start: 24, end: 27 });
  expect(verdicts[0]?.goldForm).toBe(verdicts[0]?.answerForm);
  expect(verdicts[2]?.reason).toBe("no_answer");
  expect(verdicts[2]?.extracted).toBeNull();
  expect(verdicts[3]?.goldIndex).toBe(1);
  expect(
    verdicts.every(({ fuelUsed, policy }) => fuelUsed > 0 && policy?.place === "ANSWER_PLACE_MARKED"),
  ).toBe(true);
});

test("every rule of comparison reaches the core and comes back in the verdict", async () => {
  const cases = [
    [["0.333"], "1/3", { rounding: "ROUNDING_RULE_GOLD_DIGITS" }],
    [["7", "8"], "8, 7", { goldRule: "GOLD_RULE_ALL" }],
    [["90^\\circ"], "90", { angles: "ANGLE_RULE_STRICT" }],
    [["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}"], "(1,2)", { vectors: "VECTOR_RULE_BY_SHAPE" }],
    [["45"], "27+18", { unevaluated: "UNEVALUATED_RULE_ACCEPT" }],
    [["\\sqrt{x^2}"], "x", { symbols: "SYMBOL_RULE_POSITIVE" }],
    [["\\sqrt{x^2}"], "x", { positiveSymbols: ["x"] }],
    [["\\sin(n\\pi)"], "0", { integerSymbols: ["n"] }],
  ] as const;
  const items = cases.map(([golds, answer, policy], id) => ({
    id: String(id),
    golds: [...golds],
    answer,
    policy: JSON.parse(JSON.stringify(policy)) as AnswerPolicy,
  }));
  const plain = items.map(({ id, golds, answer }) => ({ id, golds, answer }));
  const set = await client.gradeAnswers({ items });
  const unset = await client.gradeAnswers({ items: plain });
  for (const [at, [, , policy]] of cases.entries()) {
    expect(set.verdicts[at]?.policy).toMatchObject(policy);
    expect([at, set.verdicts[at]?.score?.correct ?? false]).not.toEqual([
      at,
      unset.verdicts[at]?.score?.correct ?? false,
    ]);
  }
  const long = await client.gradeAnswers({
    items: [{ id: "long", golds: ["x"], answer: "x", policy: { integerSymbols: Array(65).fill("n") } }],
  });
  expect(long.verdicts[0]?.failure?.kind).toBe("FAILURE_KIND_INVALID_ITEM");
});

test("empty responses, empty golds and empty batches", async () => {
  expect(await gradeOne({ golds: ["1"], response: "" })).toMatchObject({
    reason: "no_answer",
    outcome: "score",
  });
  expect((await gradeOne({ golds: [], response: "\\boxed{1}" })).failure?.kind).toBe("FAILURE_KIND_NO_GOLD");
  expect((await gradeOne({ golds: ["1"] })).failure?.kind).toBe("FAILURE_KIND_INVALID_ITEM");
  expect((await client.gradeAnswers({})).verdicts).toEqual([]);
  expect((await client.scoreRollouts({ batchId: "b" })).groups).toEqual([]);
});

test("a batch of 100,000 short items keeps its order, and others are served meanwhile", async () => {
  const items = Array.from({ length: 100_000 }, (_, index) => ({
    id: `item-${index}`,
    golds: [String(index % 100)],
    answer: String(index % 101),
  }));
  const pending = client.gradeAnswers({ items });
  const other = createVerifierClient({ address: server.address });
  let served = 0;
  let finished = false;
  pending.finally(() => {
    finished = true;
  });
  while (!finished) {
    await other.describe();
    if (!finished) served++;
  }
  other.close();
  const { verdicts } = await pending;
  expect(verdicts).toHaveLength(items.length);
  const wrong = verdicts.findIndex(({ score }, index) => score?.correct !== (index % 100 === index % 101));
  expect(wrong).toBe(-1);
  expect(served).toBeGreaterThan(3);
});

test("hostile items cost their own verdict only", async () => {
  const nested = `${"(".repeat(100_000)}1${")".repeat(100_000)}`;
  const { verdicts } = await client.gradeAnswers({
    items: [
      { id: "ok-1", golds: ["2"], answer: "2" },
      { id: "tower", golds: ["1"], response: "\\boxed{9^{9^{9^{9}}}}" },
      { id: "tower-plain", golds: ["9^9^9^9"], answer: "9^9^9^9" },
      { id: "nested", golds: ["1"], answer: nested },
      { id: "nested-gold", golds: [nested], answer: "1" },
      { id: "long", golds: ["5"], response: `${"lorem ipsum ".repeat(870_000)}\\boxed{5}` },
      { id: "ok-2", golds: ["3"], response: "\\boxed{3}" },
    ],
  });
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  expect(byId.get("ok-1")?.score?.correct).toBe(true);
  expect(byId.get("ok-2")?.score?.correct).toBe(true);
  for (const id of ["tower", "nested", "nested-gold", "long"]) {
    expect([id, byId.get(id)?.score?.correct ?? false]).toEqual([id, false]);
  }
  expect(byId.get("nested-gold")?.outcome).toBe("failure");
});

test("invalid UTF-8 on the wire is graded or refused, and the response is valid UTF-8", async () => {
  const text = Buffer.concat([
    Buffer.from("\\boxed{"),
    Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
    Buffer.from("5}"),
  ]);
  const field = (tag: number, bytes: Buffer) => Buffer.concat([Buffer.from([tag, bytes.length]), bytes]);
  // AnswerItem: id = 1, golds = 2, response = 3, every one length-delimited.
  const item = Buffer.concat([
    field(0x0a, Buffer.from([0xed, 0xa0, 0x80])),
    field(0x12, Buffer.from("5")),
    field(0x1a, text),
  ]);
  const response = await callWithBytes(server.address, gradePath, field(0x0a, item));
  const { verdicts } = verifierService.GradeAnswers.responseDeserialize(response);
  expect(verdicts).toHaveLength(1);
  expect(verdicts[0]?.score?.correct ?? false).toBe(false);
  const strings = [verdicts[0]!.id, verdicts[0]!.extracted?.text ?? ""];
  for (const value of strings) {
    const bytes = Buffer.from(value);
    expect(response.includes(bytes)).toBe(true);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).not.toThrow();
  }
  expect(response.includes(Buffer.from([0xed, 0xa0, 0x80]))).toBe(false);
});

test("bytes that are no message at all are refused, and the server lives", async () => {
  await expect(
    callWithBytes(server.address, gradePath, Buffer.from([0x0a, 0xff, 0xff, 0xff])),
  ).rejects.toThrow();
  expect((await gradeOne({ golds: ["1"], answer: "1" })).score?.correct).toBe(true);
});

test("duplicate ids, unknown profiles and unknown components are refused with a hint", async () => {
  const failure = async (promise: Promise<unknown>) => promise.catch((error: VerifierClientError) => error);
  const twice = [
    { id: "a", golds: ["1"], answer: "1" },
    { id: "a", golds: ["1"], answer: "1" },
  ];
  expect(await failure(client.gradeAnswers({ items: twice }))).toMatchObject({
    code: "INVALID_ARGUMENT",
    details: expect.stringContaining('share the id "a"'),
  });
  expect(await failure(client.scoreRollouts({ reward: { profile: "majorty" } }))).toMatchObject({
    code: "INVALID_ARGUMENT",
    details: expect.stringContaining('Did you mean "majority"?'),
  });
  expect(await failure(client.scoreRollouts({ reward: { weights: { fromat: 1 } } }))).toMatchObject({
    details: expect.stringContaining('Did you mean "format"?'),
  });
});

test("rollouts are scored, and a retry of the same batch gets the same rewards", async () => {
  const request = {
    batchId: "step-1",
    reward: { profile: "random", seed: 17 },
    groups: ["p", "q"].map((problemId) => ({
      problemId,
      golds: ["2"],
      rollouts: Array.from({ length: 32 }, (_, index) => ({
        id: `${index}`,
        response: `\\boxed{${index % 4}}`,
      })),
    })),
  };
  const first = await client.scoreRollouts(request);
  expect(await client.scoreRollouts(request)).toEqual(first);
  const rewards = first.groups.map((group) => group.rollouts.map(({ reward }) => reward));
  expect(new Set(rewards[0])).toEqual(new Set([0, 1]));
  expect(rewards[0]).not.toEqual(rewards[1]);
  expect(first.groups[0]?.stats).toMatchObject({
    size: 32,
    scored: 32,
    correct: 8,
    passRate: 0.25,
    distinctAnswers: 4,
  });
  const truth = await client.scoreRollouts({ ...request, reward: { profile: "truth" } });
  expect(truth.groups[0]?.rollouts.map(({ reward }) => reward)).toEqual(
    Array.from({ length: 32 }, (_, index) => (index % 4 === 2 ? 1 : 0)),
  );
});

test("the server says what it is", async () => {
  const description = await client.describe();
  expect(description.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(description.methods).toEqual(
    expect.arrayContaining([
      "CheckSteps",
      "Describe",
      "GradeAnswers",
      "ScoreRollouts",
      "StreamRollouts",
      "SelectProblems",
    ]),
  );
  expect(description.difficulty).toMatchObject({ store: "memory", defaultAdmission: "posterior" });
  expect(description.difficulty?.settings).toMatchObject({ half_life_steps: 100, impossible_below: 0.1 });
  expect(description.limits?.maxItemsPerBatch).toBeGreaterThanOrEqual(131_072);
  // This server grades in its own process.
  expect(description.limits?.pool).toBeNull();
  expect(description.rewardProfiles.map(({ name }) => name)).toContain("truth");
  expect(description.defaultPolicy?.place).toBe("ANSWER_PLACE_MARKED");
});

test("verdicts are the same every time", async () => {
  const items = ["1/3", "\\sqrt{8}", "x^2+1", "(1,2)", "50%"].map((gold, index) => ({
    id: String(index),
    golds: [gold],
    answer: ["0.333", "2\\sqrt2", "1+x^2", "(2,1)", "0.5"][index]!,
  }));
  expect(await client.gradeAnswers({ items })).toEqual(await client.gradeAnswers({ items }));
});

test("steps are checked: ready-made, as one text, and refused items", async () => {
  const { verdicts } = await client.checkSteps({
    items: [
      { id: "steps", problem: "12 boxes of 3 pens", steps: ["12 * 3 = 36", "36 + 5 = 42"] },
      { id: "trace", problem: "12 boxes of 3 pens", trace: "So 12 * 3 = 36 pens.\n\nThe answer is 36." },
      { id: "both", trace: "1 + 1 = 2", steps: ["1 + 1 = 2"] },
      { id: "none" },
    ],
  });
  const [steps, trace, both, none] = verdicts;
  expect(steps?.report).toMatchObject({
    validity: "TRACE_VALIDITY_INVALID",
    firstError: 1,
    coherence: { claims: 2, confirmed: 1, refuted: 1, coverage: 1, score: 0.5 },
    steps: [
      { outcome: "STEP_OUTCOME_OK", premises: [-1], error: null },
      {
        outcome: "STEP_OUTCOME_ERROR",
        error: { kind: "arithmetic", expected: "41", span: { start: 0, end: 11, text: "36 + 5 = 42" } },
      },
    ],
  });
  expect(trace?.report).toMatchObject({
    validity: "TRACE_VALIDITY_SUPPORTED",
    steps: [{ start: 0 }, { start: 22 }],
  });
  expect(trace?.report?.firstError).toBeUndefined();
  expect([both, none].map((verdict) => verdict?.failure?.kind)).toEqual([
    "FAILURE_KIND_INVALID_ITEM",
    "FAILURE_KIND_INVALID_ITEM",
  ]);
  expect((await client.checkSteps({})).verdicts).toEqual([]);
});

test("limits of traces are set by flags, told by Describe, and hold for each trace alone", async () => {
  const flags = {
    "max-trace-chars": 200,
    "max-trace-steps": 3,
    "step-fuel": 30_000,
    "trace-fuel": 90_000,
    "max-expression-chars": 40,
    "max-expression-depth": 5,
    "max-expression-tokens": 20,
  };
  const args = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
  const tight = await startVerifierProcess({ logLevel: "error", args });
  const tightClient = createVerifierClient({ address: tight.address });
  try {
    expect((await tightClient.describe()).limits?.steps).toEqual({
      maxTraceChars: 200,
      maxSteps: 3,
      fuelPerStep: 30_000,
      fuelPerTrace: 90_000,
      maxExpressionChars: 40,
      maxExpressionDepth: 5,
      maxExpressionTokens: 20,
    });
    const long = `${"1 + ".repeat(30)}1 = 5`;
    const { verdicts } = await tightClient.checkSteps({
      items: [
        { id: "chars", trace: "2 + 2 = 5. ".repeat(40) },
        { id: "steps", steps: ["1 + 1 = 2", "2 + 1 = 3", "3 + 1 = 4", "4 + 1 = 5"] },
        { id: "expression", steps: [long, "2 + 2 = 4"] },
        { id: "small", steps: ["2 + 2 = 5"] },
      ],
    });
    expect(verdicts.map(({ failure }) => failure?.kind)).toEqual([
      "FAILURE_KIND_LIMIT_EXCEEDED",
      "FAILURE_KIND_LIMIT_EXCEEDED",
      undefined,
      undefined,
    ]);
    expect(verdicts[2]?.report?.steps.map(({ outcome }) => outcome)).toEqual([
      "STEP_OUTCOME_UNVERIFIABLE",
      "STEP_OUTCOME_OK",
    ]);
    expect(verdicts[3]?.report?.firstError).toBe(0);
    const open = await client.checkSteps({ items: [{ id: "expression", steps: [long] }] });
    expect(open.verdicts[0]?.report?.firstError).toBe(0);
  } finally {
    tightClient.close();
    await tight.stop();
  }
});

test("shortcuts are flagged, counted, turned into a component, and can be switched off", async () => {
  const bare = "\\boxed{7}";
  const problem = "Tom has 12 pens, buys 3 packs of 8 and gives 5 away.";
  const honest = "3 * 8 = 24 and 12 + 24 = 36, so 36 - 5 = 31. \\boxed{31}";
  const responses = [bare, bare, bare, honest];
  const groups = [
    {
      problemId: "p",
      problem,
      golds: ["31"],
      rollouts: responses.map((response, index) => ({ id: String(index), response })),
    },
  ];
  const { groups: results, reward } = await client.scoreRollouts({ batchId: "shortcuts", groups });
  const [group] = results;
  expect(group?.rollouts.map(({ components }) => components["shortcut"])).toEqual([-1, -1, -1, 0]);
  expect(group?.rollouts.map((rollout) => rollout.reward)).toEqual([0, 0, 0, 1]);
  expect(group?.rollouts[0]?.shortcuts).toMatchObject([
    { name: "skipped_work", flagged: true, evidence: [{ start: 0, end: bare.length, text: bare }] },
  ]);
  expect(group?.stats?.shortcutCounts).toEqual({ skipped_work: 3 });
  expect(group?.shortcuts).toMatchObject([{ name: "modal_guess", flagged: true }]);
  const { shortcutDetectors } = await client.describe();
  expect(reward?.shortcutThresholds).toEqual(
    Object.fromEntries(shortcutDetectors.map(({ name, threshold }) => [name, threshold])),
  );

  const paid = await client.scoreRollouts({
    batchId: "w",
    groups,
    reward: { weights: { answer: 1, shortcut: 0.5 }, shortcutThresholds: { skipped_work: 2 } },
  });
  expect(paid.groups[0]?.rollouts[0]?.reward).toBe(0);
  const off = await client.scoreRollouts({ batchId: "o", groups, reward: { skipShortcuts: true } });
  expect(off.groups[0]?.rollouts[0]).toMatchObject({ shortcuts: [], components: { answer: 0 } });
  expect(off.groups[0]?.rollouts[0]?.components).not.toHaveProperty("shortcut");
  await expect(client.scoreRollouts({ reward: { shortcutThresholds: { lop: 1 } } })).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
    details: expect.stringContaining('Did you mean "loop"'),
  });
});
