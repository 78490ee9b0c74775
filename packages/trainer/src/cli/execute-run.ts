import type { PipelineConfig } from "../config.ts";
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
  try {
    const result = await runPipeline(config, {
      onEvent: reporter.onEvent,
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
    stopListening();
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
