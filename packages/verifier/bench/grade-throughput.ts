// Answers graded per second over gRPC, client and server on this machine, beside grading alone in this process.
// Run after a build: npx tsx packages/verifier/bench/grade-throughput.ts [--answers 300000] [--in-flight 8] [--json]
import { parseArgs } from "node:util";
import { createVerifierClient } from "@touchstone/proto";
import { startVerifierProcess } from "@touchstone/verifier";
import { gradeAnswer } from "@touchstone/verifier/answer";
import { readCpuSeconds } from "./cpu-seconds.ts";
import { createShortItems } from "./short-items.ts";

const batchSize = 256;

const { values } = parseArgs({
  options: {
    answers: { type: "string", default: "300000" },
    "in-flight": { type: "string", default: "8" },
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

const server = await startVerifierProcess({ logLevel: "error" });
const client = createVerifierClient({ address: server.address });
const requests = split.map((items) => ({
  items: items.map(({ id, gold, response }) => ({ id, golds: [gold], response })),
}));
const gradeThere = (batch: number) => client.gradeAnswers(requests[batch]!);

// Both sides are compiled by the engine before anything is timed.
const bothProcesses = { server: server.process.pid!, client: process.pid };
await measure(gradeThere, answers / 3, inFlight, bothProcesses);
await measure(gradeHere, answers / 3, 1, { grader: process.pid });
const overGrpc = await measure(gradeThere, answers, inFlight, bothProcesses);
const alone = await measure(gradeHere, answers, 1, { grader: process.pid });
client.close();
await server.stop();

if (values.json) {
  console.log(JSON.stringify({ bench: "grade-throughput", answers, batchSize, inFlight, overGrpc, alone }));
} else {
  console.log(`over gRPC, batches of ${batchSize}, ${inFlight} in flight: ${describe(overGrpc)}`);
  console.log(`grading alone, one thread: ${describe(alone)}`);
}

function describe({ answersPerSecond, cpuSecondsPerMillion }: Measured): string {
  const cpu = Object.entries(cpuSecondsPerMillion).map(([name, spent]) => `${name} ${spent} s`);
  return `${answersPerSecond} answers/s; CPU per million answers: ${cpu.join(", ")}`;
}
