import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { parseTraceRecord } from "../check-file/parse-trace-record.ts";
import { describeTrace, explainTrace } from "../check-file/trace-line.ts";
import { VerifierError } from "../errors.ts";
import { openLineWriter } from "../grade-file/line-writer.ts";
import { openInput } from "../grade-file/open-input.ts";
import { createProgress } from "../grade-file/progress.ts";
import { type RawLine, readLines } from "../grade-file/read-lines.ts";
import { checkSteps, type StepLimits } from "../steps/index.ts";
import { type LimitFlags, readStepLimits } from "./limit-flags.ts";

/** Flags of `check`, as commander parses them. */
export interface CheckFlags extends LimitFlags {
  readonly out?: string;
  readonly quiet?: boolean;
  readonly maxLineMib: string;
  readonly problem?: string;
  readonly trace?: string;
  readonly explain?: boolean;
}

interface CheckCounts {
  checked: number;
  wrong: number;
  failed: number;
  malformed: number;
}

/** Checks a file of traces, or the one trace that the flags give. */
export async function runCheck(file: string | undefined, flags: CheckFlags, command: Command): Promise<void> {
  const limits = readStepLimits(flags, command);
  if (flags.trace !== undefined) {
    if (file !== undefined) command.error("error: give a file or --trace, not both", { exitCode: 2 });
    process.exitCode = checkOne(flags.trace, flags, limits);
    return;
  }
  if (flags.problem !== undefined || flags.explain === true)
    command.error("error: --problem and --explain belong to one trace: give it with --trace", {
      exitCode: 2,
    });
  if (file === undefined)
    command.error("error: name a JSONL file (or - for standard input), or give --trace", { exitCode: 2 });
  const counts = await checkFile(file, flags, limits, command);
  process.stderr.write(
    `checked    ${counts.checked}\nwrong      ${counts.wrong}\nfailures   ${counts.failed}\n` +
      `malformed  ${counts.malformed}\n`,
  );
  process.exitCode = counts.failed + counts.malformed > 0 ? 1 : 0;
}

function checkOne(given: string, { problem = "", explain }: CheckFlags, limits: StepLimits): number {
  const trace = given === "-" ? readFileSync(0, "utf8") : given;
  const verdict = checkSteps({ problem, trace }, limits);
  process.stdout.write(
    explain === true ? explainTrace(trace, verdict) : `${JSON.stringify(describeTrace(verdict))}\n`,
  );
  return verdict.kind === "failure" ? 1 : 0;
}

async function checkFile(
  file: string,
  flags: CheckFlags,
  limits: StepLimits,
  command: Command,
): Promise<CheckCounts> {
  const mib = Number(flags.maxLineMib);
  if (!(mib > 0 && mib <= 512))
    command.error("error: --max-line-mib must be a number above 0 and at most 512", { exitCode: 2 });
  if (flags.out !== undefined && flags.out !== "-" && resolve(flags.out) === resolve(file))
    command.error("error: --out names the input file; choose another", { exitCode: 2 });
  const input = openOrExit(file, command);
  const writer = await openLineWriter(flags.out);
  const progress = createProgress(input, flags.quiet === true, "checked");
  const counts: CheckCounts = { checked: 0, wrong: 0, failed: 0, malformed: 0 };
  for await (const line of readLines(input.chunks, Math.floor(mib * 1024 * 1024))) {
    if (line.text?.trim() === "") continue;
    await writer.write(checkLine(line, { name: input.name, limits }, counts));
    progress.update(counts.checked + counts.failed + counts.malformed);
  }
  progress.stop();
  await writer.close();
  return counts;
}

function openOrExit(file: string, command: Command) {
  try {
    return openInput(file);
  } catch (error) {
    if (error instanceof VerifierError) command.error(`error: ${error.message}`, { exitCode: 2 });
    throw error;
  }
}

/** Checks one line, counts it, and returns its output record. */
function checkLine(
  { number, text, problem }: RawLine,
  { name, limits }: { readonly name: string; readonly limits: StepLimits },
  counts: CheckCounts,
): string {
  const parsed =
    text === undefined ? { problem: problem ?? "the line cannot be read" } : parseTraceRecord(text);
  if ("problem" in parsed) {
    counts.malformed++;
    process.stderr.write(`${name}:${number}: ${parsed.problem}\n`);
    return JSON.stringify({ line: number, malformed: parsed.problem });
  }
  const verdict = checkSteps(parsed.item, limits);
  if (verdict.kind === "failure") counts.failed++;
  else {
    counts.checked++;
    if (verdict.firstError !== -1) counts.wrong++;
  }
  const id = parsed.id === undefined ? {} : { id: parsed.id };
  return JSON.stringify({ line: number, ...id, ...describeTrace(verdict) });
}
