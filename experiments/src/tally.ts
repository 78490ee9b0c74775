import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { getOrCreate } from "./get-or-create.ts";
import { addTrace, type TraceTally } from "./traces.ts";

/** Counts of one problem for one model: n judged samples and how many of them were what. */
export interface ProblemTally {
  readonly problemId: string;
  readonly stratum: string;
  n: number;
  correct: number;
  processValid: number;
  nullCorrect: number;
  /** Samples the verifier could not judge; they are in no other count. */
  failed: number;
}

/** Samples of one format, over all problems of a stratum. */
export interface FormatTally {
  n: number;
  correct: number;
}

/** Counts of one model at one seed. */
export interface ModelTally {
  readonly problems: Map<string, ProblemTally>;
  /** stratum → format → counts */
  readonly formats: Map<string, Map<string, FormatTally>>;
  /** stratum → counts of the traces that show work */
  readonly traces: Map<string, TraceTally>;
  /** stratum → answer → samples that give it; what stands after the last "####" is the answer. */
  readonly answers: Map<string, Map<string, number>>;
  samples: number;
  truncated: number;
  lengthSum: number;
}

interface SampleRow {
  readonly problem_id: string;
  readonly stratum: string;
  readonly model: string;
  readonly completion: string;
  readonly correct: boolean | null;
  readonly process_valid: boolean;
  readonly coherent: boolean;
  readonly carry_coherent: boolean;
  readonly steps: number;
  readonly calculator_errors: number;
  readonly null_correct: boolean | null;
  readonly format: string | null;
  readonly length: number;
  readonly stop_reason: string;
}

/** Counts a samples file, model by model. Lines are read one at a time, so a file of any size fits. */
export async function tallySamples(file: string): Promise<Map<string, ModelTally>> {
  const models = new Map<string, ModelTally>();
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.length > 0) addSample(models, JSON.parse(line) as SampleRow);
  }
  return models;
}

function addSample(models: Map<string, ModelTally>, row: SampleRow): void {
  const tally = getOrCreate(models, row.model, () => ({
    problems: new Map(),
    formats: new Map(),
    traces: new Map(),
    answers: new Map(),
    samples: 0,
    truncated: 0,
    lengthSum: 0,
  }));
  const problem = getOrCreate(tally.problems, row.problem_id, () => ({
    problemId: row.problem_id,
    stratum: row.stratum,
    n: 0,
    correct: 0,
    processValid: 0,
    nullCorrect: 0,
    failed: 0,
  }));
  if (row.correct === null || row.null_correct === null) {
    problem.failed++;
    return;
  }
  problem.n++;
  problem.correct += Number(row.correct);
  problem.processValid += Number(row.process_valid);
  problem.nullCorrect += Number(row.null_correct);
  tally.samples++;
  tally.truncated += Number(row.stop_reason === "length");
  tally.lengthSum += row.length;
  const formats = getOrCreate(tally.formats, row.stratum, () => new Map<string, FormatTally>());
  const format = getOrCreate(formats, row.format ?? "none", () => ({ n: 0, correct: 0 }));
  format.n++;
  format.correct += Number(row.correct);
  const answers = getOrCreate(tally.answers, row.stratum, () => new Map<string, number>());
  const answer = readAnswer(row.completion);
  if (answer !== undefined) answers.set(answer, (answers.get(answer) ?? 0) + 1);
  addTrace(tally.traces, row.stratum, {
    steps: row.steps,
    calculatorErrors: row.calculator_errors,
    coherent: row.coherent,
    carryCoherent: row.carry_coherent,
    valid: row.process_valid,
    correct: row.correct,
  });
}

const ANSWER_MARKER = "####";

function readAnswer(completion: string): string | undefined {
  const marker = completion.lastIndexOf(ANSWER_MARKER);
  return marker < 0 ? undefined : completion.slice(marker + ANSWER_MARKER.length).trim();
}
