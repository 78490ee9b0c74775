// npm run bench [-- name] [--flags]: benchmarks, as ratios against peers in the same run where there is a peer.
import { join } from "node:path";
import { bin, ensureBuilt, root, run } from "./bootstrap.mjs";

const BENCHMARKS = {
  verifier: "packages/verifier/bench/grade-core.ts",
  steps: "packages/verifier/bench/check-steps.ts",
  service: "packages/verifier/bench/grade-throughput.ts",
  rollouts: "packages/verifier/bench/score-rollouts.ts",
  memory: "packages/verifier/bench/memory-soak.ts",
  ledger: "packages/verifier/bench/ledger-memory.ts",
  difficulty: "packages/verifier/bench/difficulty-replay.ts",
  engine: "packages/trainer/bench/tokens-per-second.ts",
};

const [first, ...rest] = process.argv.slice(2);
if (first === "--help" || (first && !first.startsWith("-") && !(first in BENCHMARKS))) {
  console.error(`Usage: npm run bench [-- ${Object.keys(BENCHMARKS).join(" | ")}] [flags of that benchmark]

  npm run bench                                   all of them
  TOUCHSTONE_PYTHON=.venv/bin/python npm run bench -- verifier    grading in process beside math-verify, hostile items
  TOUCHSTONE_PYTHON=.venv/bin/python npm run bench -- steps    steps checked per second, beside math-verify on the same
                                                  equations, hostile traces
  TOUCHSTONE_PYTHON=.venv/bin/python npm run bench -- service    answers and calls per second over gRPC, latency at half
                                                  load, in process, beside two processes of math-verify
  npm run bench -- rollouts                       scoring groups of rollouts over gRPC, and health checks meanwhile
  npm run bench -- memory --items 1000000         live heap over a million items
  npm run bench -- ledger --limit 100000          live heap of a ledger in memory while a million problems pass
  npm run bench -- difficulty                     recorded runs replayed; writes docs/accuracy-difficulty.md
  TOUCHSTONE_PYTHON=.venv/bin/python npm run bench -- engine --rounds 3    tokens per second beside PyTorch`);
  process.exit(first === "--help" ? 0 : 2);
}
ensureBuilt();
const chosen = first && !first.startsWith("-") ? [first] : Object.keys(BENCHMARKS);
const flags = chosen.length === 1 ? rest : [];
for (const name of chosen) {
  console.log(`\n== ${name}`);
  run(bin("tsx"), [join(root, BENCHMARKS[name]), ...flags]);
}
