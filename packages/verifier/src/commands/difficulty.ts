import { createHash } from "node:crypto";
import type { ConnectionSettings } from "@touchstone/proto";
import { givenConnectionFlags } from "@touchstone/proto/connection-flags";
import type { Command } from "commander";
import { VerifierError } from "../errors.ts";
import { openLineWriter } from "../grade-file/line-writer.ts";
import { openInput } from "../grade-file/open-input.ts";
import { readLines } from "../grade-file/read-lines.ts";
import { type DifficultySource, openDifficultySource } from "../ledger/difficulty-source.ts";
import { formatDifficultyRow, formatDifficultyTable } from "../ledger/format-difficulty.ts";
import { parseCounts } from "../ledger/parse-counts.ts";

interface SourceFlags extends ConnectionSettings {
  readonly ledger?: string;
  readonly address?: string;
  readonly step?: string;
  readonly stream?: string;
  readonly difficultyConfig?: string;
  readonly difficulty?: readonly string[];
}

const maxLineBytes = 1024 * 1024;
const problemsPerImport = 10_000;

/** Prints the problems of a stream, or the names of the streams. */
export async function runList(flags: SourceFlags & { json?: boolean }, command: Command): Promise<void> {
  const step = readStep(flags, command);
  await withSource(flags, command, "read", async (source) => {
    if (flags.stream === undefined) {
      for (const name of await source.listStreams()) process.stdout.write(`${JSON.stringify(name)}\n`);
      return;
    }
    const format = flags.json === true ? formatDifficultyRow : formatDifficultyTable;
    if (flags.json !== true) process.stdout.write(formatDifficultyTable());
    for await (const problem of source.listProblems(flags.stream, step)) {
      process.stdout.write(format(problem));
    }
  });
}

/** Writes the problems of a stream as JSONL that `import` reads. */
export async function runExport(
  flags: SourceFlags & { stream: string; out?: string },
  command: Command,
): Promise<void> {
  const step = readStep(flags, command);
  await withSource(flags, command, "read", async (source) => {
    const writer = await openLineWriter(flags.out);
    for await (const problem of source.listProblems(flags.stream, step)) {
      await writer.write(formatDifficultyRow(problem).trimEnd());
    }
    await writer.close();
  });
}

/** Enters the counts of a file. Exit status 1 when lines could not be used. */
export async function runImport(
  file: string,
  flags: SourceFlags & { stream: string; batchId?: string },
  command: Command,
): Promise<void> {
  const step = readStep(flags, command) ?? 0;
  const { counts, malformed } = await readCounts(file, command);
  const digest = createHash("sha256")
    .update(JSON.stringify([step, counts]))
    .digest("hex");
  const name = flags.batchId ?? `file:${digest}`;
  await withSource(flags, command, "write", async (source) => {
    let entered = 0;
    for (let start = 0; start < counts.length; start += problemsPerImport) {
      const problems = counts.slice(start, start + problemsPerImport);
      const batchId = `${name}/${start / problemsPerImport}`;
      entered += await source.importCounts({
        batchId,
        policyStream: flags.stream,
        policyStep: step,
        problems,
      });
    }
    process.stderr.write(
      `imported   ${entered}\nknown      ${counts.length - entered}\nmalformed  ${malformed}\n`,
    );
  });
  if (malformed > 0) process.exitCode = 1;
}

async function readCounts(file: string, command: Command) {
  const counts: { problemId: string; rollouts: number; correct: number }[] = [];
  let malformed = 0;
  const input = await orExit(command, async () => openInput(file));
  for await (const { number, text, problem } of readLines(input.chunks, maxLineBytes)) {
    if (text?.trim() === "") continue;
    const parsed = text === undefined ? { problem: problem ?? "unreadable" } : parseCounts(text);
    if ("counts" in parsed) {
      counts.push(parsed.counts);
      continue;
    }
    malformed++;
    process.stderr.write(`${input.name}:${number}: ${parsed.problem}\n`);
  }
  return { counts, malformed };
}

async function withSource(
  flags: SourceFlags,
  command: Command,
  use: "read" | "write",
  work: (source: DifficultySource) => Promise<void>,
): Promise<void> {
  if ((flags.ledger === undefined) === (flags.address === undefined)) {
    command.error("error: give one of --ledger and --address", { exitCode: 2 });
  }
  const [unused] = flags.address === undefined ? givenConnectionFlags(flags) : [];
  if (unused !== undefined) command.error(`error: ${unused} belongs to --address`, { exitCode: 2 });
  const source = await orExit(command, () => openDifficultySource(flags, use));
  try {
    await work(source);
  } finally {
    await source.close();
  }
}

async function orExit<Result>(command: Command, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VerifierError) command.error(`error: ${error.message}`, { exitCode: 2 });
    throw error;
  }
}

function readStep({ step }: SourceFlags, command: Command): number | undefined {
  if (step === undefined) return undefined;
  const value = Number(step);
  if (step.trim() !== "" && Number.isSafeInteger(value) && value >= 0) return value;
  return command.error("error: --step must be a whole number >= 0", { exitCode: 2 });
}
