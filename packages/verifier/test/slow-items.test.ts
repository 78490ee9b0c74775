import { createHash } from "node:crypto";
import { createVerifierClient, type VerifierClient } from "@touchstone/proto";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

const lines: Record<string, unknown>[] = [];
const running: { server: VerifierProcess; client: VerifierClient }[] = [];

async function start(...args: string[]): Promise<{ server: VerifierProcess; client: VerifierClient }> {
  const server = await startVerifierProcess({
    logLevel: "info",
    onLogLine: (line) => lines.push(JSON.parse(line)),
    args: ["--http-port", "0", ...args],
  });
  const started = { server, client: createVerifierClient({ address: server.address }) };
  running.push(started);
  return started;
}

beforeEach(() => {
  lines.length = 0;
});
afterAll(async () => {
  for (const { server, client } of running) {
    client.close();
    await server.stop();
  }
});

const hashOf = (context: unknown, text: string) =>
  createHash("sha256")
    .update(JSON.stringify([context, text]))
    .digest("hex")
    .slice(0, 16);

/** Slow lines so far, once the call has its line: by index and hash, in the order of the indices. */
async function slowItems(): Promise<[number, string][]> {
  await vi.waitFor(() => expect(lines.some(({ msg }) => msg === "call")).toBe(true));
  const slow = lines.filter(({ msg }) => msg === "slow item");
  const ids = new Set(lines.filter(({ msg }) => msg !== "listening").map(({ requestId }) => requestId));
  expect(ids.size).toBe(1);
  return slow
    .map(({ index, hash }): [number, string] => [index as number, hash as string])
    .sort(([left], [right]) => left - right);
}

const items = Array.from({ length: 50 }, (_, index) => ({
  id: String(index),
  golds: [String(index)],
  response: `It is \\boxed{${index}}.`,
}));
const hashes = items.map(({ golds, response }) => hashOf(golds, response));

// A bound that every item is over: which are told of does not hang on the speed of the machine.
describe.each([
  ["in workers", ["--workers", "2", "--slow-item-ms", "1e-9"]],
  ["in the server's process", ["--workers", "0", "--slow-item-ms", "1e-9"]],
])("items that take long %s are logged by their place in the batch", (_, args) => {
  let server: VerifierProcess;
  let client: VerifierClient;
  beforeEach(async () => {
    ({ server, client } = await start(...args));
  });

  test("answers, also beside some that are refused or known", async () => {
    await client.gradeAnswers({ items: items.filter((_, index) => index % 2 === 0 && index > 0) });
    await vi.waitFor(() => expect(lines.some(({ msg }) => msg === "call")).toBe(true));
    lines.length = 0;
    await client.gradeAnswers({ items: [{ id: "empty", golds: ["1"] }, ...items] });
    const found = await slowItems();
    for (const [index, hash] of found) expect([index, hash]).toEqual([index, hashes[index - 1]]);
    expect(found.map(([index]) => index)).toEqual(expect.arrayContaining([1, 2, 4, 6, 50]));
  });

  test("answers over HTTP", async () => {
    await fetch(`http://${server.httpAddress}/touchstone.verifier.v1.Verifier/GradeAnswers`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ items: [{ id: "empty", golds: ["1"] }, ...items] }),
    });
    expect(await slowItems()).toEqual(hashes.map((hash, index) => [index + 1, hash]));
  });

  test("traces", async () => {
    const traces = ["3 + 4 = 8", "", "2 + 2 = 4"].map((trace, index) => ({
      id: `${index}`,
      problem: "p",
      trace,
    }));
    await client.checkSteps({ items: traces });
    expect(await slowItems()).toEqual([
      [0, hashOf("p", "3 + 4 = 8")],
      [2, hashOf("p", "2 + 2 = 4")],
    ]);
  });

  test("rollouts, counted through all groups", async () => {
    const groups = [["1", "2"], ["3"]].map((answers, group) => ({
      problemId: `p${group}`,
      problem: "1 + 2?",
      golds: ["3"],
      rollouts: answers.map((answer) => ({ id: answer, response: `\\boxed{${answer}}` })),
    }));
    await client.scoreRollouts({ groups });
    const expected = ["1", "2", "3"].map((answer, index) => [index, hashOf(["3"], `\\boxed{${answer}}`)]);
    expect((await slowItems()).slice(0, 3)).toEqual(expected);
  });
});

test("no more than 64 of a call are logged, and all are counted; 0 logs none", async () => {
  const many = Array.from({ length: 200 }, (_, index) => ({
    id: `${index}`,
    golds: ["1"],
    answer: `${index}`,
  }));
  const { client } = await start("--slow-item-ms", "1e-9");
  await client.gradeAnswers({ items: many });
  expect(await slowItems()).toHaveLength(64);
  expect(lines.at(-1)).toMatchObject({ msg: "call", slow: 200 });
  lines.length = 0;
  const { client: quiet } = await start("--slow-item-ms", "0");
  await quiet.gradeAnswers({ items: many });
  expect(await slowItems()).toEqual([]);
});
