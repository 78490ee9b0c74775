import type { Judge } from "../samples/load-samples.ts";
import type { SampleRow } from "../samples/sample-row.ts";
import { type GoldProblem, pickNullGolds } from "./pick-null-golds.ts";

/** A response to grade. */
export interface GradeItem {
  readonly golds: readonly string[];
  readonly response: string;
}

/** `correct` is null when the grader could not judge; `answer` is null when the response holds none. */
export interface Grade {
  readonly correct: boolean | null;
  readonly answer: string | null;
}

/** Grades a batch; one grade an item, in order. */
export type GradeBatch = (items: readonly GradeItem[]) => Promise<readonly Grade[]>;

/** How rows are judged. */
export interface JudgeOptions {
  readonly grade: GradeBatch;
  /** Also score every sample against another problem's answer. Default true. */
  readonly withNull?: boolean;
  /** Seed of the pairing for the null score. Default 0. */
  readonly seed?: number;
  /** Rows a batch. Default 128. */
  readonly batchSize?: number;
  /** Batch limit in UTF-16 code units of response text. Default 4 Mi. */
  readonly maxBatchChars?: number;
  /** Told how many rows have been judged, of how many. */
  readonly onProgress?: (judged: number, total: number) => void;
}

interface Pending {
  readonly row: SampleRow;
  readonly emit: (judged: SampleRow) => void;
}

/**
 * Creates a judge that grades rows in batches and hands them on in order with `correct`, `extracted` and, unless
 * turned off, `nullCorrect` filled in. What cannot be judged becomes null, never false.
 */
export function createJudge(options: JudgeOptions): Judge {
  const { batchSize = 128, maxBatchChars = 4 * 1024 * 1024, withNull = true, seed = 0 } = options;
  const problems = new Map<string, GoldProblem>();
  let nullGolds: Map<string, readonly string[]> | null = null;
  let pending: Pending[] = [];
  let pendingChars = 0;
  let judged = 0;
  let total = 0;

  const flush = async (): Promise<void> => {
    const batch = pending;
    pending = [];
    pendingChars = 0;
    if (batch.length === 0) return;
    nullGolds ??= withNull ? pickNullGolds([...problems.values()], seed) : new Map();
    const rows = await gradeRows(
      batch.map(({ row }) => row),
      nullGolds,
      options.grade,
    );
    rows.forEach((row, i) => {
      batch[i]!.emit(row);
    });
    judged += rows.length;
    options.onProgress?.(judged, total);
  };

  return {
    prepare({ problemId, stratum, golds }) {
      total++;
      if (!problems.has(problemId)) problems.set(problemId, { problemId, stratum, golds });
    },
    async push(row, emit) {
      pending.push({ row, emit });
      pendingChars += row.response?.length ?? 0;
      if (pending.length >= batchSize || pendingChars >= maxBatchChars) await flush();
    },
    flush,
  };
}

async function gradeRows(
  rows: readonly SampleRow[],
  nullGolds: ReadonlyMap<string, readonly string[]>,
  grade: GradeBatch,
): Promise<SampleRow[]> {
  const items: GradeItem[] = rows.map((row) => ({ golds: row.golds, response: row.response ?? "" }));
  const nullPosition = new Map<number, number>();
  rows.forEach((row, i) => {
    const golds = nullGolds.get(row.problemId);
    if (golds === undefined) return;
    nullPosition.set(i, items.length);
    items.push({ golds, response: row.response ?? "" });
  });
  const grades = await grade(items);
  return rows.map((row, i) => {
    const { correct, answer } = grades[i]!;
    const position = nullPosition.get(i);
    return {
      ...row,
      correct,
      extracted: answer,
      nullCorrect: position === undefined ? row.nullCorrect : grades[position]!.correct,
    };
  });
}
