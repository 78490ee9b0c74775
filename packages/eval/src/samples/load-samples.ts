import { basename } from "node:path";
import { EvaluationError } from "../errors.ts";
import { readLines } from "./read-lines.ts";
import { parseRow, type SampleRow } from "./sample-row.ts";
import { createTally, type Tally } from "./tally.ts";

/** How files are read. */
export interface LoadOptions {
  /** Field that holds the stratum of a problem. Default "stratum". */
  readonly stratumField?: string;
  /** Count all seeds of a model as one run. Default false: each seed is a training run of its own. */
  readonly poolSeeds?: boolean;
  /** Longest line in bytes; a longer one counts as malformed. Default 16 MiB. */
  readonly maxLineBytes?: number;
  /** Called for each line that cannot be used, with a message that starts with file:line. */
  readonly onMalformed?: (message: string) => void;
  /** Judges rows without a label, in the order they come. Without it such rows are malformed. */
  readonly judge?: Judge;
  /** Judge every row that carries a response and a gold answer, labelled or not. Needs `judge`. */
  readonly regrade?: boolean;
}

/** Judges rows in batches of its own; `emit` is called once a row, in order, with the judged row. */
export interface Judge {
  /** Sees every row that will be judged, before any is. */
  prepare(row: SampleRow): void;
  push(row: SampleRow, emit: (judged: SampleRow) => void): Promise<void>;
  /** Judges what is left in the last batch. */
  flush(): Promise<void>;
}

/** What one file held. */
export interface FileSummary {
  readonly file: string;
  rows: number;
  malformed: number;
  /** Rows judged here rather than in the file. */
  judged: number;
}

/** Counted samples and what the files held. */
export interface LoadedSamples {
  readonly tally: Tally;
  readonly files: readonly FileSummary[];
}

const DEFAULT_MAX_LINE_BYTES = 16 * 1024 * 1024;

/**
 * Reads files of JSON lines (`.gz` too) and counts their rows, one line at a time. A line that cannot be used is
 * reported and left out, and the rest is read. A row without `model` belongs to a model named after its file.
 *
 * Throws an `EvaluationError` (FILE_UNREADABLE) when a file cannot be read.
 */
export async function loadSamples(
  files: readonly string[],
  options: LoadOptions = {},
): Promise<LoadedSamples> {
  const tally = createTally({ poolSeeds: options.poolSeeds ?? false });
  if (options.judge !== undefined) await prepareJudge(files, options.judge, options);
  const summaries: FileSummary[] = [];
  for (const file of files) summaries.push(await loadFile(file, tally, options));
  return { tally, files: summaries };
}

/** A first pass, since a judge needs the gold answers of all problems to tell guessing from solving. */
async function prepareJudge(files: readonly string[], judge: Judge, options: LoadOptions): Promise<void> {
  for (const file of files) {
    for await (const { text } of readLines(file, options.maxLineBytes ?? DEFAULT_MAX_LINE_BYTES)) {
      if (text === null || text.trim() === "") continue;
      const parsed = parseRow(text, options.stratumField);
      if (parsed.ok && parsed.row.kind === "sample" && needsJudge(parsed.row, options))
        judge.prepare(parsed.row);
    }
  }
}

function needsJudge(row: SampleRow, options: LoadOptions): boolean {
  return (
    row.correct === undefined || (options.regrade === true && row.response !== null && row.golds.length > 0)
  );
}

async function loadFile(file: string, tally: Tally, options: LoadOptions): Promise<FileSummary> {
  const summary: FileSummary = { file, rows: 0, malformed: 0, judged: 0 };
  const fallback = nameAfterFile(file);
  const refuse = (line: number, reason: string): void => {
    summary.malformed++;
    options.onMalformed?.(`${file}:${line}: ${reason}`);
  };
  const add = (row: Parameters<Tally["add"]>[0], line: number): void => {
    const refusal = tally.add(row, row.model ?? fallback);
    if (refusal !== null) refuse(line, refusal);
  };
  const maxLineBytes = options.maxLineBytes ?? DEFAULT_MAX_LINE_BYTES;
  for await (const { number, text } of readLines(file, maxLineBytes)) {
    if (text !== null && text.trim() === "") continue;
    summary.rows++;
    const parsed =
      text === null
        ? { ok: false as const, reason: `longer than ${maxLineBytes} bytes (--max-line-bytes)` }
        : parseRow(text, options.stratumField);
    if (!parsed.ok) {
      refuse(number, parsed.reason);
    } else if (parsed.row.kind === "counts" || !needsJudge(parsed.row, options)) {
      add(parsed.row, number);
    } else if (options.judge === undefined) {
      refuse(number, "not judged yet; name a verifier to judge it");
    } else {
      summary.judged++;
      await options.judge.push(parsed.row, (judged) => add(judged, number));
    }
  }
  await options.judge?.flush();
  return summary;
}

/** The file's name without its endings. */
export function nameAfterFile(file: string): string {
  const stem = basename(file)
    .replace(/\.gz$/, "")
    .replace(/\.jsonl?$/, "");
  if (stem === "")
    throw new EvaluationError("ARGUMENT_INVALID", `${file} has no name that a model could take.`);
  return stem;
}
