import type { PipelineConfig } from "../config.ts";
import { writeRunReport } from "../report/write-run-report.ts";
import type { StageResult } from "../run/events.ts";
import { runPipeline } from "../run/run-pipeline.ts";
import { createConsoleReporter } from "../tracking/console-sink.ts";
import { checkRun } from "./check-run.ts";
import { type GlobalFlags, readLogLevel } from "./global-flags.ts";
import { printPlan } from "./print-plan.ts";

const lineEveryMs = 5_000;

/** Runs a pipeline for a person: progress on standard error, the result on standard output, Ctrl-C ends it orderly. */
export async function executeRun(config: PipelineConfig, flags: GlobalFlags): Promise<void> {
  if (flags.dryRun === true) {
    printPlan(await checkRun(config), flags.json === true);
    return;
  }
  const controller = new AbortController();
  const stopListening = listenForInterrupts(controller);
  const reporter = createReporter(flags);
  // Unset where the directory is not this process's: another holds it, or its run has another config.
  let started: string | undefined;
  try {
    const result = await runPipeline(config, {
      onEvent: (event) => {
        if (event.type === "run_started") started = event.out;
        reporter.onEvent(event);
      },
      signal: controller.signal,
      resume: flags.resume,
      force: flags.force === true,
    });
    reporter.close();
    process.stdout.write(
      flags.json === true ? `${JSON.stringify(result, null, 2)}\n` : describeResult(result.stages),
    );
  } finally {
    reporter.close();
    if (started !== undefined) await leaveReport(started);
    stopListening();
  }
}

/** The page of a run that ended, in whatever way. A page that cannot be written is told, and takes nothing from the run. */
async function leaveReport(directory: string): Promise<void> {
  try {
    await writeRunReport(directory);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `The report of the run could not be written (${reason}). Try again with: touchstone-trainer report ${directory}\n`,
    );
  }
}

function createReporter(flags: GlobalFlags) {
  const level = readLogLevel(flags);
  if (level === "silent" || level === "error") return { onEvent: () => {}, close: () => {} };
  const stream = process.stderr;
  const reporter = createConsoleReporter({
    stream,
    isInteractive: stream.isTTY === true,
    lineEveryMs,
    now: () => performance.now(),
  });
  if (level !== "debug") return reporter;
  return {
    ...reporter,
    onEvent: (event: Parameters<typeof reporter.onEvent>[0]) => {
      reporter.onEvent(event);
      if (event.type !== "step") stream.write(`${JSON.stringify(event)}\n`);
    },
  };
}

function listenForInterrupts(controller: AbortController): () => void {
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write(
      "\nStopping after the current step, with a checkpoint. Press Ctrl-C again to stop at once.\n",
    );
    controller.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return () => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
}

function describeResult(stages: readonly StageResult[]): string {
  return stages.map(({ name, checkpoint, samples }) => `${name}\t${checkpoint ?? samples ?? ""}\n`).join("");
}
