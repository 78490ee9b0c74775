// Memory of a ledger without a file while a million problems pass through it. Fails when it grows once it is full.
// npm run bench -- ledger [--problems 1000000] [--limit 100000] [--group 100] [--json]
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { resolveDifficultyConfig } from "../src/difficulty/difficulty-config.ts";
import { openLedger } from "../src/ledger/open-ledger.ts";

const { values } = parseArgs({
  options: {
    problems: { type: "string", default: "1000000" },
    limit: { type: "string", default: "100000" },
    group: { type: "string", default: "100" },
    json: { type: "boolean", default: false },
  },
});
const problems = Number(values.problems);
const maxProblems = Number(values.limit);
const groupsPerBatch = Number(values.group);
/** Growth of the live heap from the second full reading to the last, in MiB, that counts as a leak. */
const mostGrowthMib = 5;
const readings = 20;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const config = resolveDifficultyConfig({ batch_memory_mib: 1 });
const ledger = await openLedger(undefined, { config, sync: "os", maxProblems });

function readHeapMib(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function scoreBatch(first: number): Promise<void> {
  const groups = Array.from({ length: groupsPerBatch }, (_, index) => ({
    problemId: `problem-${String(first + index).padStart(12, "0")}`,
    scored: 8,
    correct: (first + index) % 9,
    silent: (first + index) % 9 === 0,
  }));
  await ledger.score({
    key: { stream: "run", batchId: `batch-${first}`, fingerprint: "f" },
    step: Math.floor(first / groupsPerBatch),
    admission: { rule: config.admission, settings: config },
    groups,
  });
}

const empty = readHeapMib();
const taken: { problems: number; heapMib: number }[] = [];
let nextReading = maxProblems;
const started = performance.now();
for (let first = 0; first < problems; first += groupsPerBatch) {
  await scoreBatch(first);
  if (first + groupsPerBatch < nextReading) continue;
  nextReading += (problems - maxProblems) / readings;
  taken.push({ problems: first + groupsPerBatch, heapMib: readHeapMib() - empty });
}
const microseconds = ((performance.now() - started) * 1000) / problems;
// The first deletions make the engine's tables larger once, so the first reading is not counted.
const growthMib = taken.at(-1)!.heapMib - taken[1]!.heapMib;
const hasGrown = growthMib > mostGrowthMib;
if (values.json)
  console.log(
    JSON.stringify({ bench: "ledger-memory", maxProblems, growthMib, microseconds, readings: taken }),
  );
else {
  for (const { problems, heapMib } of taken)
    console.log(`${String(problems).padStart(9)} problems seen  heap ${heapMib.toFixed(1)} MiB`);
  console.log(
    `limit ${maxProblems} problems: ${growthMib.toFixed(1)} MiB since it was full: ${hasGrown ? "it grows" : "flat"}; ` +
      `${microseconds.toFixed(1)} µs a problem`,
  );
}
process.exitCode = hasGrown ? 1 : 0;
