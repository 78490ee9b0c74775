import { pairProblems } from "../metrics/pair-problems.ts";
import { FORMS, type Form } from "../samples/tally.ts";
import type { MeasuredProblem, ModelData } from "./model-data.ts";

/** Two models on the problems they share, their seeds side by side. */
export interface PairedModels {
  readonly baseline: string;
  readonly trained: string;
  readonly pairs: readonly { readonly baseline: MeasuredProblem; readonly trained: MeasuredProblem }[];
  /** Seeds that are compared one to one, or none when the models share no seeds. */
  readonly seeds: readonly (number | null)[];
  /** Forms that every problem has under both models. */
  readonly forms: readonly Form[];
  readonly notes: readonly string[];
}

/**
 * Matches two models by problem and seed. Several seeds on both sides are matched by value, and only common ones
 * enter. A model with one run is compared with every seed of the other. Without common seeds each model is averaged
 * over its own, and nothing can be said seed by seed.
 */
export function pairModels(baseline: ModelData, trained: ModelData): PairedModels {
  const notes: string[] = [];
  const seeds = matchSeeds(baseline, trained, notes);
  const paired = pairProblems(baseline.problems, trained.problems);
  const noteMissing = (ids: readonly string[], model: string): void => {
    if (ids.length > 0) notes.push(`${ids.length} problems are left out because only ${model} has them.`);
  };
  noteMissing(paired.baselineOnly, baseline.model);
  noteMissing(paired.trainedOnly, trained.model);
  const pairs = paired.pairs.map((pair) => ({
    baseline: pickSeeds(pair.baseline, baseline, seeds),
    trained: pickSeeds(pair.trained, trained, seeds),
  }));
  const forms = FORMS.filter((form) =>
    pairs.every((pair) => pair.baseline.forms[form] && pair.trained.forms[form]),
  );
  return { baseline: baseline.model, trained: trained.model, pairs, seeds, forms, notes };
}

function matchSeeds(baseline: ModelData, trained: ModelData, notes: string[]): readonly (number | null)[] {
  if (baseline.seeds.length === 1 && trained.seeds.length === 1) return trained.seeds;
  if (baseline.seeds.length === 1 || trained.seeds.length === 1) {
    const [one, many] = baseline.seeds.length === 1 ? [baseline, trained] : [trained, baseline];
    notes.push(
      `The one run of ${one.model} is compared with each of the ${many.seeds.length} seeds of ${many.model}.`,
    );
    return many.seeds;
  }
  const common = baseline.seeds.filter((seed) => trained.seeds.includes(seed));
  const left = baseline.seeds.length + trained.seeds.length - 2 * common.length;
  if (common.length === 0) notes.push("The models share no seed, so differences are not paired by seed.");
  else if (left > 0) notes.push(`${left} runs are left out because only one of the models has their seed.`);
  return common;
}

function pickSeeds(
  problem: MeasuredProblem,
  model: ModelData,
  seeds: readonly (number | null)[],
): MeasuredProblem {
  if (seeds.length === 0) return problem;
  const positions = seeds.map((seed) => (model.seeds.length === 1 ? 0 : model.seeds.indexOf(seed)));
  const forms: Partial<Record<Form, readonly { n: number; c: number }[]>> = {};
  for (const form of FORMS) {
    const counts = problem.forms[form];
    if (counts !== undefined) forms[form] = positions.map((position) => counts[position]!);
  }
  const answer = positions.map((position) => problem.forms.answer[position]!);
  return {
    ...problem,
    forms: { ...forms, answer },
    runs: positions.map((position) => problem.runs[position]!),
  };
}
