/**
 * Prints how long scoring 64 groups of 16 rollouts of about 1 KB takes over gRPC, with and without shortcut detectors,
 * interleaved, as medians: `tsx bench/score-rollouts.ts` after a build.
 */
import { createVerifierClient } from "@touchstone/proto";
import { startVerifierProcess } from "../src/start-process.ts";

const rounds = 15;

function writeResponse(seed: number): string {
  const lines = Array.from({ length: 18 }, (_, index) => {
    const [a, b] = [(seed * 7 + index * 13) % 97, (seed * 3 + index * 11) % 89];
    return `Step ${index + 1}: we add ${a} and ${b}, so ${a} + ${b} = ${a + b} is carried.`;
  });
  return `${lines.join("\n")}\nThe answer is \\boxed{${seed % 5}}.`;
}

const groups = Array.from({ length: 64 }, (_, group) => ({
  problemId: `p${group}`,
  problem: `A shop sells ${group} pens at 3 each and 7 books at 12 each. How much is that together?`,
  golds: ["3"],
  rollouts: Array.from({ length: 16 }, (_, index) => ({
    id: String(index),
    response: writeResponse(group * 16 + index),
  })),
}));

const server = await startVerifierProcess({ logLevel: "error" });
const client = createVerifierClient({ address: server.address });
const times: Record<"with" | "without", number[]> = { with: [], without: [] };
for (let round = 0; round < rounds + 3; round++) {
  for (const name of ["with", "without"] as const) {
    const before = performance.now();
    const batchId = `${name}${round}`;
    await client.scoreRollouts({ batchId, groups, reward: { skipShortcuts: name === "without" } });
    if (round >= 3) times[name].push(performance.now() - before);
  }
}
client.close();
await server.stop();

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const [on, off] = [median(times.with), median(times.without)];
console.log(`with ${on.toFixed(0)} ms, without ${off.toFixed(0)} ms, ratio ${(on / off).toFixed(2)}`);
