// Memory of the answer core over a million mixed items, hostile ones among them. Fails when it grows.
// npm run bench -- memory [--items 1000000] [--json]
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type GradeItem, gradeAnswer } from "@touchstone/verifier/answer";
import { createHostileItems } from "./hostile-items.ts";
import { createBareItems, createResponseItems } from "./real-items.ts";
import { createShortItems } from "./short-items.ts";

const { values } = parseArgs({
  options: { items: { type: "string", default: "1000000" }, json: { type: "boolean", default: false } },
});
const wanted = Number(values.items);
const readings = 20;
/** Growth of the live heap from the first quarter to the last, in MiB, that counts as a leak. */
const mostGrowthMib = 3;
/** One item in so many is hostile. */
const hostileEvery = 500;

// The heap is read after a full collection, so that what is counted is alive.
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

interface Reading {
  readonly items: number;
  readonly heapMib: number;
  readonly rssMib: number;
}

const mib = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10;

function read(items: number): Reading {
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { items, heapMib: mib(heapUsed), rssMib: mib(rss) };
}

/** Items of all sorts, no two alike: synthetic ones by number, real ones with a number in them. */
function createSource(): (index: number) => GradeItem {
  const hostile = createHostileItems().map(({ item }) => item);
  const dataFolder =
    process.env["TOUCHSTONE_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");
  const real = existsSync(dataFolder)
    ? [...createBareItems(dataFolder), ...createResponseItems(dataFolder)].map(({ ours }) => ours)
    : [];
  if (real.length === 0) console.error(`No ${dataFolder}: synthetic and hostile items only.`);
  // Repeated texts are ropes until they are first read; that growth is theirs, so it comes before the first reading.
  for (const item of hostile) gradeAnswer(item);
  let short = createShortItems(4096, 1);
  return (index) => {
    if (index % hostileEvery === 0) return hostile[(index / hostileEvery) % hostile.length]!;
    if (index % 4096 === 0 || index % 4096 === 1) short = createShortItems(4096, index);
    if (index % 3 === 0 && real.length > 0) return vary(real[index % real.length]!, index);
    const { gold, response } = short[index % 4096]!;
    return { golds: [gold], candidate: { response } };
  };
}

function vary(item: GradeItem, index: number): GradeItem {
  if ("response" in item.candidate)
    return { ...item, candidate: { response: `${index}. ${item.candidate.response}` } };
  return { ...item, candidate: { answer: `${item.candidate.answer}+${index}` } };
}

const next = createSource();
const taken: Reading[] = [];
const step = Math.ceil(wanted / readings);
for (let index = 0; index < wanted; index++) {
  gradeAnswer(next(index));
  if ((index + 1) % step !== 0 && index + 1 !== wanted) continue;
  taken.push(read(index + 1));
  if (!values.json) {
    const { items, heapMib, rssMib } = taken.at(-1)!;
    console.log(`${String(items).padStart(9)} items  heap ${heapMib} MiB  RSS ${rssMib} MiB`);
  }
}

const mean = (part: readonly Reading[]) => part.reduce((sum, { heapMib }) => sum + heapMib, 0) / part.length;
const quarter = Math.max(1, Math.floor(taken.length / 4));
// Collection and compilation settle during the first reading.
const growthMib = mean(taken.slice(-quarter)) - mean(taken.slice(1, 1 + quarter));
const hasGrown = growthMib > mostGrowthMib;
if (values.json) console.log(JSON.stringify({ bench: "memory-soak", growthMib, readings: taken }));
else
  console.log(
    `live heap, last quarter against first: ${growthMib >= 0 ? "+" : ""}${growthMib.toFixed(1)} MiB: ${hasGrown ? "it grows" : "flat"}`,
  );
process.exitCode = hasGrown ? 1 : 0;
