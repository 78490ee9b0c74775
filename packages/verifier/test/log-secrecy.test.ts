import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { createVerifierClient, toWellFormedText, type VerifierClient } from "@touchstone/proto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createLog } from "../src/log/create-log.ts";
import { IdleCounter } from "../src/service/drain.ts";
import { runCall } from "../src/service/serve-call.ts";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";
import { callWithBytes } from "./raw-call.ts";

/** Stands in every text of every request. */
const secret = "SECRETTEXT";
const folder = mkdtempSync(join(tmpdir(), "touchstone-secrecy-"));

// A grader that meets defects: one in an item, one that takes its worker along, one in a reason of its own.
const grader = join(folder, "grader.js");
writeFileSync(
  grader,
  `export const grader = {
    name: "hostile",
    description: "Meets defects.",
    judge(answer) {
      if (answer.includes("throws")) throw new Error(answer);
      if (answer.includes("ends its worker")) {
        setTimeout(() => { throw new Error(answer); });
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
      return { correct: false, reason: answer };
    },
  };`,
);

interface Watched {
  readonly server: VerifierProcess;
  readonly client: VerifierClient;
  readonly lines: string[];
}

async function start(...more: string[]): Promise<Watched> {
  const lines: string[] = [];
  const doors = ["--http-port", "0", "--metrics-port", "0", "--workers", "2", "--spare-workers", "2"];
  const server = await startVerifierProcess({
    logLevel: "trace",
    onLogLine: (line) => lines.push(line),
    args: [...doors, "--ledger", join(folder, `${more.length}.ledger`), "--grader", grader, ...more],
  });
  return {
    server,
    client: createVerifierClient({ address: server.address, retry: { maxAttempts: 1 } }),
    lines,
  };
}

let watched: Watched;
beforeAll(async () => {
  watched = await start();
});
afterAll(async () => {
  watched?.client.close();
  await watched?.server.stop();
  rmSync(folder, { recursive: true });
});

const hostileText = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(
        "\\boxed{",
        "<think>",
        "<answer>",
        "\n",
        "\u0000",
        "\u001b[31m",
        "\ud800",
        "%s%j",
        '{"err":"',
        "#### ",
      ),
      fc.string({ unit: "grapheme", maxLength: 40 }),
    ),
    fc.constantFrom(
      "",
      " throws",
      " ends its worker",
      "}",
      "+\\frac{1}{0}",
      "^".repeat(500),
      "(".repeat(500),
    ),
  )
  .map(([before, after]) => `${before}${secret}${after}`);

async function readAll(responses: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of responses) count++;
  return count;
}

/** Every field of a request that holds text, filled with texts; few of the calls come to more than an error. */
function callEverything({ client, server }: Watched, texts: readonly string[]): Promise<unknown>[] {
  const [a = secret, b = secret, c = secret] = texts;
  const rollouts = [{ id: a, response: `${b}\n\\boxed{${c}}` }];
  const groups = [{ problemId: a, problem: b, golds: [c, "1"], rollouts }];
  const ledger = { policyStream: a, batchId: b };
  const items = [
    { id: a, golds: [b], response: c },
    { id: b + a, golds: [c], answer: a },
  ];
  const grading = { items, grader: { name: "hostile" } };
  const toJson = (value: unknown) => JSON.stringify(value);
  const posts: [string, string][] = [
    ["/touchstone.verifier.v1.Verifier/GradeAnswers", toJson({ items, [a]: b })],
    [
      "/touchstone.verifier.v1.Verifier/GradeAnswers",
      toJson({ items, grader: { name: a, options: { [b]: c } } }),
    ],
    ["/touchstone.verifier.v1.Verifier/ScoreRollouts", toJson({ groups, admission: a })],
    ["/touchstone.verifier.v1.Verifier/StreamRollouts", `${toJson({ groups })}\n{${a}`],
    ["/get_reward", toJson({ query: [a], prompts: [b], labels: [c] })],
    [`/slime?place=${encodeURIComponent(toWellFormedText(a))}`, toJson({ response: a, label: b })],
    ["/verify", toJson({ response: a })],
    [`/${encodeURIComponent(toWellFormedText(a))}`, a],
    ["/get_reward", `{"query": "${a}`],
  ];
  return [
    client.gradeAnswers({ items }),
    client.gradeAnswers(grading),
    client.gradeAnswers({ items, grader: { name: a, options: { [b]: c } } }),
    client.gradeAnswers({ items: [items[0]!, items[0]!] }),
    client.checkSteps({ items: [{ id: a, problem: b, trace: `3 + 4 = 8 ${c}` }] }),
    client.scoreRollouts({ ...ledger, groups, reward: { profile: "answer" } }),
    client.scoreRollouts({ ...ledger, groups, policyStep: 1 }),
    client.scoreRollouts({ groups, admission: a, grader: { name: "hostile" } }),
    client.importDifficulty({ ...ledger, problems: [{ problemId: c, rollouts: 1, correct: 1 }] }),
    client.getDifficulty({ policyStream: a, problemIds: [b] }),
    client.listDifficulty({ policyStream: a, pageToken: b }),
    client.selectProblems({ policyStream: a, problemIds: [b, c], method: a, requestId: b, count: 1 }),
    readAll(
      client.streamRollouts([
        { ...ledger, groups },
        { groups, admission: a },
      ]),
    ),
    callWithBytes(server.address, "/touchstone.verifier.v1.Verifier/GradeAnswers", Buffer.from(a)),
    ...posts.map(async ([path, body]) => {
      const type = path.endsWith("StreamRollouts") ? "application/x-ndjson" : "application/json";
      const headers = { "content-type": type, "connect-timeout-ms": "60000", "user-agent": secret };
      await (await fetch(`http://${server.httpAddress}${path}`, { method: "POST", headers, body })).text();
    }),
  ];
}

describe("the log of a server", () => {
  test("holds no text of requests at any level, whatever is sent to whichever door", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 3, maxLength: 3 }), async (texts) => {
        const ended = await Promise.allSettled(callEverything(watched, texts));
        // Not all of it may be refused: the calls reach what they are meant to reach.
        expect(ended.some(({ status }) => status === "fulfilled")).toBe(true);
      }),
      {
        numRuns: 12,
        examples: [" throws", " ends its worker"].map((defect) => [
          [`${secret}${defect}`, `${secret} 2`, secret],
        ]),
      },
    );
    const metrics = await (await fetch(`http://${watched.server.metricsAddress}/metrics`)).text();
    const messages = new Set(watched.lines.map((line) => JSON.parse(line).msg));
    expect([...messages]).toEqual(
      expect.arrayContaining(["call", "call started", "worker ended by a defect"]),
    );
    expect(watched.lines.filter((line) => line.includes(secret))).toEqual([]);
    expect(metrics).not.toContain(secret);
  });

  test("holds the messages of defects where it is asked to", async () => {
    const asked = await start("--log-request-text");
    const items = [{ golds: ["1"], answer: `${secret} ends its worker` }];
    await asked.client.gradeAnswers({ items, grader: { name: "hostile" } });
    await vi.waitFor(() => expect(asked.lines.join("\n")).toContain(secret));
    asked.client.close();
    await asked.server.stop();
  });
});

test.each([
  [false, undefined],
  [true, expect.stringContaining(secret)],
])(
  "a defect of a call is logged with its place; with --log-request-text %s its message is %j",
  async (asked, message) => {
    const stream = new PassThrough({ encoding: "utf8" });
    const log = createLog({ logLevel: "trace", logRequestText: asked }, stream);
    const name = { requestId: "r", method: "GradeAnswers", peer: "here" };
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const defect = new TypeError(text, { cause: new Error(text) });
        const work = () => Promise.reject(Object.assign(defect, { detail: text, request: { text } }));
        const outcome = await runCall({ name, parent: {} }, work, { log, counter: new IdleCounter() });
        expect(outcome).toMatchObject({ error: { name: "INTERNAL" } });
        expect(JSON.stringify(outcome)).not.toContain(secret);
        const lines: string = stream.read();
        const failed = lines
          .split("\n")
          .flatMap((line) => (line === "" ? [] : [JSON.parse(line)]))
          .at(-1);
        expect(failed).toMatchObject({ msg: "call failed", requestId: "r", err: { type: "TypeError" } });
        expect(failed.err.message).toEqual(message);
        if (!asked) expect(lines).not.toContain(secret);
      }),
    );
  },
);
