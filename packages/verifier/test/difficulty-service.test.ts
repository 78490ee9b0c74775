import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createVerifierClient,
  type ScoreRolloutsRequest,
  type VerifierClient,
  type VerifierClientError,
} from "@touchstone/proto";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-difficulty-"));
const running: VerifierProcess[] = [];
let path: string;
let client: VerifierClient;
let name = 0;

async function start(...args: string[]): Promise<VerifierProcess> {
  const server = await startVerifierProcess({
    args: ["--ledger", path, ...args],
    logLevel: "error",
    onLogLine() {},
  });
  running.push(server);
  client = createVerifierClient({ address: server.address });
  return server;
}

async function stopAll(): Promise<void> {
  client?.close();
  await Promise.all(running.splice(0).map((server) => server.stop()));
}

beforeEach(() => {
  path = join(folder, `${name++}.ledger`);
});
afterEach(stopAll);
afterAll(() => rmSync(folder, { recursive: true }));

function batch(
  batchId: string,
  step: number,
  correct: Record<string, number>,
  size = 8,
): ScoreRolloutsRequest {
  return {
    batchId,
    policyStream: "run",
    policyStep: step,
    groups: Object.entries(correct).map(([problemId, right]) => ({
      problemId,
      golds: ["2"],
      rollouts: Array.from({ length: size }, (_, index) => ({
        id: String(index),
        response: index < right ? "\\boxed{2}" : "\\boxed{3}",
      })),
    })),
  };
}

const failure = (promise: Promise<unknown>) => promise.catch((error: VerifierClientError) => error);

test("groups are counted, decided, and dropped when they are near-impossible or solved", async () => {
  await start();
  const first = await client.scoreRollouts(batch("0", 0, { hard: 0, easy: 8, fair: 4 }));
  expect(first.repeated).toBe(false);
  expect(first.groups[0]?.difficultyBefore).toMatchObject({ reason: "unseen", alpha: 1, beta: 1, visits: 0 });
  expect(first.groups[0]?.difficultyAfter).toMatchObject({ alpha: 1, beta: 9, visits: 1, lastVisitStep: 0 });
  expect(first.groups[0]?.decision).toMatchObject({ action: "DECISION_ACTION_EXPLORE", rule: "posterior" });
  for (let step = 1; step < 4; step++) {
    await client.scoreRollouts(batch(String(step), step, { hard: 0, easy: 8, fair: 4 }));
  }
  const { problems } = await client.getDifficulty({
    policyStream: "run",
    problemIds: ["easy", "fair", "hard", "never"],
  });
  expect(problems.map(({ action, reason }) => [action, reason])).toEqual([
    ["DECISION_ACTION_DROP", "solved"],
    ["DECISION_ACTION_KEEP", "learnable"],
    ["DECISION_ACTION_DROP", "near_impossible"],
    ["DECISION_ACTION_EXPLORE", "unseen"],
  ]);
  expect(problems[1]?.recentVisits).toEqual(
    [0, 1, 2, 3].map((policyStep) => ({ policyStep, rollouts: 8, correct: 4 })),
  );
  const rare = await client.scoreRollouts(batch("4", 4, { hard: 1 }));
  expect(rare.groups[0]?.decision).toMatchObject({ action: "DECISION_ACTION_GUARD", reason: "rare_success" });
  expect(rare.groups[0]?.decision?.advantageCap).toBe(1);
});

test("a repeated batch counts once, also after kill -9, and its id is taken for good", async () => {
  const server = await start();
  const first = await client.scoreRollouts(batch("b", 3, { p: 2, q: 5 }));
  server.process.kill("SIGKILL");
  await once(server.process, "close");
  client.close();
  await start();
  const again = await client.scoreRollouts(batch("b", 3, { p: 2, q: 5 }));
  expect(again).toEqual({ ...first, repeated: true });
  const { problems } = await client.getDifficulty({ policyStream: "run", problemIds: ["p"] });
  expect(problems[0]).toMatchObject({ visits: 1, rollouts: 8, correct: 2 });
  expect(await failure(client.scoreRollouts(batch("b", 3, { p: 3, q: 5 })))).toMatchObject({
    code: "ALREADY_EXISTS",
  });
  const other = await client.scoreRollouts({ ...batch("b", 3, { p: 3, q: 5 }), policyStream: "other run" });
  expect(other.repeated).toBe(false);
});

test("what was acknowledged survives kill -9 in the middle of many updates", async () => {
  let port = 0;
  const acknowledged = new Set<number>();
  let sent = 0;
  for (let round = 0; round < 4; round++) {
    const server = await start("--port", String(port));
    port = Number(server.address.split(":")[1]);
    const lane = async () => {
      for (;;) {
        const number = sent++;
        const request = { ...batch(`k${number}`, 0, { p: 1, [`own-${number}`]: 1 }, 2), admission: "none" };
        if ((await failure(client.scoreRollouts(request, { deadlineMs: 5_000 }))) instanceof Error) return;
        acknowledged.add(number);
      }
    };
    const lanes = [1, 2, 3, 4].map(lane);
    await new Promise((resolve) => setTimeout(resolve, 150 + 60 * round));
    const closed = once(server.process, "close");
    server.process.kill("SIGKILL");
    await closed;
    client.close();
    await Promise.all(lanes);
    running.length = 0;
  }
  await start();
  const ids = [...acknowledged].map((number) => `own-${number}`);
  const { problems } = await client.getDifficulty({ policyStream: "run", problemIds: ["p", ...ids] });
  expect(acknowledged.size).toBeGreaterThan(3);
  expect(problems.slice(1).every(({ visits, rollouts }) => visits === 1 && rollouts === 2)).toBe(true);
  // Batches that were written but not acknowledged may be there as well; none is there twice.
  expect(problems[0]!.visits).toBeGreaterThanOrEqual(acknowledged.size);
  expect(problems[0]!.visits).toBeLessThanOrEqual(sent);
});

test("selection leaves dropped problems out and draws the same for the same request", async () => {
  await start();
  for (let step = 0; step < 4; step++) {
    await client.scoreRollouts(batch(String(step), step, { hard: 0, easy: 8, fair: 4, rare: 1 }));
  }
  const problemIds = ["hard", "easy", "fair", "rare", "new"];
  const request = { policyStream: "run", policyStep: 4, problemIds, count: 2, requestId: "r1" };
  const selected = await client.selectProblems(request);
  expect(selected.dropped).toBe(2);
  expect(selected.problems).toHaveLength(2);
  expect(await client.selectProblems(request)).toEqual(selected);
  // The request id alone fixes the draws: two runs of one seed choose alike, each under a stream of its own.
  const fresh = { ...request, count: 5, problemIds: problemIds.slice().sort() };
  const drawsOf = async (change: object) =>
    (await client.selectProblems({ ...fresh, ...change })).problems.map(({ draw }) => draw);
  const draws = await drawsOf({ policyStream: "one" });
  expect(draws).toHaveLength(5);
  expect(await drawsOf({ policyStream: "two" })).toEqual(draws);
  expect(await drawsOf({ policyStream: "two", requestId: "r2" })).not.toEqual(draws);
  expect(await drawsOf({ policyStream: "one", requestId: "" })).not.toEqual(
    await drawsOf({ policyStream: "two", requestId: "" }),
  );
  const tallies = new Map<string, number>();
  for (let index = 0; index < 200; index++) {
    const { problems } = await client.selectProblems({ ...request, count: 1, requestId: `t${index}` });
    const [first] = problems;
    tallies.set(first!.problemId, (tallies.get(first!.problemId) ?? 0) + 1);
  }
  // The belief about `fair` is narrow around the target of 1/2; `rare` is nearly never the nearest.
  expect(tallies.get("fair")!).toBeGreaterThan(120);
  expect(tallies.get("rare") ?? 0).toBeLessThan(10);
  const later = await client.selectProblems({ ...request, policyStep: 60, count: 5 });
  expect(later.dropped).toBe(0);
  expect(await failure(client.selectProblems({ ...request, method: "weigth" }))).toMatchObject({
    code: "INVALID_ARGUMENT",
    details: expect.stringContaining('Did you mean "weight"?'),
  });
});

test("counts are imported once, and the ledger is paged", async () => {
  await start();
  const problems = Array.from({ length: 2500 }, (_, index) => ({
    problemId: `p${String(index).padStart(4, "0")}`,
    rollouts: 16,
    correct: index % 17,
  }));
  const request = { batchId: "offline", policyStream: "run", problems };
  expect(await client.importDifficulty(request)).toEqual({ imported: 2500, repeated: false });
  expect(await client.importDifficulty(request)).toEqual({ imported: 0, repeated: true });
  const bad = { policyStream: "run", problems: [{ problemId: "x", rollouts: 2, correct: 3 }] };
  expect(await failure(client.importDifficulty(bad))).toMatchObject({ code: "INVALID_ARGUMENT" });
  const seen: string[] = [];
  let pageToken = "";
  do {
    const page = await client.listDifficulty({ policyStream: "run", pageToken });
    seen.push(...page.problems.map(({ problemId }) => problemId));
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
  expect(seen).toEqual(problems.map(({ problemId }) => problemId));
  expect((await client.listDifficulty({})).policyStreams).toEqual(["run"]);
  expect(await failure(client.listDifficulty({ policyStream: "run", pageToken: "!" }))).toMatchObject({
    code: "INVALID_ARGUMENT",
  });
});

test("hostile ids keep apart, and ids too long for the ledger are refused", async () => {
  await start();
  const ids = ["a\0b", "__proto__", "constructor", "😀", "a\nb", "a".repeat(1024)];
  const counts = Object.fromEntries(ids.map((id) => [id, 1]));
  // An own key of that name cannot be written as a literal.
  Object.defineProperty(counts, "__proto__", { value: 1, enumerable: true });
  await client.scoreRollouts(batch("__proto__", 0, counts));
  const { problems } = await client.getDifficulty({ policyStream: "run", problemIds: ids });
  expect(problems.map(({ problemId, visits }) => [problemId, visits])).toEqual(ids.map((id) => [id, 1]));
  const long = "x".repeat(1_000_000);
  expect(await failure(client.scoreRollouts(batch("long", 0, { [long]: 1 })))).toMatchObject({
    code: "INVALID_ARGUMENT",
  });
  expect(await failure(client.getDifficulty({ policyStream: long }))).toMatchObject({
    code: "INVALID_ARGUMENT",
  });
});

test("rules named by the request, and groups that are not tracked", async () => {
  await start("--difficulty", "band_low=0.25", "--difficulty", "admission=band");
  const { groups } = await client.scoreRollouts({ ...batch("", 0, { p: 1, q: 4 }), policyStream: "" });
  expect(groups.map(({ decision }) => [decision?.action, decision?.reason])).toEqual([
    ["DECISION_ACTION_DROP", "below_band"],
    ["DECISION_ACTION_KEEP", "in_band"],
  ]);
  expect(groups[0]?.difficultyAfter).toBeNull();
  const silent = await client.scoreRollouts({ ...batch("z", 0, { p: 0 }), admission: "zero_variance" });
  expect(silent.groups[0]?.decision).toMatchObject({ rule: "zero_variance", reason: "zero_variance" });
  expect(await failure(client.scoreRollouts({ admission: "bandd" }))).toMatchObject({
    details: expect.stringContaining('Did you mean "band"?'),
  });
});

test("a lucky answer behind wrong steps is no verified success", async () => {
  await start();
  const wrong = "I cannot see it.\n#### 7";
  const luckyTraces = {
    sound: "There are 2 * 3 = 6 apples in bags.\nSo he has 6 + 4 = 10 apples.\n#### 10",
    flawed: "There are 2 * 3 = 5 apples in bags.\nSo he has 6 + 4 = 10 apples.\n#### 10",
    bare: "#### 10",
  };
  const groups = Object.entries(luckyTraces).map(([problemId, trace]) => ({
    problemId,
    problem: "Tom has 2 bags of 3 apples and finds 4 more. How many apples has he?",
    golds: ["10"],
    rollouts: [trace, ...Array.from({ length: 7 }, () => wrong)].map((response, id) => ({
      id: `${id}`,
      response,
    })),
  }));
  const request = { batchId: "v", policyStream: "run", groups, admission: "verified_success" };
  const response = await client.scoreRollouts(request);
  expect(response.groups.map(({ decision }) => [decision?.action, decision?.reason])).toEqual([
    ["DECISION_ACTION_KEEP", "verified_success"],
    ["DECISION_ACTION_DROP", "invalid_success"],
    ["DECISION_ACTION_GUARD", "unverified_success"],
  ]);
});

test("settings of a rule come with the request, and beliefs keep the server's", async () => {
  await start("--difficulty", "band_low=0.25");
  const decide = async (batchId: string, admissionSettings: Record<string, number>) => {
    const request = { ...batch(batchId, 0, { [batchId]: 1 }), admission: "band", admissionSettings };
    return (await client.scoreRollouts(request)).groups[0]?.decision?.reason;
  };
  expect(await decide("a", {})).toBe("below_band");
  expect(await decide("b", { band_low: 0.1 })).toBe("in_band");
  expect(await decide("c", { band_low: 0.01, band_high: 0.1 })).toBe("above_band");
  // The same batch under other settings is another batch.
  expect(await failure(decide("a", { band_low: 0.1 }))).toMatchObject({ code: "ALREADY_EXISTS" });
  for (const [settings, details] of [
    [{ band_lo: 0.1 }, 'Did you mean "band_low"?'],
    [{ half_life_steps: 3 }, '"half_life_steps" is no setting of admission rules.'],
    [{ band_low: 0.9 }, "band_low: must not be above band_high"],
    [{ band_low: Number.NaN }, "band_low"],
  ] as const) {
    expect(await failure(decide("d", { ...settings }))).toMatchObject({
      code: "INVALID_ARGUMENT",
      details: expect.stringContaining(details),
    });
  }
});

test("a gate pays a component only where its condition holds", async () => {
  await start();
  const hedged = "It is \\boxed{2} or \\boxed{3} or \\boxed{4}.\n\\boxed{2}";
  const rollouts = ["Since 1 + 1 = 2 it is \\boxed{2}.", hedged].map((response, id) => ({
    id: `${id}`,
    response,
  }));
  const groups = [{ problemId: "p", problem: "What is 1 + 1?", golds: ["2"], rollouts }];
  const score = async (reward: object) =>
    (await client.scoreRollouts({ groups, reward })).groups[0]!.rollouts;
  const plain = await score({});
  expect(plain.map(({ reward }) => reward)).toEqual([1, 1]);
  expect(plain[1]!.components["shortcut"]).toBe(-1);
  const gated = await score({ gates: { answer: "no_shortcut" } });
  expect(gated.map(({ reward }) => reward)).toEqual([1, 0]);
  expect(gated.map(({ components }) => components["answer"])).toEqual([1, 1]);
  expect(await failure(score({ gates: { answer: "no_shortcut" }, skipShortcuts: true }))).toMatchObject({
    code: "INVALID_ARGUMENT",
  });
});

test("what the caller found in the steps of a success stands in place of the check", async () => {
  await start();
  // Arithmetic modulo 10: to the verifier's own check the step is wrong.
  const modular = "7 + 8 = 5\n#### 5";
  const checks = ["STEPS_CHECK_VALID", "STEPS_CHECK_INVALID", "STEPS_CHECK_UNVERIFIABLE", undefined] as const;
  const groups = checks.map((stepsCheck, index) => ({
    problemId: `p${index}`,
    problem: "On a wheel of the digits 0 to 9: 7 + 8 = ?",
    golds: ["5"],
    rollouts: Array.from({ length: 8 }, (_, id) => ({
      id: `${id}`,
      response: id === 0 ? modular : "#### 6",
      ...(stepsCheck === undefined ? {} : { stepsCheck }),
    })),
  }));
  const request = { batchId: "v", policyStream: "run", groups, admission: "verified_success" };
  const response = await client.scoreRollouts(request);
  expect(response.groups.map(({ decision }) => decision?.reason)).toEqual([
    "verified_success",
    "invalid_success",
    "unverified_success",
    "invalid_success",
  ]);
});

test("a stream answers each batch in order, and ends with the status of the one that is wrong", async () => {
  await start();
  const requests = Array.from({ length: 20 }, (_, index) => batch(`s${index}`, index, { [`p${index}`]: 1 }));
  const answered: string[] = [];
  for await (const response of client.streamRollouts(requests)) answered.push(response.batchId);
  expect(answered).toEqual(requests.map(({ batchId }) => batchId));
  const broken = [batch("ok", 30, { p: 1 }), { ...batch("bad", 30, { p: 1 }), admission: "none!" }];
  const before: string[] = [];
  const reading = (async () => {
    for await (const response of client.streamRollouts(broken)) before.push(response.batchId);
  })();
  expect(await failure(reading)).toMatchObject({ code: "INVALID_ARGUMENT" });
  expect(before).toEqual(["ok"]);
});

test("a ledger in use, and settings that are wrong, keep the server from starting", async () => {
  await start();
  const second = startVerifierProcess({ args: ["--ledger", path], onLogLine() {} });
  await expect(second).rejects.toThrow(/Another process uses the ledger/);
  const settings = join(folder, "settings.json");
  writeFileSync(settings, '{"half_live_steps": 5}');
  const wrong = startVerifierProcess({ args: ["--difficulty-config", settings], onLogLine() {} });
  await expect(wrong).rejects.toThrow(/Did you mean "half_life_steps"\?/);
});

test("a full ledger file refuses new problems, counts nothing of their batch, and serves the ones it knows", async () => {
  const server = await start("--ledger-max-problems", "2");
  const { difficulty } = await client.describe();
  expect(difficulty).toMatchObject({ store: "file", maxProblems: 2, whenFull: "refuse" });
  await client.scoreRollouts(batch("0", 0, { a: 1, b: 1 }));
  expect(await failure(client.scoreRollouts(batch("1", 1, { a: 1, c: 1 })))).toMatchObject({
    code: "RESOURCE_EXHAUSTED",
    attempts: 1,
    message: expect.stringMatching(/limit of 2 problems.*--ledger-max-problems/),
  });
  const { problems } = await client.getDifficulty({ policyStream: "run", problemIds: ["a", "c"] });
  expect(problems.map(({ visits }) => visits)).toEqual([1, 0]);
  expect((await client.scoreRollouts(batch("2", 1, { b: 1 }))).repeated).toBe(false);
  await server.stop();
});

test("the steps of every rollout are checked where the reward asks for it, else only where the admission does", async () => {
  await start("--max-trace-chars", "200");
  const long = `${"Let us see. ".repeat(30)}\\boxed{2}`;
  const responses = ["1 + 1 = 2\n\\boxed{2}", "1 + 2 = 2\n\\boxed{2}", "Surely \\boxed{3}", long];
  const rollouts = responses.map((response, id) => ({ id: `${id}`, response }));
  const groups = [{ problemId: "p", problem: "What is 1 + 1?", golds: ["2"], rollouts }];
  const score = async (request: object) => (await client.scoreRollouts({ groups, ...request })).groups[0]!;

  const plain = await score({});
  expect(plain.rollouts.map(({ components }) => components["coherence"])).toEqual(Array(4).fill(undefined));

  const paid = await score({ reward: { weights: { answer: 1, coherence: 0.5 } } });
  expect(paid.rollouts.map(({ reward }) => reward)).toEqual([1.5, 1, 0, undefined]);
  expect(paid.rollouts.map(({ components }) => components["coherence"])).toEqual([1, 0, 0, undefined]);
  expect(paid.rollouts[3]).toMatchObject({
    verdict: { score: { correct: true } },
    stepsFailure: { kind: "FAILURE_KIND_LIMIT_EXCEEDED" },
  });

  const admission = { admission: "verified_success", admissionSettings: { verified_below: 0.9 } };
  const verified = await score(admission);
  expect(verified.decision?.reason).toBe("verified_success");
  expect(verified.rollouts.map(({ components }) => components["coherence"])).toEqual([
    1,
    0,
    undefined,
    undefined,
  ]);
  expect(verified.rollouts.map(({ reward }) => reward)).toEqual([1, 1, 0, 1]);
});
