import { passAtK } from "@touchstone/eval/metrics";
import type { Measure } from "./claim.ts";
import { ExperimentError } from "./errors.ts";
import type { ModelTally, ProblemTally } from "./tally.ts";
import { shareOfTraces, type TraceShare, traceShares } from "./traces.ts";

/** Share of silent groups over the RLVR stage that made a model. */
export interface SilentRates {
  /** Mean over the first ten steps. */
  readonly first: number;
  readonly all: number;
}

/** Everything measured at one seed. */
export interface SeedResults {
  readonly seed: number;
  readonly tallies: ReadonlyMap<string, ModelTally>;
  readonly silent: ReadonlyMap<string, SilentRates>;
}

/**
 * The value of a measure for one model at one seed, problem by problem (in the order of problem ids, so that two models
 * pair up); a measure that is not taken on problems has one entry.
 * Throws an `ExperimentError` (NO_RESULTS) when the model was not measured.
 */
export function measureModel(measure: Measure, model: string, results: SeedResults): number[] {
  if (measure.kind === "silent_rate") {
    const rates = results.silent.get(model);
    if (rates === undefined)
      throw new ExperimentError("NO_RESULTS", `Seed ${results.seed} has no silent-group rate for ${model}.`);
    return [rates[measure.window]];
  }
  const tally = results.tallies.get(model);
  if (tally === undefined)
    throw new ExperimentError("NO_RESULTS", `Seed ${results.seed} has no samples of ${model}.`);
  if (measure.kind === "format_share") return [shareOfFormat(tally, measure.format, measure.strata)];
  if (measure.kind === "modal_answer") return [shareOfModalAnswer(tally, measure.strata)];
  if (isTraceMeasure(measure)) return [shareOfTraces(measure.kind, tally.traces, measure.strata)];
  const count = countOf[measure.kind];
  return selectProblems(tally, measure.strata).map((problem) =>
    passAtK(problem.n, count(problem), measure.k),
  );
}

function isTraceMeasure(
  measure: Exclude<Measure, { kind: "silent_rate" }>,
): measure is Extract<Measure, { kind: TraceShare }> {
  return (traceShares as readonly string[]).includes(measure.kind);
}

/** The problems of some strata, in the order of their ids. */
export function selectProblems(tally: ModelTally, strata: readonly string[]): ProblemTally[] {
  return [...tally.problems.values()]
    .filter((problem) => strata.includes(problem.stratum) && problem.n > 0)
    .sort((a, b) => (a.problemId < b.problemId ? -1 : 1));
}

/** Which count of a problem a pass measure is about. */
export const countOf: Readonly<
  Record<"answer_pass" | "process_pass" | "null_pass", (problem: ProblemTally) => number>
> = {
  answer_pass: (problem) => problem.correct,
  process_pass: (problem) => problem.processValid,
  null_pass: (problem) => problem.nullCorrect,
};

/** Share of the samples that give the most frequent answer of their stratum, averaged over strata. */
export function shareOfModalAnswer(tally: ModelTally, strata: readonly string[]): number {
  const shares = strata.map((stratum) => {
    const samples = [...(tally.formats.get(stratum)?.values() ?? [])].reduce((sum, { n }) => sum + n, 0);
    return Math.max(0, ...(tally.answers.get(stratum)?.values() ?? [])) / samples;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Share of completions in a format over some strata; 0 when there are none. */
export function shareOfFormat(tally: ModelTally, format: string, strata: readonly string[]): number {
  let inFormat = 0;
  let all = 0;
  for (const stratum of strata) {
    for (const [name, counts] of tally.formats.get(stratum) ?? []) {
      all += counts.n;
      if (name === format) inFormat += counts.n;
    }
  }
  return all === 0 ? 0 : inFormat / all;
}
