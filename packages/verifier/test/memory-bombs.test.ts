import { existsSync, readFileSync } from "node:fs";
import { createVerifierClient, type VerifierClient, verifierService } from "@touchstone/proto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";
import { callWithBytes } from "./raw-call.ts";

const mebibyte = 1024 * 1024;
/** Largest message and body of the server under test. */
const messageMib = 8;
/** Most items, rollouts or traces of a call. */
const maxItems = 16_384;
const nearlyAll = messageMib * mebibyte - 64 * 1024;

let server: VerifierProcess;
let client: VerifierClient;

beforeAll(async () => {
  const settings = {
    workers: 2,
    "worker-memory-mib": 64,
    "max-message-mib": messageMib,
    "max-items": maxItems,
    "http-port": 0,
    "http-max-body-mib": messageMib,
    "http-max-buffered-mib": 4 * messageMib,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  server = await startVerifierProcess({ logLevel: "silent", args });
  client = createVerifierClient({ address: server.address });
});

afterAll(async () => {
  client?.close();
  await server?.stop();
});

type AnswerItems = NonNullable<Parameters<typeof verifierService.GradeAnswers.requestSerialize>[0]["items"]>;

const path = (rpc: string) => `/touchstone.verifier.v1.Verifier/${rpc}`;
const grade = (bytes: Buffer) => callWithBytes(server.address, path("GradeAnswers"), bytes);
const gradeItems = (items: AnswerItems) => grade(verifierService.GradeAnswers.requestSerialize({ items }));
const score = (request: Parameters<typeof verifierService.ScoreRollouts.requestSerialize>[0]) =>
  callWithBytes(
    server.address,
    path("ScoreRollouts"),
    verifierService.ScoreRollouts.requestSerialize(request),
  );
const check = (request: Parameters<typeof verifierService.CheckSteps.requestSerialize>[0]) =>
  callWithBytes(server.address, path("CheckSteps"), verifierService.CheckSteps.requestSerialize(request));
const post = async (address: string, body: string) => {
  const headers = { "content-type": "application/json" };
  const reply = await fetch(`http://${server.httpAddress}${address}`, { method: "POST", headers, body });
  await reply.arrayBuffer();
  return reply.status;
};

const fill = <Value>(count: number, value: Value): Value[] => new Array<Value>(count).fill(value);

/** A field of a number that the contract does not have, so long: it goes along with every item. */
function unknownField(length: number): Buffer {
  const varint = [
    (length & 127) | 128,
    ((length >> 7) & 127) | 128,
    ((length >> 14) & 127) | 128,
    length >> 21,
  ];
  // Field 15, length-delimited.
  return Buffer.concat([Buffer.from([0x7a, ...varint]), Buffer.alloc(length)]);
}

const emptyItem = Buffer.from([0x0a, 0]);

/** Requests as large as the server takes, by what they are large in. */
const bombs: Readonly<Record<string, () => Promise<unknown>>> = {
  "one response": () => gradeItems([{ golds: ["1"], response: "\\boxed{".repeat(nearlyAll / 7) }]),
  "one gold": () => gradeItems([{ golds: ["1+".repeat(nearlyAll / 2)], answer: "1" }]),
  "golds of one item": () => gradeItems([{ golds: fill(500_000, "x+1"), answer: "1" }]),
  "items without content": () => grade(Buffer.concat(fill(maxItems, emptyItem))),
  "more items than may be": () => grade(Buffer.concat(fill(nearlyAll / 2, emptyItem))),
  "what all items share": () =>
    grade(Buffer.concat([...fill(maxItems, emptyItem), unknownField(nearlyAll - 2 * maxItems)])),
  "names in a policy": () =>
    gradeItems([{ golds: ["1"], answer: "1", policy: { positiveSymbols: fill(1_000_000, "x") } }]),
  "nested text": () =>
    gradeItems(fill(500, { golds: ["1"], answer: `${"\\frac{1}{1+".repeat(180)}1${"}".repeat(180)}` })),
  "rollouts of a group": () =>
    score({ groups: [{ golds: ["1"], rollouts: fill(maxItems, { response: "\\boxed{1}".repeat(5) }) }] }),
  "the problem of many rollouts": () =>
    score({
      groups: [
        {
          problem: "1 ".repeat(nearlyAll / 4),
          golds: ["1"],
          rollouts: fill(maxItems, { response: "\\boxed{1}" }),
        },
      ],
    }),
  "repeated text": () =>
    score({
      admission: "verified_success",
      groups: [
        { golds: ["1"], rollouts: fill(7, { response: `${"1 = 1, so ".repeat(100_000)}\\boxed{1}` }) },
      ],
    }),
  "more groups than may be": () => score({ groups: fill(nearlyAll / 2, {}) }),
  groups: () => score({ groups: fill(maxItems, {}) }),
  "steps of a trace": () => check({ items: [{ steps: fill(500_000, "1 + 1 = 2") }] }),
  traces: () => check({ items: fill(maxItems, { trace: "1+1=3\n".repeat(17) }) }),
  "nested JSON": () => post(path("GradeAnswers"), `{"items": ${"[".repeat(nearlyAll)}`),
  "JSON of many items": () =>
    post(path("GradeAnswers"), `{"items": [${fill(maxItems, '{"golds": ["1"]}').join(",")}]}`),
  "a list for a trainer": () =>
    post("/get_reward", JSON.stringify({ query: fill(maxItems, "a"), labels: fill(maxItems, "1") })),
  "JSON of more items than may be": () =>
    post(path("ScoreRollouts"), `{"groups": [${fill(Math.floor(nearlyAll / 3), "{}").join(",")}]}`),
  "JSON in an answer": () =>
    post(
      "/slime?grader=json",
      JSON.stringify({ response: "[".repeat(1_500_000), label: `${"[".repeat(1000)}${"]".repeat(1000)}` }),
    ),
};

/** Statuses that say what is wrong with the request, or when to come back. Any other is a defect. */
const refusals = [3, 8];

/** Peak of the server's resident memory so far, in MiB. */
function readPeakMib(): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

/** Grades small batches until told to stop; how many, after each was right. */
async function gradeHonestly(isOver: () => boolean): Promise<number> {
  let batches = 0;
  while (!isOver()) {
    const items = Array.from({ length: 20 }, (_, at) => ({
      id: String(at),
      golds: [String(at)],
      response: `So \\boxed{${at % 3 === 0 ? at : -1}} of batch ${batches}`,
    }));
    const { verdicts } = await client.gradeAnswers({ items }, { deadlineMs: 20_000 });
    expect(verdicts.map(({ score }) => score?.correct)).toEqual(items.map((_, at) => at % 3 === 0));
    batches++;
  }
  return batches;
}

test.skipIf(!existsSync("/proc/self/status"))(
  "the largest requests, of every kind at once, neither end the server nor touch what others send",
  async () => {
    let isOver = false;
    const honest = gradeHonestly(() => isOver);
    const outcomes = await Promise.allSettled(Object.values(bombs).map((send) => send()));
    isOver = true;
    expect(await honest).toBeGreaterThan(2);
    for (const [at, outcome] of outcomes.entries()) {
      const name = Object.keys(bombs)[at];
      if (outcome.status === "rejected")
        expect(refusals, `${name}: ${outcome.reason}`).toContain(outcome.reason.code);
      else if (typeof outcome.value === "number") expect([200, 400, 429, 503], name).toContain(outcome.value);
    }
    expect(server.process.exitCode).toBeNull();
    expect(readPeakMib()).toBeLessThan(1024);
  },
);
