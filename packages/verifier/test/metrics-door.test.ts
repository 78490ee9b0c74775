import { createVerifierClient } from "@touchstone/proto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

let server: VerifierProcess;

beforeAll(async () => {
  server = await startVerifierProcess({
    logLevel: "error",
    args: ["--metrics-port", "0", "--http-port", "0", "--workers", "2", "--spare-workers", "1"],
  });
});

afterAll(async () => {
  await server?.stop();
});

const ask = (path: string, init: RequestInit = {}) => fetch(`http://${server.metricsAddress}${path}`, init);

/** Values of the exposition by name and labels, as they are written. */
async function scrape(): Promise<Map<string, number>> {
  const lines = (await (await ask("/metrics")).text()).split("\n");
  const samples = lines.filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(samples.map((line) => [line.replace(/ [^ ]+$/, ""), Number(line.split(" ").at(-1))]));
}

describe("metrics", () => {
  test("count calls, verdicts, failures, traces, decisions and lookups of the cache, over either door", async () => {
    const client = createVerifierClient({ address: server.address });
    const items = [
      { id: "a", golds: ["1/2"], response: "\\boxed{0.5}" },
      { id: "b", golds: ["1/2"], response: "\\boxed{3}" },
      { id: "c", golds: ["1/2"], response: "I give up" },
      { id: "d", golds: [], response: "\\boxed{3}" },
    ];
    await client.gradeAnswers({ items });
    await client.gradeAnswers({ items });
    await client.checkSteps({ items: [{ id: "t", problem: "", steps: ["3 + 4 = 8"] }] });
    const group = { problemId: "p", golds: ["1"], rollouts: [{ id: "r", response: "\\boxed{1}" }] };
    const batch = { policyStream: "s", batchId: "b1", groups: [group] };
    await client.scoreRollouts(batch);
    await client.scoreRollouts(batch);
    await client.gradeAnswers({ items: [items[0]!, items[0]!] }).catch(() => {});
    await fetch(`http://${server.httpAddress}/touchstone.verifier.v1.Verifier/GradeAnswers`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ items: items.slice(0, 2) }),
    });
    client.close();
    const found = await scrape();
    const expected = {
      'touchstone_requests_total{rpc="GradeAnswers",code="OK"}': 3,
      'touchstone_requests_total{rpc="GradeAnswers",code="INVALID_ARGUMENT"}': 1,
      'touchstone_requests_total{rpc="ScoreRollouts",code="OK"}': 2,
      'touchstone_request_duration_seconds_count{rpc="GradeAnswers"}': 4,
      'touchstone_requests_in_flight{rpc="GradeAnswers"}': 0,
      'touchstone_items_total{rpc="GradeAnswers"}': 10,
      'touchstone_items_total{rpc="CheckSteps"}': 1,
      'touchstone_verdicts_total{kind="correct",method="rational",reason="equal"}': 5,
      'touchstone_verdicts_total{kind="incorrect",method="",reason="no_answer"}': 2,
      'touchstone_failures_total{kind="no_gold"}': 2,
      'touchstone_traces_total{outcome="invalid"}': 1,
      'touchstone_decisions_total{action="explore"}': 2,
      'touchstone_ledger_batches_total{result="applied"}': 1,
      'touchstone_ledger_batches_total{result="repeated"}': 1,
      touchstone_ledger_problems: 1,
      touchstone_ledger_max_problems: 1_000_000,
      touchstone_ledger_up: 1,
      'touchstone_cache_lookups_total{result="hit"}': 4,
      'touchstone_cache_lookups_total{result="miss"}': 4,
      touchstone_cache_entries: 4,
      touchstone_queued_items: 0,
      touchstone_workers: 3,
      touchstone_workers_busy: 0,
      'touchstone_worker_restarts_total{reason="stuck"}': 0,
      touchstone_worker_failed_items_total: 0,
      touchstone_overloads_total: 0,
    };
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, found.get(name)]))).toEqual(
      expected,
    );
    for (const name of [
      "process_resident_memory_bytes",
      "process_cpu_seconds_total",
      "nodejs_eventloop_lag_seconds",
    ])
      expect(found.get(name), name).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ["another address", "/", { method: "GET" }, 404],
    ["another method", "/metrics", { method: "POST" }, 405],
  ])("answer %s by a status", async (_, path, init, status) => {
    expect((await ask(path, init)).status).toBe(status);
  });
});

test("a server that drains is alive and not ready, and finishes its call", async () => {
  const own = await startVerifierProcess({ logLevel: "silent", args: ["--metrics-port", "0"] });
  const client = createVerifierClient({ address: own.address, retry: { maxAttempts: 1 } });
  const probe = async (path: string) => {
    const reply = await fetch(`http://${own.metricsAddress}${path}`);
    return [reply.status, (await reply.text()).trim()];
  };
  try {
    expect(await probe("/readyz")).toEqual([200, "ok"]);
    // A stream that stays open holds the drain up for as long as the test needs.
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const rollouts = [{ id: "r", response: "\\boxed{1}" }];
    async function* requests() {
      yield { groups: [{ problemId: "p", golds: ["1"], rollouts }] };
      await released;
    }
    const responses = client.streamRollouts(requests());
    await responses.next();
    own.process.kill("SIGTERM");
    await vi.waitFor(async () => expect(await probe("/readyz")).toEqual([503, "draining"]));
    expect(await probe("/livez")).toEqual([200, "ok"]);
    release();
    expect((await responses.next()).done).toBe(true);
  } finally {
    client.close();
    await own.stop();
  }
});
