import { existsSync, readFileSync, truncateSync } from "node:fs";
import type { Completion } from "../policy/policy.ts";
import type { AnswerGrade } from "../reward/reward-source.ts";
import type { Problem, Task } from "../tasks/task.ts";
import { createJsonlWriter } from "../tracking/jsonl-sink.ts";

/** Verdicts on one sample. */
export interface SampleGrades {
  readonly correct: AnswerGrade;
  /** Against another problem's golds. */
  readonly nullCorrect: AnswerGrade;
}

/** One line of samples.jsonl; null stands for what could not be judged or was not asked for. */
export interface SampleRow {
  readonly problem_id: string;
  readonly stratum: string;
  readonly model: string;
  readonly sample: number;
  readonly completion: string;
  readonly correct: boolean | null;
  readonly process_valid: boolean | null;
  readonly coherent: boolean | null;
  readonly carry_coherent: boolean | null;
  /** Written steps, and those of them whose result does not follow from their operands. */
  readonly steps: number | null;
  readonly calculator_errors: number | null;
  readonly format: string | null;
  readonly null_correct: boolean | null;
  readonly length: number;
  readonly stop_reason: "stop" | "length";
  readonly logprob: number;
}

/** What a row is made of. */
export interface SampleParts {
  readonly problem: Problem;
  readonly model: string;
  readonly sample: number;
  readonly completion: Completion;
  readonly text: string;
  readonly grades: SampleGrades;
  readonly task: Task | undefined;
  /** Whether the task made the problem and so can check traces of it. */
  readonly isGenerated: boolean;
}

/** Makes a row; traces of generated problems are checked step by step by their task. */
export function createSampleRow(parts: SampleParts): SampleRow {
  const { problem, model, sample, completion, text, grades, task } = parts;
  const check = parts.isGenerated ? task?.checkTrace(problem, text) : undefined;
  return {
    problem_id: problem.id,
    stratum: problem.stratum,
    model,
    sample,
    completion: text,
    correct: grades.correct ?? null,
    process_valid: check?.valid ?? null,
    coherent: check?.coherent ?? null,
    carry_coherent: check?.carryCoherent ?? null,
    steps: check?.steps.length ?? null,
    calculator_errors: check?.steps.filter(({ errors }) => errors.includes("calculator")).length ?? null,
    format: task?.formatOf(text) ?? null,
    null_correct: grades.nullCorrect ?? null,
    length: completion.tokens.length,
    stop_reason: completion.stopReason,
    logprob: completion.logprobs.reduce((sum, logprob) => sum + logprob, 0),
  };
}

/** A samples.jsonl that is continued where it ends. */
export interface SampleFile {
  /** Rows that are in the file and have been passed or written. */
  readonly rows: number;
  /** Passes over a block that is in the file; false when it has to be written. */
  skipBlock(size: number): boolean;
  writeBlock(rows: readonly SampleRow[]): void;
  close(): void;
}

/**
 * Opens a samples.jsonl whose rows are written in one fixed order, block by block. A block that was cut off is
 * dropped, so that it is sampled again in the same company.
 */
export function openSampleFile(file: string): SampleFile {
  const ends = existsSync(file) ? findLineEnds(readFileSync(file)) : [];
  const present = ends.length;
  let passed = 0;
  let isCut = false;
  let writer: ReturnType<typeof createJsonlWriter> | undefined;
  // The rest of the file is dropped once the first incomplete block is known.
  const cut = () => {
    if (!isCut && existsSync(file)) truncateSync(file, passed === 0 ? 0 : ends[passed - 1]);
    isCut = true;
    writer ??= createJsonlWriter(file);
    return writer;
  };
  return {
    get rows() {
      return passed;
    },
    skipBlock: (size) => {
      if (isCut || passed + size > present) return false;
      passed += size;
      return true;
    },
    writeBlock: (rows) => {
      const open = cut();
      for (const row of rows) open.write(row);
      open.flush();
      passed += rows.length;
    },
    close: () => writer?.close(),
  };
}

// Byte offsets after each complete line.
function findLineEnds(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) ends.push(at + 1);
  return ends;
}
