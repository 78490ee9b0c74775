import type { Completion } from "../policy/policy.ts";
import type { AnswerToGrade } from "../reward/reward-source.ts";
import { drawUniforms } from "../rollout/uniforms.ts";
import type { StageContext } from "../run/stage-context.ts";
import type { Problem } from "../tasks/task.ts";
import type { SampleStage, Subject } from "./sample.ts";
import { createSampleRow, type SampleGrades, type SampleRow } from "./sample-file.ts";

/** One sample to draw. */
export interface SampleCell {
  /** Index of the problem. */
  readonly problem: number;
  /** Index among the problem's samples. */
  readonly sample: number;
}

/** Samples and grades a block of cells and returns their rows, in order. */
export async function sampleBlock(
  context: StageContext,
  stage: SampleStage,
  subject: Subject,
  cells: readonly SampleCell[],
): Promise<SampleRow[]> {
  const completions = await drawCompletions(context, stage, subject, cells);
  const texts = completions.map((completion) => subject.tokenizer.decode(completion.tokens));
  const grades = await gradeTexts(context, stage, cells, texts);
  return cells.map(({ problem, sample }, i) =>
    createSampleRow({
      problem: stage.problems[problem] as Problem,
      model: subject.name,
      sample,
      completion: completions[i] as Completion,
      text: texts[i] as string,
      grades: grades[i] as SampleGrades,
      task: context.task,
      isGenerated: stage.config.problems.dataFile === undefined,
    }),
  );
}

function drawCompletions(
  context: StageContext,
  { config, problems }: SampleStage,
  subject: Subject,
  cells: readonly SampleCell[],
) {
  const { maxNewTokens, temperature } = config;
  const requests = cells.map(({ problem, sample }) => ({
    prompt: subject.prompts[problem] as Int32Array,
    uniforms: drawUniforms(
      maxNewTokens,
      context.config.run.seed,
      "sample",
      problems[problem]?.id ?? "",
      sample,
    ),
  }));
  return subject.policy.sample(requests, { maxNewTokens, temperature, eosId: subject.tokenizer.eosId });
}

async function gradeTexts(
  context: StageContext,
  { rewards, problems, foreign }: SampleStage,
  cells: readonly SampleCell[],
  texts: readonly string[],
): Promise<SampleGrades[]> {
  if (rewards === undefined) return cells.map(() => ({ correct: undefined, nullCorrect: undefined }));
  const pair = (goldsOf: (problem: number) => number | undefined): AnswerToGrade[] =>
    cells.map(({ problem }, i) => ({
      golds: problems[goldsOf(problem) ?? -1]?.golds ?? [],
      response: texts[i] as string,
    }));
  const [correct, nullCorrect] = await Promise.all([
    rewards.gradeAnswers(
      pair((problem) => problem),
      context.signal,
    ),
    foreign.length === 0
      ? []
      : rewards.gradeAnswers(
          pair((problem) => foreign[problem]),
          context.signal,
        ),
  ]);
  return cells.map((_, i) => ({ correct: correct[i], nullCorrect: nullCorrect[i] }));
}
