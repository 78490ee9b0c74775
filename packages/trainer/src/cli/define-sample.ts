import type { Command } from "commander";
import { addGlobalFlags, type GlobalFlags, parseSeed, readSources } from "./global-flags.ts";

interface SampleFlags extends GlobalFlags {
  readonly from: readonly string[];
  readonly task?: string;
  readonly problem: readonly string[];
  readonly dataFile?: string;
  readonly count?: number;
  readonly samples: number;
  readonly maxNewTokens: number;
  readonly temperature: number;
  readonly verifier?: string;
  readonly grade: boolean;
}

const examples = `
Examples:
  touchstone-trainer sample --from runs/words/stages/rlvr/checkpoints/step-000100 \\
    --task word_problems --count 64 --samples 16 --max-new-tokens 96 --out runs/samples
  touchstone-trainer sample --from base/ --from tuned/ --data-file problems.jsonl --samples 32 --max-new-tokens 512

Writes <out>/stages/sample/samples.jsonl. The same command continues where it stopped.`;

/** Adds `sample`. */
export function defineSample(program: Command): void {
  const command = program
    .command("sample")
    .description("sample checkpoints on a fixed problem set and grade the samples")
    .requiredOption(
      "--from <directory>",
      "checkpoint in the Hugging Face layout (repeatable)",
      (value: string, before: string[] = []) => [...before, value],
    )
    .option("--task <name>", "built-in task that makes the problems")
    .option(
      "--problem <key=value>",
      "setting of the problems, for example n=[2,4] (repeatable)",
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option("--data-file <file>", "problems in JSONL (prompt, gold) instead of a task")
    .option("--count <number>", "problems to make", parseSeed)
    .option("--samples <number>", "samples of each problem", parseSeed, 8)
    .option("--max-new-tokens <number>", "longest completion", parseSeed, 128)
    .option("--temperature <number>", "0 takes the most likely token", Number, 1)
    .option("--verifier <address>", "host:port of the verifier")
    .option("--no-grade", "only sample")
    .addHelpText("after", examples)
    .action(execute);
  addGlobalFlags(command);
}

async function execute(flags: SampleFlags): Promise<void> {
  const [{ loadConfig }, { applyOverride, parseOverride }, { executeRun }] = await Promise.all([
    import("../config/load-config.ts"),
    import("../config/config-override.ts"),
    import("./execute-run.ts"),
  ]);
  const problem = flags.problem.map((text) => parseOverride(text)).reduce(applyOverride, {});
  const base = {
    run: { name: "sample" },
    ...(flags.task === undefined ? {} : { task: { name: flags.task } }),
    ...(flags.verifier === undefined ? {} : { verifier: { address: flags.verifier } }),
    stages: [
      {
        type: "sample",
        name: "sample",
        from: flags.from,
        problems:
          flags.dataFile === undefined
            ? { problem, count: flags.count ?? 64 }
            : { data_file: flags.dataFile },
        samples_per_problem: flags.samples,
        max_new_tokens: flags.maxNewTokens,
        temperature: flags.temperature,
        grade: flags.grade,
      },
    ],
  };
  await executeRun(await loadConfig({ base, ...readSources([], flags) }), flags);
}
