// How long scoring 64 groups of 16 rollouts of about 1 KB takes over gRPC: with shortcut detectors, with a check of steps
// as well, and without either; interleaved, medians. And how long a health check waits while a batch of eight times the size is
// scored. In one process and with workers. Run after a build: npm run bench -- rollouts [--workers 2] [--rounds 15] [--json]
import { parseArgs } from "node:util";
import { createVerifierClient, type VerifierClient } from "@touchstone/proto";
import { startVerifierProcess } from "@touchstone/verifier";
import { startHealthProbe } from "./health-probe.ts";
import { quantile } from "./time-items.ts";

const { values } = parseArgs({
  options: {
    workers: { type: "string", default: "2" },
    rounds: { type: "string", default: "15" },
    json: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
/** Rounds before the timed ones: all sides are compiled by the engine. */
const warmUp = 3;

function writeResponse(seed: number): string {
  const lines = Array.from({ length: 18 }, (_, index) => {
    const [a, b] = [(seed * 7 + index * 13) % 97, (seed * 3 + index * 11) % 89];
    return `Step ${index + 1}: we add ${a} and ${b}, so ${a} + ${b} = ${a + b} is carried.`;
  });
  return `${lines.join("\n")}\nThe answer is \\boxed{${seed % 5}}.`;
}

const createGroups = (count: number) =>
  Array.from({ length: count }, (_, group) => ({
    problemId: `p${group}`,
    problem: `A shop sells ${group} pens at 3 each and 7 books at 12 each. How much is that together?`,
    golds: ["3"],
    rollouts: Array.from({ length: 16 }, (_, index) => ({
      id: String(index),
      response: writeResponse(group * 16 + index),
    })),
  }));

type Request = Parameters<VerifierClient["scoreRollouts"]>[0];
const groups = createGroups(64);
const kinds = {
  with: {},
  steps: { admission: "verified_success" },
  without: { reward: { skipShortcuts: true } },
} as const satisfies Record<string, Request>;
type Kind = keyof typeof kinds;

interface Measured {
  readonly workers: number;
  /** Medians, in milliseconds. */
  readonly ms: Readonly<Record<Kind, number>>;
  /** A large batch, and the health checks while it was scored, in milliseconds. */
  readonly large: {
    readonly rollouts: number;
    readonly ms: number;
    readonly health: Readonly<Record<"p50" | "p99" | "longest", number>>;
  };
}

const round = (value: number) => Number(value.toPrecision(3));

async function measure(workers: number): Promise<Measured> {
  const server = await startVerifierProcess({ logLevel: "error", args: ["--workers", String(workers)] });
  const client = createVerifierClient({ address: server.address });
  const times: Record<Kind, number[]> = { with: [], steps: [], without: [] };
  for (let at = 0; at < rounds + warmUp; at++) {
    for (const kind of Object.keys(kinds) as Kind[]) {
      const before = performance.now();
      await client.scoreRollouts({ batchId: `${kind}${at}`, groups, ...kinds[kind] });
      if (at >= warmUp) times[kind].push(performance.now() - before);
    }
  }
  const large = await measureLarge(client, server.address);
  client.close();
  await server.stop();
  const median = (kind: Kind) => round(quantile(times[kind], 0.5));
  return {
    workers,
    ms: { with: median("with"), steps: median("steps"), without: median("without") },
    large,
  };
}

async function measureLarge(client: VerifierClient, address: string): Promise<Measured["large"]> {
  const many = createGroups(512);
  const probe = startHealthProbe(address, 1);
  const times: number[] = [];
  for (let at = 0; at < 3; at++) {
    const before = performance.now();
    await client.scoreRollouts({ batchId: `large${at}`, groups: many, ...kinds.steps });
    times.push(performance.now() - before);
  }
  const health = await probe.stop();
  const share = (value: number) => round(quantile(health, value));
  return {
    rollouts: 16 * many.length,
    ms: round(quantile(times, 0.5)),
    health: { p50: share(0.5), p99: share(0.99), longest: share(1) },
  };
}

const measured: Measured[] = [];
for (const workers of [0, Number(values.workers)]) measured.push(await measure(workers));
if (values.json) console.log(JSON.stringify({ bench: "score-rollouts", rounds, measured }));
else for (const each of measured) console.log(describe(each));

function describe({ workers, ms, large }: Measured): string {
  const { health } = large;
  return (
    `${workers === 0 ? "one process" : `${workers} workers`}: with detectors ${ms.with} ms, and steps ${ms.steps} ms, ` +
    `without ${ms.without} ms; ${large.rollouts} rollouts ${large.ms} ms, health checks meanwhile ` +
    `p50 ${health.p50} ms, p99 ${health.p99} ms, longest ${health.longest} ms`
  );
}
