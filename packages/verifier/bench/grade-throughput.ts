// Answers graded per second over gRPC, client and server on this machine, beside grading alone in this process and, where
// TOUCHSTONE_PYTHON is set, beside two processes of math-verify. Run after a build:
// npm run bench -- service [--answers 300000] [--in-flight 8] [--workers 2] [--cache-mib 0] [--json]
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createVerifierClient } from "@touchstone/proto";
import { startVerifierProcess } from "@touchstone/verifier";
import { gradeAnswer } from "@touchstone/verifier/answer";
import { type Peer, startPeer } from "../accuracy/peer/peer-process.ts";
import { listChildren, readCpuSeconds } from "./cpu-seconds.ts";
import { createShortItems } from "./short-items.ts";
import { quantile } from "./time-items.ts";

const batchSize = 256;

const { values } = parseArgs({
  options: {
    answers: { type: "string", default: "300000" },
    "in-flight": { type: "string", default: "8" },
    workers: { type: "string", default: "2" },
    "cache-mib": { type: "string", default: "0" },
    json: { type: "boolean", default: false },
  },
});
const answers = Number(values.answers);
const inFlight = Number(values["in-flight"]);

const batches = createShortItems(batchSize * 64, 1);
const split = Array.from({ length: 64 }, (_, index) =>
  batches.slice(index * batchSize, (index + 1) * batchSize),
);

/** Answers per second of wall time, and CPU seconds per million answers of each process. */
interface Measured {
  readonly answersPerSecond: number;
  readonly cpuSecondsPerMillion: Readonly<Record<string, number>>;
}

const round = (value: number) => Number(value.toPrecision(3));

/** Runs `work` on so many answers, batch after batch. Counts, not seconds, so that a busy machine warms up as well. */
async function measure(
  work: (batch: number) => Promise<unknown> | unknown,
  wanted: number,
  lanes: number,
  processes: Readonly<Record<string, number>>,
): Promise<Measured> {
  const readAll = () => Object.values(processes).map(readCpuSeconds);
  const before = readAll();
  const batchesWanted = Math.ceil(wanted / batchSize);
  const startedAt = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < batchesWanted) await work(next++ % split.length);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const total = batchesWanted * batchSize;
  const elapsed = (performance.now() - startedAt) / 1000;
  const after = readAll();
  const used = Object.keys(processes).map((name, index) => {
    const spent = (after[index] ?? Number.NaN) - (before[index] ?? Number.NaN);
    return [name, round((1e6 * spent) / total)];
  });
  return { answersPerSecond: round(total / elapsed), cpuSecondsPerMillion: Object.fromEntries(used) };
}

const gradeHere = (batch: number) => {
  for (const { gold, response } of split[batch]!) gradeAnswer({ golds: [gold], candidate: { response } });
};

/** Seconds over which calls are spread at half load. */
const halfLoadSeconds = 5;

/** Milliseconds from the due time of each batch to its reply, at so many answers per second: waiting counts. */
async function measureLatencies(answersPerSecond: number): Promise<{ p50Ms: number; p99Ms: number }> {
  const everyMs = (1000 * batchSize) / answersPerSecond;
  const startedAt = performance.now();
  const calls = Array.from({ length: Math.ceil((1000 * halfLoadSeconds) / everyMs) }, async (_, index) => {
    const dueAt = startedAt + index * everyMs;
    await sleep(Math.max(0, dueAt - performance.now()));
    await gradeThere(index % split.length);
    return performance.now() - dueAt;
  });
  const times = await Promise.all(calls);
  return { p50Ms: round(quantile(times, 0.5)), p99Ms: round(quantile(times, 0.99)) };
}

/** Calls of one item each, per second. */
async function measureSingles(calls: number): Promise<number> {
  const items = requests.flatMap((request) => request.items);
  const startedAt = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < calls) await client.gradeAnswers({ items: [items[next++ % items.length]!] });
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return round((1000 * calls) / (performance.now() - startedAt));
}

/** Answers per second of two processes of math-verify; undefined without a Python to run them. */
async function measurePeers(answers: number): Promise<number | undefined> {
  const python = process.env["TOUCHSTONE_PYTHON"];
  if (python === undefined) return undefined;
  const peers = await Promise.all([startPeer({ python }), startPeer({ python })]);
  let next = 0;
  const lane = async (peer: Peer, until: number) => {
    while (next < until) {
      const { gold, response } = batches[next++ % batches.length]!;
      await peer.ask({ gold: `$${gold}$`, answer: response });
    }
  };
  const laneAll = (until: number) => Promise.all(peers.map((peer) => lane(peer, until)));
  await laneAll(40);
  const startedAt = performance.now();
  await laneAll(40 + answers);
  const rate = (1000 * answers) / (performance.now() - startedAt);
  for (const peer of peers) peer.close();
  return round(rate);
}

const server = await startVerifierProcess({
  logLevel: "error",
  args: ["--workers", values.workers, "--cache-mib", values["cache-mib"]],
});
const client = createVerifierClient({ address: server.address });
const requests = split.map((items) => ({
  items: items.map(({ id, gold, response }) => ({ id, golds: [gold], response })),
}));
const gradeThere = (batch: number) => client.gradeAnswers(requests[batch]!);

// All sides are compiled by the engine before anything is timed.
const allProcesses = {
  server: server.process.pid!,
  ...Object.fromEntries(listChildren(server.process.pid!).map((pid, index) => [`worker ${index + 1}`, pid])),
  client: process.pid,
};
await measure(gradeThere, answers / 3, inFlight, allProcesses);
await measure(gradeHere, answers / 3, 1, { grader: process.pid });
const overGrpc = await measure(gradeThere, answers, inFlight, allProcesses);
const singlesPerSecond = await measureSingles(answers / 30);
const halfLoad = await measureLatencies(overGrpc.answersPerSecond / 2);
const alone = await measure(gradeHere, answers, 1, { grader: process.pid });
const peersPerSecond = await measurePeers(answers / 100);
client.close();
await server.stop();

if (values.json) {
  const { workers } = values;
  const settings = { answers, batchSize, inFlight, workers: Number(workers) };
  const measured = { overGrpc, singlesPerSecond, halfLoad, alone, peersPerSecond: peersPerSecond ?? null };
  console.log(JSON.stringify({ bench: "grade-throughput", ...settings, ...measured }));
} else {
  console.log(`over gRPC, batches of ${batchSize}, ${inFlight} in flight: ${describe(overGrpc)}`);
  console.log(`over gRPC, an item a call: ${singlesPerSecond} calls/s`);
  console.log(`batches of ${batchSize} at half load: p50 ${halfLoad.p50Ms} ms, p99 ${halfLoad.p99Ms} ms`);
  console.log(`grading alone, one thread: ${describe(alone)}`);
  console.log(
    peersPerSecond === undefined
      ? "No peer: set TOUCHSTONE_PYTHON to a Python with math-verify[antlr4_13_2] installed."
      : `math-verify, two processes: ${peersPerSecond} answers/s; ours over gRPC is ${round(overGrpc.answersPerSecond / peersPerSecond)} times that`,
  );
}

function describe({ answersPerSecond, cpuSecondsPerMillion }: Measured): string {
  const cpu = Object.entries(cpuSecondsPerMillion).map(([name, spent]) => `${name} ${spent} s`);
  return `${answersPerSecond} answers/s; CPU per million answers: ${cpu.join(", ")}`;
}
