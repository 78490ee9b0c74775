// Replays recorded pass counts through the difficulty ledger and writes docs/accuracy-difficulty.md.
// npm run bench -- difficulty [--data ../shared/data] [--out docs/accuracy-difficulty.md]
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { assessProblem } from "../src/difficulty/decide-problem.ts";
import { resolveDifficultyConfig } from "../src/difficulty/difficulty-config.ts";
import { importCounts } from "../src/difficulty/observe.ts";
import {
  type CountRow,
  loadCounts,
  loadTrajectories,
  pairCounts,
  splitIntoVisits,
} from "./difficulty-data.ts";
import { countVisitsToDrop, replayAtBudget, replayFreely, type Trajectory } from "./replay-trajectories.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { values } = parseArgs({
  options: {
    data: { type: "string", default: process.env["TOUCHSTONE_DATA"] ?? join(root, "../shared/data") },
    out: { type: "string", default: join(root, "docs/accuracy-difficulty.md") },
  },
});
if (!existsSync(values.data)) {
  console.error(`No data at ${values.data}: set TOUCHSTONE_DATA or --data.`);
  process.exit(2);
}

const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
const table = (head: string[], rows: (string | number)[][]) =>
  [head, head.map((_, index) => (index === 0 ? "---" : "---:")), ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

const config = resolveDifficultyConfig();

const freeFilters = {
  "no filter": { kind: "none" },
  "drop for good after an all-wrong group": { kind: "all-wrong" },
  "drop for good after an all-wrong or all-right group": { kind: "silent" },
  "ledger, defaults": { kind: "ledger", config },
  "ledger, near-impossible below 5 %": {
    kind: "ledger",
    config: resolveDifficultyConfig({ impossible_below: 0.05, solved_above: 0.95 }),
  },
  "ledger, near-impossible below 15 %": {
    kind: "ledger",
    config: resolveDifficultyConfig({ impossible_below: 0.15, solved_above: 0.85 }),
  },
  "ledger, half-life 50": { kind: "ledger", config: resolveDifficultyConfig({ half_life_steps: 50 }) },
  "ledger, half-life 200": { kind: "ledger", config: resolveDifficultyConfig({ half_life_steps: 200 }) },
} as const;

function describeFree(trajectories: readonly Trajectory[]): string {
  const rows = Object.entries(freeFilters).map(([name, filter]) => {
    const result = replayFreely(trajectories, filter);
    return [
      name,
      percent(result.allVisits - result.visits, result.allVisits),
      percent(result.mixed, result.visits),
      percent(result.mixedLost, result.mixedLost + result.mixed),
      percent(result.hopelessVisits, result.allHopelessVisits),
      `${result.learnableLost} of ${result.learnable}`,
    ];
  });
  const head = [
    "filter",
    "rollouts saved",
    "mixed groups among those rolled out",
    "mixed groups lost",
    "hopeless visits still paid",
    "learnable problems lost",
  ];
  return table(head, rows);
}

function describeBudget(trajectories: readonly Trajectory[], shares: readonly number[]): string {
  const methods = [
    "uniform, no filter",
    "uniform, all-wrong dropped",
    "ledger, weight",
    "ledger, posterior",
  ] as const;
  const rows = shares.flatMap((share) =>
    methods.map((method) => {
      const { visits, mixed, touched, learnable } = replayAtBudget(trajectories, method, share, config);
      return [`${100 * share} %`, method, visits * 8, percent(mixed, visits), `${touched} of ${learnable}`];
    }),
  );
  const head = [
    "budget",
    "choice",
    "rollouts",
    "mixed groups",
    "learnable problems trained on in the last fifth",
  ];
  return table(head, rows);
}

const trajectories = loadTrajectories(join(values.data, "one_shot_rlvr/trajectory.jsonl"));
const still = (path: string, groups: number) =>
  loadCounts(join(values.data, path)).map((row) => splitIntoVisits(row, groups));
const bigmath = still("bigmath_solve_rate/counts.jsonl", 8);
const llama = still("reasoning_gym_eval/counts_llama3b_rl_n50.jsonl", 6);
const pairs = pairCounts(join(values.data, "reasoning_gym_eval/counts_rg_base_vs_rl_n3.jsonl"));
const dropsOffline = ({ correct, rollouts }: CountRow) => {
  const state = importCounts(undefined, { step: 0, correct, wrong: rollouts - correct }, config);
  return assessProblem(state, 0, config).decision.returnsAtStep !== undefined;
};
const never = trajectories.filter(({ visits }) => visits.every(({ correct }) => correct === 0));
const firstDrops = never.map((trajectory) => countVisitsToDrop(trajectory, config)).sort((a, b) => a - b);
const median = firstDrops[Math.floor(firstDrops.length / 2)]!;
const zero = pairs.filter(({ base }) => base.correct === 0);
const gained = zero.filter(({ trained }) => trained.correct > 0);

const text = `# Difficulty, replayed

Made by \`npm run bench -- difficulty\` from recorded pass counts; nothing is sampled from a model here, so a filter cannot
change how the policy learns: what is measured is what it would have skipped. Names and defaults: [guide](guides/difficulty.md).

## A real RLVR run

${trajectories.length} problems, 44 to 57 visits of 8 rollouts each over 500 policy steps (one_shot_rlvr). A *mixed* group has
right and wrong rollouts: it carries gradient. A visit is *hopeless* when all visits within two of it are all-wrong. A
problem is *learnable* when its pass rate over the last ten visits lies in [0.1, 0.9]; it is *lost* when a filter leaves out more
than half of those ten visits.

${describeFree(trajectories)}

The ${never.length} problems that were never solved are first dropped after a median of ${median} visits (at most ${firstDrops.at(-1)}).
The defaults were set before this replay and not tuned on it; the other rows show what they trade.

Discarding all-wrong groups after they were rolled out (dynamic sampling) saves no rollouts and loses no problem: it is the
first row with silent groups thrown away.

### At equal budgets

Each visit rolls out the given share of all problems.

${describeBudget(trajectories, [0.25, 0.5])}

## A policy that stands still

Counts of one model, dealt out in groups of 8 one policy step apart; here *learnable* and *hopeless* come from the whole count.

### Big-Math, Llama-3.1-8B, 64 samples (${bigmath.length} problems, chosen by their makers to be hard)

${describeFree(bigmath)}

### AIME and others, a Llama-3B in training, 50 samples (${llama.length} problems)

${describeFree(llama)}

## Offline counts

Of ${pairs.length} problems with 3 samples of a base model and of the same model after RL, ${zero.length} had no success before;
${gained.length} of those (${percent(gained.length, zero.length)}) had one after. A filter that drops "0 of 3" loses them all; the
ledger, given the counts by \`ImportDifficulty\`, drops ${gained.filter(({ base }) => dropsOffline(base)).length} of the ${gained.length}: three failures are little evidence.
`;
writeFileSync(values.out, text);
console.log(text);
