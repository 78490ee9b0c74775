import type { CoherenceCounts } from "../metrics/coherence.ts";
import type { FormatCount } from "../metrics/format-shares.ts";
import type { AnswerCount } from "../metrics/maj-at-n.ts";
import type { SeededCounts } from "../metrics/pass-table.ts";
import { FORMS, type Form, type ProblemTally, type RunTally, type Tally } from "../samples/tally.ts";

/** One problem of one model. Arrays run over the model's seeds. */
export interface MeasuredProblem {
  readonly problemId: string;
  readonly stratum: string | null;
  readonly forms: Partial<Record<Form, SeededCounts>> & { readonly answer: SeededCounts };
  readonly runs: readonly ProblemTally[];
}

/** Everything counted of one model, on the problems that all its seeds share. */
export interface ModelData {
  readonly model: string;
  /** The seeds, ascending; [null] where rows carry none. */
  readonly seeds: readonly (number | null)[];
  readonly problems: readonly MeasuredProblem[];
  /** Judged samples on those problems, over all seeds. */
  readonly samples: number;
  readonly unjudged: number;
  readonly temperatures: readonly number[];
  readonly hasUnknownTemperature: boolean;
  /** What a reader must know about the data: what was left out and why. */
  readonly notes: readonly string[];
}

/** What to leave out. */
export interface CollectOptions {
  /** Leave out problems with fewer judged samples than this in any seed. Default 1. */
  readonly minN?: number;
}

/** Returns the models of a tally in the order they came, each with its seeds side by side. */
export function collectModels(tally: Tally, options: CollectOptions = {}): ModelData[] {
  const byModel = new Map<string, RunTally[]>();
  for (const run of tally.runs.values()) byModel.set(run.model, [...(byModel.get(run.model) ?? []), run]);
  return [...byModel].map(([model, runs]) => collectModel(model, runs, Math.max(1, options.minN ?? 1)));
}

function collectModel(model: string, unsorted: readonly RunTally[], minN: number): ModelData {
  const runs = [...unsorted].sort((a, b) => (a.seed ?? -1) - (b.seed ?? -1));
  const notes: string[] = [];
  const ids = new Set(runs.flatMap((run) => [...run.problems.keys()]));
  const kept: (readonly ProblemTally[])[] = [];
  let missing = 0;
  let few = 0;
  for (const id of ids) {
    const tallies = runs.map((run) => run.problems.get(id)).filter((problem) => problem !== undefined);
    if (tallies.length < runs.length) missing++;
    else if (tallies.some((problem) => problem.forms.answer.n < minN)) few++;
    else kept.push(tallies);
  }
  if (missing > 0)
    notes.push(`${missing} of ${ids.size} problems are left out because not every seed has them.`);
  if (few > 0) {
    notes.push(
      `${few} of ${ids.size} problems are left out because they have fewer than ${minN} judged samples.`,
    );
  }
  const forms = FORMS.filter((form) => isComplete(form, kept, notes));
  const problems = kept.map((tallies) => joinSeeds(tallies, forms));
  notes.push(...noteSeeds(runs, kept), ...noteSampleSizes(problems));
  const all = kept.flat();
  return {
    model,
    seeds: runs.map((run) => run.seed),
    problems,
    samples: all.reduce((sum, problem) => sum + problem.forms.answer.n, 0),
    unjudged: all.reduce((sum, problem) => sum + problem.unjudged, 0),
    temperatures: [...new Set(runs.flatMap((run) => [...run.temperatures]))].sort((a, b) => a - b),
    hasUnknownTemperature: runs.some((run) => run.hasUnknownTemperature),
    notes,
  };
}

/** A form is measured only where every problem has it: otherwise its curve would be about other problems. */
function isComplete(form: Form, kept: readonly (readonly ProblemTally[])[], notes: string[]): boolean {
  const without = kept.filter((tallies) => tallies.some((problem) => problem.forms[form].n === 0)).length;
  if (without > 0 && without < kept.length) {
    notes.push(
      `The ${form} form is left out because ${without} of ${kept.length} problems carry no such judgement.`,
    );
  }
  return without === 0;
}

function joinSeeds(tallies: readonly ProblemTally[], forms: readonly Form[]): MeasuredProblem {
  const first = tallies[0]!;
  const joined: Partial<Record<Form, SeededCounts>> = {};
  for (const form of forms) joined[form] = tallies.map((problem) => ({ ...problem.forms[form] }));
  const answer = joined.answer ?? tallies.map((problem) => ({ ...problem.forms.answer }));
  const stratum = tallies.find((problem) => problem.stratum !== null)?.stratum ?? null;
  return { problemId: first.problemId, stratum, forms: { ...joined, answer }, runs: tallies };
}

function noteSeeds(runs: readonly RunTally[], kept: readonly (readonly ProblemTally[])[]): string[] {
  if (runs.length < 2 || kept.length === 0) return [];
  if (!kept.every((tallies) => tallies.every((problem) => problem.forms.answer.n === 1))) return [];
  return [
    "Every seed has one sample a problem. If the seed names a draw and not a training run, pool the seeds (--pool-seeds), or k stays at 1.",
  ];
}

function noteSampleSizes(problems: readonly MeasuredProblem[]): string[] {
  const sizes = problems.flatMap((problem) => problem.forms.answer.map(({ n }) => n));
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  if (smallest >= largest) return [];
  const atSmallest = problems.filter((problem) =>
    problem.forms.answer.some(({ n }) => n === smallest),
  ).length;
  return [
    `Problems have between ${smallest} and ${largest} judged samples. k stops at ${smallest}, the smallest, which ${atSmallest} of ${problems.length} problems have; leaving problems with few samples out (--min-n) raises it.`,
  ];
}

/** Returns the distinct answers of one problem in one run. */
export function listAnswers(problem: ProblemTally): AnswerCount[] {
  return [...problem.answers].map(([answer, { count, correct }]) => ({ answer, count, correct }));
}

/** Returns the formats of all samples of a model with their counts. */
export function sumFormats(problems: readonly MeasuredProblem[]): FormatCount[] {
  const sums = new Map<string, { count: number; correct: number }>();
  for (const run of problems.flatMap((problem) => problem.runs)) {
    for (const [format, { count, correct }] of run.formats) {
      const sum = sums.get(format) ?? { count: 0, correct: 0 };
      sums.set(format, { count: sum.count + count, correct: sum.correct + correct });
    }
  }
  return [...sums].map(([format, sum]) => ({ format, ...sum }));
}

/** Returns the coherence counts of all samples of a model. */
export function sumCoherence(problems: readonly MeasuredProblem[]): CoherenceCounts {
  const sum = { n: 0, coherent: 0, valid: 0, coherentInvalid: 0, correct: 0, correctInvalid: 0 };
  for (const { coherence } of problems.flatMap((problem) => problem.runs)) {
    sum.n += coherence.n;
    sum.coherent += coherence.coherent;
    sum.valid += coherence.valid;
    sum.coherentInvalid += coherence.coherentInvalid;
    sum.correct += coherence.correct;
    sum.correctInvalid += coherence.correctInvalid;
  }
  return sum;
}
