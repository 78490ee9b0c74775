import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleepFor } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
/** The repository. */
export const repository = fileURLToPath(new URL("../../../../", import.meta.url));

/** How a trainer process ended. */
export interface CliResult {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A trainer in a process of its own. */
export interface TrainerCli {
  readonly process: ChildProcess;
  /** Standard error so far. */
  readErrors(): string;
  readonly ended: Promise<CliResult>;
}

/** Starts the built trainer. */
export function startTrainerCli(args: readonly string[]): TrainerCli {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A test that fails while its trainer waits must not leave it behind.
  const killNow = () => child.kill("SIGKILL");
  process.once("exit", killNow);
  child.once("close", () => process.off("exit", killNow));
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const ended = once(child, "close").then(
    ([code, signal]) => ({ code, signal, stdout, stderr }) as CliResult,
  );
  return { process: child, readErrors: () => stderr, ended };
}

/** Runs the built trainer to its end. */
export function runTrainerCli(args: readonly string[]): Promise<CliResult> {
  return startTrainerCli(args).ended;
}

/** Waits until a condition holds; throws with `what` when the trainer ends first or after a minute. */
export async function waitUntil(trainer: TrainerCli, what: string, holds: () => boolean): Promise<void> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 5) {
    if (holds()) return;
    if (trainer.process.exitCode !== null) break;
    await sleepFor(5);
  }
  throw new Error(`never saw ${what}:\n${trainer.readErrors()}`);
}

/** Complete lines of a file that may not exist yet. */
export function countLines(file: string): number {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0;
}
