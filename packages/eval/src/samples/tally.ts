import type { CountsRow, SampleRow } from "./sample-row.ts";

/** The three forms of pass@k: by the answer, by answer and process, and by another problem's answer. */
export const FORMS = ["answer", "process", "null"] as const;
export type Form = (typeof FORMS)[number];

/** Mutable counts of one problem in one run. */
export interface ProblemTally {
  readonly problemId: string;
  stratum: string | null;
  readonly forms: Record<Form, { n: number; c: number }>;
  /** Samples that could not be judged; they are in no other count. */
  unjudged: number;
  /** Answer text → how often given and how often correct. */
  readonly answers: Map<string, { count: number; correct: number }>;
  /** Judged samples whose answer was recorded, with or without one. */
  answersRecorded: number;
  readonly formats: Map<string, { count: number; correct: number }>;
  readonly coherence: {
    n: number;
    coherent: number;
    valid: number;
    coherentInvalid: number;
    correct: number;
    correctInvalid: number;
  };
  readonly length: { n: number; sum: number };
  readonly truncation: { n: number; truncated: number };
  /** Kind of the rows counted; the two must not be added up, since counts are counts of such samples. */
  kind: "sample" | "counts" | null;
  /** Names of samples seen, to find repeats. */
  readonly samples: Set<string>;
}

/** One model at one seed (null: the rows carry none). */
export interface RunTally {
  readonly model: string;
  readonly seed: number | null;
  readonly problems: Map<string, ProblemTally>;
  readonly temperatures: Set<number>;
  hasUnknownTemperature: boolean;
}

/** Counts rows into runs. Rows may come in any order and from several files. */
export interface Tally {
  readonly runs: ReadonlyMap<string, RunTally>;
  /** Adds a row of `model`. Returns why the row cannot be used, or null when it was counted. */
  add(row: SampleRow | CountsRow, model: string): string | null;
}

/** Creates an empty tally. With `poolSeeds` the seed of a row is only part of its sample's name. */
export function createTally(options: { readonly poolSeeds?: boolean } = {}): Tally {
  const runs = new Map<string, RunTally>();
  const add = (row: SampleRow | CountsRow, model: string): string | null => {
    const seed = options.poolSeeds ? null : row.seed;
    const run = getOrCreate(runs, JSON.stringify([model, seed]), () => createRun(model, seed));
    const problem = getOrCreate(run.problems, row.problemId, () => createProblem(row.problemId));
    if (row.stratum !== null && problem.stratum !== null && row.stratum !== problem.stratum) {
      return `problem ${row.problemId} is in stratum ${problem.stratum} on an earlier line and in ${row.stratum} here`;
    }
    problem.stratum ??= row.stratum;
    const repeated = row.kind === "counts" ? addCounts(problem, row) : addSample(problem, row);
    if (repeated !== null) return repeated;
    if (row.temperature === null) run.hasUnknownTemperature = true;
    else run.temperatures.add(row.temperature);
    return null;
  };
  return { runs, add };
}

function createRun(model: string, seed: number | null): RunTally {
  return { model, seed, problems: new Map(), temperatures: new Set(), hasUnknownTemperature: false };
}

function createProblem(problemId: string): ProblemTally {
  return {
    problemId,
    stratum: null,
    forms: { answer: { n: 0, c: 0 }, process: { n: 0, c: 0 }, null: { n: 0, c: 0 } },
    unjudged: 0,
    answers: new Map(),
    answersRecorded: 0,
    formats: new Map(),
    coherence: { n: 0, coherent: 0, valid: 0, coherentInvalid: 0, correct: 0, correctInvalid: 0 },
    length: { n: 0, sum: 0 },
    truncation: { n: 0, truncated: 0 },
    kind: null,
    samples: new Set(),
  };
}

function addCounts(problem: ProblemTally, row: CountsRow): string | null {
  const name = JSON.stringify(["counts", row.seed]);
  if (problem.samples.has(name))
    return `counts of problem ${problem.problemId} for this model are on an earlier line`;
  if (problem.kind === "sample") return mixedKinds(problem);
  problem.kind = "counts";
  problem.samples.add(name);
  const add = (form: { n: number; c: number }, c: number | null): void => {
    if (c === null) return;
    form.n += row.n;
    form.c += c;
  };
  add(problem.forms.answer, row.c);
  add(problem.forms.process, row.processC);
  add(problem.forms.null, row.nullC);
  return null;
}

function mixedKinds({ problemId }: ProblemTally): string {
  return `problem ${problemId} has both samples and counts for this model; give one of them`;
}

function addSample(problem: ProblemTally, row: SampleRow): string | null {
  if (problem.kind === "counts") return mixedKinds(problem);
  problem.kind = "sample";
  if (row.sample !== null) {
    const name = JSON.stringify([row.seed, row.sample]);
    if (problem.samples.has(name))
      return `sample ${row.sample} of problem ${problem.problemId} is on an earlier line`;
    problem.samples.add(name);
  }
  if (row.correct === null || row.correct === undefined) {
    problem.unjudged++;
    return null;
  }
  count(problem.forms.answer, row.correct);
  if (row.processValid !== null) count(problem.forms.process, row.correct && row.processValid);
  if (row.nullCorrect !== null) count(problem.forms.null, row.nullCorrect);
  if (row.extracted !== undefined) {
    problem.answersRecorded++;
    const answer = row.extracted?.trim() ?? "";
    if (answer !== "") countNamed(problem.answers, answer, row.correct);
  }
  if (row.format !== null) countNamed(problem.formats, row.format, row.correct);
  if (row.coherent !== null && row.processValid !== null) {
    addCoherence(problem.coherence, row.coherent, row.processValid, row.correct);
  }
  if (row.length !== null) {
    problem.length.n++;
    problem.length.sum += row.length;
  }
  if (row.isTruncated !== null) {
    problem.truncation.n++;
    problem.truncation.truncated += Number(row.isTruncated);
  }
  return null;
}

function addCoherence(
  counts: ProblemTally["coherence"],
  coherent: boolean,
  valid: boolean,
  correct: boolean,
): void {
  counts.n++;
  counts.coherent += Number(coherent);
  counts.valid += Number(valid);
  counts.coherentInvalid += Number(coherent && !valid);
  counts.correct += Number(correct);
  counts.correctInvalid += Number(correct && !valid);
}

function count(form: { n: number; c: number }, success: boolean): void {
  form.n++;
  form.c += Number(success);
}

function countNamed(
  counts: Map<string, { count: number; correct: number }>,
  name: string,
  correct: boolean,
): void {
  const entry = getOrCreate(counts, name, () => ({ count: 0, correct: 0 }));
  entry.count++;
  entry.correct += Number(correct);
}

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}
