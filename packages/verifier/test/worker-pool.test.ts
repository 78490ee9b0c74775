import { verifierService } from "@touchstone/proto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { defaultPolicy } from "../src/answer/index.ts";
import { OverloadedError } from "../src/errors.ts";
import { builtInGraders } from "../src/graders/built-in.ts";
import type { Grader, GradeTask, RolloutTask } from "../src/grading/grader.ts";
import type { Job } from "../src/grading/pool/job.ts";
import { WorkerPool } from "../src/grading/pool/worker-pool.ts";
import { createPoolGrader } from "../src/grading/pool-grader.ts";
import { VerdictTally } from "../src/grading/tally.ts";
import { VerdictCache } from "../src/grading/verdict-cache.ts";
import { gradeEncoded } from "../src/service/grade-encoded.ts";
import { createJobRules } from "../src/service/pool-rules.ts";
import { defaultStepLimits, type TraceItem } from "../src/steps/index.ts";

const jobRules = createJobRules(builtInGraders, { timeoutMs: 15_000, memoryMib: 512 });
const pools: WorkerPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

async function open(given: Partial<ConstructorParameters<typeof WorkerPool>[0]> = {}): Promise<WorkerPool> {
  const settings = {
    limits: {},
    stepLimits: defaultStepLimits,
    plugIns: [],
    logRequestText: false,
    slowItemMs: 0,
  };
  const options = {
    settings,
    workers: 2,
    spares: 1,
    memoryMib: 256,
    timeoutMs: 10_000,
    maxQueuedItems: 100_000,
  };
  const pool = new WorkerPool({ ...options, ...given }, jobRules);
  pools.push(pool);
  await pool.ready();
  return pool;
}

const task = (index: number): GradeTask => ({
  item: { golds: [String(index)], candidate: { answer: index % 3 === 0 ? String(index) : "-1" } },
  policy: defaultPolicy,
});
const tasks = (count: number) => Array.from({ length: count }, (_, index) => task(index));
const isRight = (count: number) => Array.from({ length: count }, (_, index) => index % 3 === 0);

const never = new AbortController().signal;
const signalWorkers = (pool: WorkerPool, name: NodeJS.Signals) => {
  for (const pid of pool.pids) process.kill(pid, name);
};

function killOne(pool: WorkerPool): void {
  const pid = pool.pids.at(-1);
  if (pid !== undefined) process.kill(pid, "SIGKILL");
}

/** Four thousand million empty places: small on the way, and longer to walk than any worker may take. */
const endless = new Array<string>(2 ** 32 - 1);

describe("a pool of workers", () => {
  test("gives verdicts in order, whoever worked on them", async () => {
    const grader = createPoolGrader(await open());
    const verdicts = await grader.grade(tasks(1000));
    expect(verdicts.map((verdict) => verdict.kind === "score" && verdict.correct)).toEqual(isRight(1000));
    const [trace] = await grader.check([{ problem: "", trace: ["3 + 4 = 8"] }]);
    expect(trace).toMatchObject({ firstError: 0 });
  });

  test("loses nothing when workers are killed again and again", async () => {
    const pool = await open();
    const grader = createPoolGrader(pool);
    // A kill for each round while it runs: how many there are does not hang on the speed of the machine.
    const rounds = 5;
    const kinds: (boolean | string)[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const work = grader.grade(tasks(6000));
      await vi.waitFor(() => expect(pool.stats.busy).toBeGreaterThan(0));
      killOne(pool);
      for (const verdict of await work)
        kinds.push(verdict.kind === "score" ? verdict.correct : verdict.failure);
    }
    // An item may lose its worker twice by bad luck; it then has no score, and no other item is touched.
    for (const [index, kind] of kinds.entries()) expect([index % 3 === 0, "internal"]).toContain(kind);
    expect(kinds.filter((kind) => kind === "internal").length).toBe(pool.stats.failedItems);
    expect(pool.stats.failedItems).toBeLessThan(100);
    await vi.waitFor(() => expect(pool.stats.restarts.died).toBe(rounds));
    // And it is whole again.
    expect(await grader.grade(tasks(4))).toHaveLength(4);
  });

  const goodTrace: TraceItem = { problem: "", trace: ["3 + 4 = 8"] };
  const rollout: RolloutTask = {
    prompt: { problem: "3 + 4?", golds: ["7"], policy: defaultPolicy, detects: true },
    response: "\\boxed{7}",
  };
  test("a trace that never lets go of its worker fails alone", async () => {
    const pool = await open({ timeoutMs: 2000 });
    // The service makes no such item, whatever a client sends.
    const deadly = { problem: "", trace: endless };
    const results = await pool.run([{ kind: "traces", traces: [goodTrace, deadly, goodTrace] }], "caller");
    expect(results).toMatchObject([
      { kind: "traces", verdicts: [{ firstError: 0 }, { failure: "internal" }, { firstError: 0 }] },
    ]);
    expect(pool.stats).toMatchObject({ failedItems: 1, restarts: { died: 0, stuck: 2, memory: 0 } });
  });

  test("tells of a worker that is lost, by reason and process", async () => {
    const lost: [string, number | undefined][] = [];
    const pool = await open({ onLost: (reason, pid) => lost.push([reason, pid]) });
    const pid = pool.pids.at(-1);
    killOne(pool);
    await vi.waitFor(() => expect(lost).toEqual([["died", pid]]));
    // The end of the pool is no loss.
    await pool.close();
    expect(lost).toHaveLength(1);
  });

  test("a stuck worker is killed and its work done by another", async () => {
    const pool = await open({ timeoutMs: 400, spares: 2 });
    signalWorkers(pool, "SIGSTOP");
    const verdicts = await createPoolGrader(pool).grade(tasks(40));
    expect(verdicts.filter((verdict) => verdict.kind === "score").length + pool.stats.failedItems).toBe(40);
    expect(pool.stats.restarts.stuck).toBeGreaterThan(0);
  });

  test("a full queue refuses and says when to come back; what waits is done", async () => {
    const pool = await open({ maxQueuedItems: 100, timeoutMs: 1500 });
    const grader = createPoolGrader(pool);
    const first = grader.grade(tasks(90));
    const error = await grader.grade(tasks(90)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OverloadedError);
    expect((error as OverloadedError).retryAfterMs).toBeGreaterThanOrEqual(50);
    expect(await first).toHaveLength(90);
    // A call that is larger than the queue is taken where nothing waits.
    expect(await grader.grade(tasks(1000))).toHaveLength(1000);
    expect(pool.stats).toMatchObject({ overloads: 1, queuedItems: 0 });
  });

  test.each<[string, (grader: Grader, signal: AbortSignal) => Promise<unknown>]>([
    ["answers", (grader, signal) => grader.grade(tasks(50_000), signal)],
    ["rollouts", (grader, signal) => grader.judge(new Array(50_000).fill(rollout), signal)],
    ["traces", (grader, signal) => grader.check(new Array(50_000).fill(goodTrace), signal)],
  ])("a cancelled call of %s leaves the queue", async (_, start) => {
    const pool = await open({ workers: 1 });
    const controller = new AbortController();
    const work = start(createPoolGrader(pool), controller.signal);
    controller.abort(new Error("gone"));
    await expect(work).rejects.toThrow("gone");
    expect(pool.stats.queuedItems).toBeLessThan(100);
  });
});

const encode = (request: object): Buffer => verifierService.GradeAnswers.requestSerialize(request as never);
const decode = (bytes: Buffer) => verifierService.GradeAnswers.responseDeserialize(bytes);

describe("encoded requests", () => {
  const request = (count: number, prefix = "") => ({
    items: Array.from({ length: count }, (_, index) => ({
      id: `${prefix}${index}`,
      golds: [String(index)],
      response: `\\boxed{${index % 3 === 0 ? index : -1}}`,
    })),
  });

  test("are cut up and put together as if they were whole", async () => {
    const pool = await open();
    const cache = new VerdictCache(1 << 20);
    const tally = new VerdictTally();
    const grading = { pool, cache, maxItems: 1000 };
    const { verdicts } = decode(await gradeEncoded(encode(request(500)), grading, tally, never));
    expect(verdicts.map(({ id }) => id)).toEqual(request(500).items.map(({ id }) => id));
    expect(verdicts.map(({ score }) => score?.correct)).toEqual(isRight(500));
    expect([tally.correct, tally.incorrect]).toEqual([167, 333]);
  });

  test("verdicts given before come from the cache, under their new ids and the same to the byte", async () => {
    const cache = new VerdictCache(1 << 20);
    const grading = { pool: await open(), cache, maxItems: 1000 };
    const first = decode(await gradeEncoded(encode(request(100, "a")), grading, new VerdictTally(), never));
    expect([cache.hits, cache.misses]).toEqual([0, 100]);
    const tally = new VerdictTally();
    const again = decode(await gradeEncoded(encode(request(100, "b")), grading, tally, never));
    expect([cache.hits, tally.correct]).toEqual([100, 34]);
    expect(again.verdicts.map(({ id: _, ...rest }) => rest)).toEqual(
      first.verdicts.map(({ id: _, ...rest }) => rest),
    );
    expect(again.verdicts[7]?.id).toBe("b7");
    // Another policy is another question.
    const boxed = { ...request(100), policy: { place: "ANSWER_PLACE_ANYWHERE" } };
    const other = decode(await gradeEncoded(encode(boxed), grading, new VerdictTally(), never));
    expect(cache.hits).toBe(100);
    expect(other.verdicts[0]?.policy?.place).toBe("ANSWER_PLACE_ANYWHERE");
  });

  test.each([
    ["two items of one id", encode({ items: [{ id: "x" }, { id: "x" }] }), "share the id"],
    ["too many items", encode(request(1001)), "more than 1000 items"],
    [
      "more beside the items than may be",
      Buffer.concat([encode(request(1)), Buffer.from([0x7a, 0x81, 0x80, 0x01]), Buffer.alloc(16_385)]),
      "may take 16384 bytes",
    ],
    ["bytes that are no message", Buffer.from([0x0a, 0xff, 0xff]), "no GradeAnswersRequest"],
    ["an item that is no message", Buffer.from([0x0a, 0x02, 0x12, 0x7f]), "no GradeAnswersRequest"],
    [
      "a policy out of range",
      encode({ ...request(2), policy: { absoluteTolerance: -1 } }),
      "absoluteTolerance",
    ],
  ])("%s are refused", async (_, bytes, message) => {
    const grading = {
      pool: await open({ workers: 1, spares: 0 }),
      cache: new VerdictCache(0),
      maxItems: 1000,
    };
    await expect(gradeEncoded(bytes, grading, new VerdictTally(), never)).rejects.toThrow(message);
  });

  test("an item that cannot be worked on has the failure internal under its id", () => {
    const bytes = encode({ items: [{ id: "z", golds: ["1"], answer: "1" }] });
    const job: Job = { kind: "request", bytes, items: 1 };
    const result = jobRules.fail(job);
    const { verdicts } = decode(Buffer.from(result.kind === "request" ? result.bytes : []));
    expect(verdicts).toMatchObject([{ id: "z", failure: { kind: "FAILURE_KIND_INTERNAL" } }]);
  });
});

test("a cache keeps to its memory, drops the least recently used, and can be off", () => {
  const cache = new VerdictCache(1000);
  const verdict = new Uint8Array(100);
  for (const key of ["a", "b", "c"]) cache.set(key, verdict);
  expect(cache.get("a")).toBeDefined();
  cache.set("d", verdict);
  expect(["a", "b", "c", "d"].filter((key) => cache.get(key) !== undefined)).toEqual(["a", "c", "d"]);
  expect(cache.bytes).toBeLessThanOrEqual(1000);
  cache.set("large", new Uint8Array(2000));
  expect(cache.get("large")).toBeUndefined();
  const off = new VerdictCache(0);
  off.set("a", verdict);
  expect([off.isOn, off.get("a")]).toEqual([false, undefined]);
  expect(cache.keyOf([new Uint8Array([1]), new Uint8Array([2])])).not.toBe(
    cache.keyOf([new Uint8Array([1, 2])]),
  );
});
