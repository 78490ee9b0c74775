// The answer core on real pairs, in process, beside math-verify in the same run; then hostile items.
// npm run bench -- verifier [--rounds 5] [--peer-bare 120] [--peer-responses 300] [--json]
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type GradeItem, gradeAnswer } from "@touchstone/verifier/answer";
import type { Peer } from "../accuracy/peer/peer-process.ts";
import { createHostileItems } from "./hostile-items.ts";
import { openPeer } from "./open-peer.ts";
import { createBareItems, createResponseItems, type RealItem } from "./real-items.ts";
import { show, spread } from "./show-numbers.ts";
import { gradeAll, measureCpuMs, quantile, timeItems } from "./time-items.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    "peer-bare": { type: "string", default: "120" },
    "peer-responses": { type: "string", default: "300" },
    json: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const dataFolder = process.env["TOUCHSTONE_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");

/** Speed of both graders on one kind of item. */
interface Measured {
  readonly name: string;
  readonly items: number;
  /** Items per CPU second of a whole pass in a fresh process, nothing compiled yet. */
  readonly cold: number;
  /** Items per CPU second of later passes, one a round. */
  readonly warm: readonly number[];
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** The peer's items per CPU second, and ours over it on the same slice, one a round. */
  readonly peer: readonly number[];
  readonly ratios: readonly number[];
}

/**
 * Passes before the warm ones: the compiler of this runtime goes on optimising over some hundred thousand items, a few
 * seconds of a service's life.
 */
const warmUpPasses = 30;

/** Least CPU time of a timed slice: the clock of the process counts in steps. */
const leastSliceMs = 150;

async function measure(name: string, items: readonly RealItem[], peerSlice: number, peer: Peer | undefined) {
  const ours = items.map((item) => item.ours);
  const perSecond = (count: number, cpuMs: number) => (1000 * count) / cpuMs;
  const cold = perSecond(
    ours.length,
    measureCpuMs(() => gradeAll(ours)),
  );
  for (let pass = 0; pass < warmUpPasses; pass++) gradeAll(ours);
  const warm: number[] = [];
  const peerRates: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    warm.push(
      perSecond(
        ours.length,
        measureCpuMs(() => gradeAll(ours)),
      ),
    );
    if (peer === undefined) continue;
    // Every pair is new to the peer: its caches of parsed text help as little as they would on new answers.
    const slice = items.slice(round * peerSlice, (round + 1) * peerSlice);
    const own = slice.map((item) => item.ours);
    // Half of ours before the peer and half after it: a machine that others use changes its speed.
    const before = measureSliceMs(own);
    let peerMs = 0;
    for (const item of slice) peerMs += (await peer.ask(item.peer)).cpuMs;
    const ownMs = (before + measureSliceMs(own)) / 2;
    peerRates.push(perSecond(slice.length, peerMs));
    ratios.push(peerMs / ownMs);
  }
  const times = timeItems(ours, gradeAnswer, 3);
  const measured: Measured = {
    name,
    items: items.length,
    cold,
    warm,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    maxMs: quantile(times, 1),
    peer: peerRates,
    ratios,
  };
  return measured;
}

/** CPU milliseconds of one pass over the items, the mean of as many as the clock needs. */
function measureSliceMs(items: readonly GradeItem[]): number {
  let passes = 0;
  let cpuMs = 0;
  for (; cpuMs < leastSliceMs; passes++) cpuMs += measureCpuMs(() => gradeAll(items));
  return cpuMs / passes;
}

function measureHostile() {
  const items = createHostileItems();
  // CPU, not wall: these take long enough for it, and others may use the machine.
  const slowest = items
    .map(({ name, item }) => {
      const passes = Array.from({ length: 3 }, () => measureCpuMs(() => gradeAll([item])));
      return { name, ms: Math.min(...passes) };
    })
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 5);
  return { items: items.length, maxMs: slowest[0]!.ms, slowest };
}

function describe({ name, items, cold, warm, p50Ms, p99Ms, maxMs, peer, ratios }: Measured): string {
  const lines = [
    `${name}: ${items.toLocaleString("en-US")} distinct`,
    `  Touchstone   ${spread(warm)} per CPU second warm, ${show(cold)} cold`,
    `               p50 ${show(1000 * p50Ms)} µs, p99 ${show(1000 * p99Ms)} µs, max ${show(1000 * maxMs)} µs (warm, least of 3)`,
  ];
  if (peer.length > 0)
    lines.push(
      `  math-verify  ${spread(peer)} per CPU second`,
      `  ratio        ${spread(ratios)} times, same pairs, ${ratios.length} interleaved rounds`,
    );
  return lines.join("\n");
}

if (!existsSync(dataFolder)) {
  console.error(`No ${dataFolder}. Set TOUCHSTONE_DATA to the folder of the public data sets.`);
  process.exit(2);
}
const peer = await openPeer();
const bare = await measure("bare answers", createBareItems(dataFolder), Number(values["peer-bare"]), peer);
const responses = await measure(
  "whole responses",
  createResponseItems(dataFolder),
  Number(values["peer-responses"]),
  peer,
);
peer?.close();
const hostile = measureHostile();
if (values.json) {
  const versions = peer?.versions ?? null;
  console.log(
    JSON.stringify({ bench: "grade-core", node: process.version, versions, bare, responses, hostile }),
  );
} else {
  console.log(`${describe(bare)}\n${describe(responses)}`);
  const slowest = hostile.slowest.map(({ name, ms }) => `${name} ${show(ms)} ms`).join("; ");
  console.log(`hostile: ${hostile.items} items, max ${show(hostile.maxMs)} ms CPU (least of 3): ${slowest}`);
}
