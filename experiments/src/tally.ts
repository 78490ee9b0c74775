import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

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
  samples: number;
  truncated: number;
  /** Samples without an arithmetic error between steps, and those of them whose trace is still not valid. */
  coherent: number;
  coherentInvalid: number;
  lengthSum: number;
}

interface SampleRow {
  readonly problem_id: string;
  readonly stratum: string;
  readonly model: string;
  readonly correct: boolean | null;
  readonly process_valid: boolean;
  readonly coherent: boolean;
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
    samples: 0,
    truncated: 0,
    coherent: 0,
    coherentInvalid: 0,
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
  tally.coherent += Number(row.coherent);
  tally.coherentInvalid += Number(row.coherent && !row.process_valid);
  tally.lengthSum += row.length;
  const formats = getOrCreate(tally.formats, row.stratum, () => new Map<string, FormatTally>());
  const format = getOrCreate(formats, row.format ?? "none", () => ({ n: 0, correct: 0 }));
  format.n++;
  format.correct += Number(row.correct);
}

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = create();
  map.set(key, made);
  return made;
}
