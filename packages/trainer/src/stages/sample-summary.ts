import { readFileSync } from "node:fs";
import type { SampleRow } from "./sample-file.ts";

/** What the samples of one model come to. Shares are of the samples that were judged; null when none was. */
export interface ModelSummary {
  readonly correct: number | null;
  readonly processValid: number | null;
  readonly nullCorrect: number | null;
  /** Sampled tokens, prompts not included. */
  readonly tokens: number;
}

/** Summarises a samples.jsonl, model by model in the order of the file. */
export function summarizeSamples(file: string): Map<string, ModelSummary> {
  const byModel = new Map<string, SampleRow[]>();
  for (const line of readFileSync(file, "utf8").split("\n").slice(0, -1)) {
    const row = JSON.parse(line) as SampleRow;
    const rows = byModel.get(row.model);
    if (rows === undefined) byModel.set(row.model, [row]);
    else rows.push(row);
  }
  return new Map([...byModel].map(([model, rows]) => [model, summarizeRows(rows)]));
}

function summarizeRows(rows: readonly SampleRow[]): ModelSummary {
  return {
    correct: shareTrue(rows.map((row) => row.correct)),
    processValid: shareTrue(rows.map((row) => row.process_valid)),
    nullCorrect: shareTrue(rows.map((row) => row.null_correct)),
    tokens: rows.reduce((sum, row) => sum + row.length, 0),
  };
}

function shareTrue(values: readonly (boolean | null)[]): number | null {
  const judged = values.filter((value) => value !== null);
  return judged.length === 0 ? null : judged.filter(Boolean).length / judged.length;
}
