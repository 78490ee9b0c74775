#!/usr/bin/env node
import { availableParallelism } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { findSeeds } from "./collect-results.ts";
import { ExperimentError } from "./errors.ts";
import { formatTable } from "./format-table.ts";
import { createProgress } from "./progress.ts";
import { runSuite } from "./run-suite.ts";
import { shrinkSuite } from "./shrink-suite.ts";
import { loadSuite, type Suite, useDevelopmentProblems } from "./suite.ts";
import { summarizeOutcomes, writeReport } from "./write-report.ts";

const MAIN_SUITE = fileURLToPath(new URL("../main/suite.yaml", import.meta.url));
const DEVELOPMENT_SEED = 1000;

interface RunFlags {
  readonly suite: string;
  readonly seeds: number;
  readonly out?: string;
  readonly jobs: number;
  readonly verifier?: string;
  readonly dev?: true;
  readonly smoke?: true;
}

const program = new Command("touchstone-experiments")
  .description("Runs the experiments behind Touchstone's claims and reports what comes out.")
  .showHelpAfterError("(--help shows the flags)");

program
  .command("run", { isDefault: true })
  .description(
    "run a suite against a live verifier and write its report; the same command continues an interrupted run",
  )
  .option("--suite <file>", "suite file", MAIN_SUITE)
  .option("--seeds <count>", "how many seeds", parseCount, 1)
  .option("--out <directory>", "run directory (default: runs/<suite>)")
  .option("--jobs <count>", "jobs at a time, one core each", parseCount, availableParallelism())
  .option("--verifier <host:port>", "use this verifier instead of starting one")
  .option("--dev", "development problems and seeds: for choosing settings, never for results")
  .option("--smoke", "the suite cut to seconds, to see that all of it runs: never for results")
  .addHelpText(
    "after",
    `
Examples:
  npm start                                     one seed, under ten minutes on two cores
  npm start -- --seeds 8                        what published numbers come from
  npm start -- --seeds 8 --out runs/main-8      another directory
  npm start -- --suite experiments/c8-near-impossible/suite.yaml --seeds 8
`,
  )
  .action(runCommand);

program
  .command("report")
  .description("write the report of a run directory again")
  .argument("<directory>")
  .option("--suite <file>", "suite file", MAIN_SUITE)
  .action(async (directory: string, flags: { suite: string }) => {
    await report(await loadSuite(flags.suite), flags.suite, directory, await findSeeds(directory));
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof ExperimentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function runCommand(flags: RunFlags): Promise<void> {
  const loaded = await loadSuite(flags.suite);
  const chosen = flags.dev ? useDevelopmentProblems(loaded, DEVELOPMENT_SEED) : loaded;
  const suite = flags.smoke ? shrinkSuite(chosen) : chosen;
  const kind = `${flags.dev ? "-dev" : ""}${flags.smoke ? "-smoke" : ""}`;
  const directory = resolve(flags.out ?? join("runs", `${suite.name}${kind}`));
  const seeds = Array.from({ length: flags.seeds }, (_, index) => index + (flags.dev ? DEVELOPMENT_SEED : 0));
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    console.error(
      "\nStopping after the current steps; the same command continues from there. Press Ctrl-C again to stop at once.",
    );
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const started = performance.now();
  try {
    await runSuite(suite, {
      seeds,
      directory,
      concurrency: flags.jobs,
      ...(flags.verifier === undefined ? {} : { verifierAddress: flags.verifier }),
      signal: controller.signal,
      createProgress: (jobs) => createProgress(process.stderr, jobs, () => performance.now()),
      now: () => performance.now(),
    });
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    process.exitCode = 130;
    return;
  }
  await report(suite, flags.suite, directory, seeds, (performance.now() - started) / 1000);
}

async function report(
  suite: Suite,
  file: string,
  directory: string,
  seeds: readonly number[],
  wallSeconds?: number,
): Promise<void> {
  if (seeds.length === 0)
    throw new ExperimentError("NO_RESULTS", `${directory} holds no seed. Run the suite first.`);
  const written = await writeReport(suite, file, directory, seeds, wallSeconds);
  console.log(formatTable(written.arms));
  console.log(`\n${summarizeOutcomes(written.outcomes).join("\n")}`);
  if (wallSeconds !== undefined)
    console.log(`\n${seeds.length} seed(s) in ${(wallSeconds / 60).toFixed(1)} minutes.`);
  console.log(`\nReport: ${relative(process.cwd(), written.html)}`);
}

function parseCount(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError("must be a positive whole number");
  return value;
}
