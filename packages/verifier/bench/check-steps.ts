// The check of steps on real traces, in process; math-verify (sympy) asked of the same equations, one by one, in the same run;
// then hostile traces. The peer is only given the equations: no other program finds them in a trace.
// npm run bench -- steps [--rounds 5] [--peer-traces 40] [--json]
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkSteps } from "@touchstone/verifier/steps";
import type { Peer } from "../accuracy/peer/peer-process.ts";
import { wrapAnswer } from "../accuracy/peer/wrap-answer.ts";
import { createHostileTraces } from "./hostile-traces.ts";
import { openPeer } from "./open-peer.ts";
import { createRealTraces, type RealTrace } from "./real-traces.ts";
import { show, spread } from "./show-numbers.ts";
import { measureCpuMs, quantile, timeItems } from "./time-items.ts";
import { equationsOf } from "./trace-equations.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    "peer-traces": { type: "string", default: "40" },
    json: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const dataFolder = process.env["TOUCHSTONE_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");

/** Passes before the timed ones: all of the check is compiled. */
const warmUpPasses = 4;
/** Passes over a slice that is held against the peer: the clock of the process counts in steps. */
const slicePasses = 20;

const checkAll = (traces: readonly RealTrace[]) => {
  for (const trace of traces) checkSteps(trace);
};
const countSteps = (traces: readonly RealTrace[]) => traces.reduce((sum, { trace }) => sum + trace.length, 0);

/** Milliseconds: wall, warm, the least of three. */
function describeTimes(times: Float64Array) {
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), max: quantile(times, 1) };
}

function measureTraces(traces: readonly RealTrace[]) {
  const steps = countSteps(traces);
  const pass = () => (1000 * steps) / measureCpuMs(() => checkAll(traces));
  const cold = pass();
  for (let at = 0; at < warmUpPasses; at++) checkAll(traces);
  const alone = traces.flatMap(({ trace }) => trace).map((step) => ({ problem: "", trace: [step] }));
  return {
    traces: traces.length,
    steps,
    cold,
    perSecond: Array.from({ length: rounds }, pass),
    traceMs: describeTimes(timeItems(traces, checkSteps, 3)),
    stepMs: describeTimes(timeItems(alone, checkSteps, 3)),
  };
}

/** Whole traces here, their equations alone there: the peer's time over ours, one a round, and how often it agrees. */
async function measurePeer(traces: readonly RealTrace[], peer: Peer) {
  const size = Number(values["peer-traces"]);
  const perSecond: number[] = [];
  const ratios: number[] = [];
  const counts = { equations: 0, agreed: 0 };
  for (let round = 0; round < rounds; round++) {
    // Every round takes other traces, from all sets: what the peer has cached helps as little as it would on new ones.
    const stride = Math.floor(traces.length / size);
    const slice = traces.filter((_, index) => index % stride === round).slice(0, size);
    const equations = slice.flatMap(equationsOf);
    const measureOwn = () =>
      measureCpuMs(() => {
        for (let pass = 0; pass < slicePasses; pass++) checkAll(slice);
      }) / slicePasses;
    const before = measureOwn();
    let peerMs = 0;
    for (const { left, right, holds } of equations) {
      const { outcome, cpuMs } = await peer.ask({ gold: wrapAnswer(left), answer: wrapAnswer(right) });
      peerMs += cpuMs;
      counts.equations++;
      if ((outcome === "correct") === holds) counts.agreed++;
    }
    perSecond.push((1000 * equations.length) / peerMs);
    ratios.push((2 * peerMs) / (before + measureOwn()));
  }
  return { ...counts, perSecond, ratios };
}

function measureHostile() {
  const traces = createHostileTraces();
  // CPU, not wall: these take long enough for it, and others may use the machine.
  const slowest = traces
    .map(({ name, item }) => {
      const passes = Array.from({ length: 2 }, () => measureCpuMs(() => checkSteps(item)));
      return { name, ms: Math.min(...passes) };
    })
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 8);
  return { traces: traces.length, slowest };
}

const showTimes = ({ p50, p99, max }: ReturnType<typeof describeTimes>) =>
  `p50 ${show(p50)} ms, p99 ${show(p99)} ms, max ${show(max)} ms`;

if (!existsSync(dataFolder)) {
  console.error(`No ${dataFolder}. Set TOUCHSTONE_DATA to the folder of the public data sets.`);
  process.exit(2);
}
const traces = createRealTraces(dataFolder);
const real = measureTraces(traces);
const peer = await openPeer();
const equations = peer === undefined ? undefined : await measurePeer(traces, peer);
peer?.close();
const hostile = measureHostile();
if (values.json) {
  const versions = peer?.versions ?? null;
  console.log(
    JSON.stringify({
      bench: "check-steps",
      node: process.version,
      versions,
      real,
      peer: equations ?? null,
      hostile,
    }),
  );
} else {
  console.log(`real traces: ${show(real.traces)}, ${show(real.steps)} steps
  Touchstone   ${spread(real.perSecond)} steps per CPU second warm, ${show(real.cold)} cold
               a step by itself ${showTimes(real.stepMs)}
               a trace ${showTimes(real.traceMs)} (warm, least of 3)`);
  if (equations !== undefined)
    console.log(`  math-verify  ${spread(equations.perSecond)} equations per CPU second
  ratio        ${spread(equations.ratios)} times: its time for the ${equations.equations} equations over ours for their whole traces;
               of one mind on ${show((100 * equations.agreed) / equations.equations)} % of them`);
  const slowest = hostile.slowest.map(({ name, ms }) => `${name} ${show(ms)} ms`).join("; ");
  console.log(`hostile: ${hostile.traces} traces, slowest (CPU, least of 2): ${slowest}`);
}
