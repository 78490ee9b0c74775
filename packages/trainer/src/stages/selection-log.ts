import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { writeFileDurably } from "../durable-files.ts";
import { createJsonlWriter, type JsonlWriter } from "../tracking/jsonl-sink.ts";

const selectionSchema = z.strictObject({
  step: z.int().positive(),
  problem_ids: z.array(z.string()).min(1),
  dropped: z.int().nonnegative(),
  filled: z.int().nonnegative(),
});

/** The problems of one step. */
export interface StepSelection {
  readonly step: number;
  readonly problemIds: readonly string[];
  /** Candidates left out by the ledger. */
  readonly dropped: number;
  /** Problems taken in the order of the prompts because too few candidates were left. */
  readonly filled: number;
}

/**
 * Selections of a stage on disk. They are not taken back on resume: the ledger has moved on since a step that is run
 * again was selected for, and would choose otherwise.
 */
export interface SelectionLog {
  find(step: number): StepSelection | undefined;
  /** Returns once the selection is on disk. */
  append(selection: StepSelection): void;
  close(): void;
}

/** Opens the log; a last line that a crash has broken is dropped. */
export function openSelectionLog(file: string): SelectionLog {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const kept = lines.flatMap((line) => {
    const selection = readSelection(line);
    return selection === undefined ? [] : [{ line, selection }];
  });
  if (lines.length > 0) writeFileDurably(file, kept.map(({ line }) => `${line}\n`).join(""));
  const selections = new Map(kept.map(({ selection }) => [selection.step, selection]));
  // Stages that select nothing leave no file.
  let writer: JsonlWriter | undefined;
  return {
    find: (step) => selections.get(step),
    append: ({ step, problemIds, dropped, filled }) => {
      selections.set(step, { step, problemIds, dropped, filled });
      writer ??= createJsonlWriter(file);
      writer.write({ step, problem_ids: problemIds, dropped, filled });
      writer.flush();
    },
    close: () => writer?.close(),
  };
}

function readSelection(line: string): StepSelection | undefined {
  try {
    const { problem_ids: problemIds, ...rest } = selectionSchema.parse(JSON.parse(line));
    return { ...rest, problemIds };
  } catch {
    return undefined;
  }
}
