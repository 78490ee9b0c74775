import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { VerifierError } from "../errors.ts";
import { gradeLines, type LineResult } from "../grade-file/grade-lines.ts";
import { openLineWriter } from "../grade-file/line-writer.ts";
import { type OpenedInput, openInput } from "../grade-file/open-input.ts";
import { defaultFields } from "../grade-file/parse-record.ts";
import { createProgress } from "../grade-file/progress.ts";
import { readLines } from "../grade-file/read-lines.ts";
import { formatResult } from "../grade-file/result-line.ts";
import {
  formatDisagreement,
  formatSummary,
  type GradeSummary,
  SummaryBuilder,
} from "../grade-file/summary.ts";
import { builtInGraders } from "../graders/built-in.ts";
import { chooseGrader, GraderChoiceError, mathName } from "../graders/choose-grader.ts";
import { loadGrader } from "../graders/load-grader.ts";
import { createGradeOne, type GradeOne } from "../grading/grade-task.ts";
import type { GradeRules } from "../grading/grader.ts";
import { gradeOneItem } from "./grade-one.ts";
import { type LimitFlags, readAnswerLimits } from "./limit-flags.ts";
import { type PolicyFlags, readPolicyFlags } from "./policy-flags.ts";

/** Flags of `grade`, as commander parses them. */
export interface GradeFlags extends PolicyFlags, LimitFlags {
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly listDisagreements?: boolean;
  readonly goldField?: string;
  readonly responseField?: string;
  readonly labelField?: string;
  readonly maxLineMib: string;
  readonly gold?: string[];
  readonly response?: string;
  readonly answer?: string;
  readonly option?: string[];
  readonly problem?: string;
  readonly explain?: boolean;
  readonly grader?: string;
  readonly graderOption?: string[];
}

/** Grades a file, or the one item that the flags give. */
export async function runGrade(file: string | undefined, flags: GradeFlags, command: Command): Promise<void> {
  const { gradeOne, chosen } = await readGraderFlags(flags, command);
  const rules = { policy: readPolicyFlags(flags), ...chosen };
  if (flags.gold !== undefined) {
    process.exitCode = gradeFlagItem(file, flags, rules, gradeOne, command);
    return;
  }
  refuseItemFlags(flags, command);
  if (file === undefined) {
    command.error(
      "error: name a JSONL file (or - for standard input), or give --gold and --response or --answer",
      {
        exitCode: 2,
      },
    );
  }
  const summary = await gradeFile(file, flags, rules, gradeOne, command);
  reportSummary(summary, flags);
  process.exitCode = summary.malformed + summary.failed > 0 ? 1 : 0;
}

interface GraderSetting {
  readonly gradeOne: GradeOne;
  readonly chosen: Omit<GradeRules, "policy">;
}

async function readGraderFlags(flags: GradeFlags, command: Command): Promise<GraderSetting> {
  const { grader = "", graderOption = [], explain } = flags;
  const options = graderOption.map((text) => {
    const at = text.indexOf("=");
    if (at > 0) return [text.slice(0, at), text.slice(at + 1)] as const;
    return command.error("error: --grader-option takes name=value", { exitCode: 2 });
  });
  try {
    const taken = [mathName, ...builtInGraders.map(({ name }) => name)];
    const own = isModulePath(grader) ? await loadGrader(grader, taken) : undefined;
    const graders = own === undefined ? builtInGraders : [...builtInGraders, own];
    const chosen = chooseGrader(own?.name ?? grader, Object.fromEntries(options), graders);
    if (chosen !== undefined && explain) {
      command.error("error: --explain belongs to the grader math", { exitCode: 2 });
    }
    const gradeOne = createGradeOne(readAnswerLimits(flags, command), graders);
    return { gradeOne, chosen: chosen === undefined ? {} : { grader: chosen } };
  } catch (error) {
    if (error instanceof GraderChoiceError || error instanceof VerifierError) {
      return command.error(`error: ${error.message}`, { exitCode: 2 });
    }
    throw error;
  }
}

/** A path has a separator or names a script; names of graders have neither. */
function isModulePath(grader: string): boolean {
  return grader.includes("/") || grader.includes("\\") || /\.[cm]?js$/.test(grader);
}

function gradeFlagItem(
  file: string | undefined,
  flags: GradeFlags,
  rules: GradeRules,
  gradeOne: GradeOne,
  command: Command,
): number {
  const { gold = [], response, answer, option, problem, json, explain } = flags;
  if (file !== undefined) command.error("error: give a file or --gold, not both", { exitCode: 2 });
  if ((response === undefined) === (answer === undefined)) {
    command.error("error: --gold needs one of --response and --answer", { exitCode: 2 });
  }
  const candidate = response === undefined ? { answer: answer! } : { response: readResponse(response) };
  const item = {
    golds: gold,
    candidate,
    ...(option === undefined ? {} : { choices: option }),
    ...(problem === undefined ? {} : { problem }),
  };
  return gradeOneItem(item, rules, gradeOne, {
    json: json === true,
    ...(explain === true ? { explainUnder: readAnswerLimits(flags, command) } : {}),
  });
}

function readResponse(text: string): string {
  return text === "-" ? readFileSync(0, "utf8") : text;
}

/** Flags of one item would be ignored beside a file. */
function refuseItemFlags(flags: GradeFlags, command: Command): void {
  for (const name of ["response", "answer", "option", "problem", "explain"] as const)
    if (flags[name] !== undefined)
      command.error(`error: --${name} belongs to one item: give its gold answer with --gold`, {
        exitCode: 2,
      });
}

async function gradeFile(
  file: string,
  flags: GradeFlags,
  rules: GradeRules,
  gradeOne: GradeOne,
  command: Command,
): Promise<GradeSummary> {
  const maxLineBytes = readLineLimit(flags.maxLineMib, command);
  const input = openInputOrExit(file, command);
  if (flags.out !== undefined && flags.out !== "-" && resolve(flags.out) === resolve(file)) {
    command.error("error: --out names the input file; choose another", { exitCode: 2 });
  }
  const writer = await openLineWriter(flags.out);
  const progress = createProgress(input, flags.quiet === true);
  const fields = {
    gold: flags.goldField ?? defaultFields.gold,
    response: flags.responseField ?? defaultFields.response,
    label: flags.labelField ?? defaultFields.label,
  };
  const builder = new SummaryBuilder();
  let lines = 0;
  for await (const result of gradeLines(readLines(input.chunks, maxLineBytes), gradeOne, rules, fields)) {
    builder.add(result);
    reportLine(input, result, flags);
    await writer.write(formatResult(result));
    progress.update(++lines);
  }
  progress.stop();
  await writer.close();
  return builder.read();
}

function readLineLimit(text: string, command: Command): number {
  const mib = Number(text);
  if (Number.isFinite(mib) && mib > 0 && mib <= 512) return Math.floor(mib * 1024 * 1024);
  return command.error("error: --max-line-mib must be a number above 0 and at most 512", { exitCode: 2 });
}

function openInputOrExit(file: string, command: Command): OpenedInput {
  try {
    return openInput(file);
  } catch (error) {
    if (error instanceof VerifierError) command.error(`error: ${error.message}`, { exitCode: 2 });
    throw error;
  }
}

function reportLine(input: OpenedInput, result: LineResult, flags: GradeFlags): void {
  if (result.kind === "malformed") {
    process.stderr.write(`${input.name}:${result.line}: ${result.problem}\n`);
  } else if (flags.listDisagreements && result.comparison !== undefined && result.comparison !== "agree") {
    process.stderr.write(formatDisagreement(input.name, result));
  }
}

function reportSummary(summary: GradeSummary, flags: GradeFlags): void {
  if (flags.json) process.stdout.write(`${JSON.stringify({ summary })}\n`);
  else process.stderr.write(formatSummary(summary));
}
