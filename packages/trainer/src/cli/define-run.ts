import type { Command } from "commander";
import { addGlobalFlags, type GlobalFlags, readSources } from "./global-flags.ts";

const examples = `
Examples:
  touchstone-trainer run configs/word-problems.yaml
  touchstone-trainer run configs/word-problems.yaml --seed 3 --out runs/words-3
  touchstone-trainer run base.yaml --config faster.yaml --set stages.rlvr.steps=50
  touchstone-trainer run configs/word-problems.yaml --dry-run

The same command continues a run that was interrupted. Exit codes: 0 done, 1 failed, 2 wrong config or flags,
130 interrupted.`;

/** Adds `run` and `check`. */
export function defineRun(program: Command): void {
  const run = program
    .command("run")
    .description("run the stages of a pipeline, or continue where they stopped")
    .argument("<files...>", "pipeline in YAML; several are merged from left to right")
    .option("--force", "start reinforcement learning even where almost no group of rollouts carries a signal")
    .addHelpText("after", examples)
    .action(async (files: string[], flags: GlobalFlags) => execute(files, flags));
  addGlobalFlags(run);
  const check = program
    .command("check")
    .description("check a pipeline, its data, checkpoints and verifier, and say what it would do")
    .argument("<files...>", "pipeline in YAML; several are merged from left to right")
    .addHelpText("after", "\nExample:\n  touchstone-trainer check configs/word-problems.yaml")
    .action(async (files: string[], flags: GlobalFlags) => execute(files, { ...flags, dryRun: true }));
  addGlobalFlags(check);
}

// Loaded when needed: help must not wait for the engine.
async function execute(files: readonly string[], flags: GlobalFlags): Promise<void> {
  const { loadConfig } = await import("../config/load-config.ts");
  const config = await loadConfig(readSources(files, flags));
  const { executeRun } = await import("./execute-run.ts");
  await executeRun(config, flags);
}
