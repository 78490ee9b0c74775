import type { z } from "zod";
import type { pipelineSchema } from "../config.ts";

/** A pipeline in the file's spelling, defaults filled in. */
export type PipelineFile = z.output<typeof pipelineSchema>;
type StageFile = PipelineFile["stages"][number];
type RlvrFile = Extract<StageFile, { type: "rlvr" }>;
type TrainingFile = Exclude<StageFile, { type: "sample" }>;

/** Checks what one field alone cannot show; returns one sentence per problem, paths in the file's spelling. */
export function checkPipeline(pipeline: PipelineFile): string[] {
  return [
    ...checkModel(pipeline),
    ...checkNames(pipeline.stages),
    ...pipeline.stages.flatMap((stage, index) => checkStage(pipeline, stage, index)),
    ...(pipeline.held_out ?? []).flatMap((set, i) => checkProblemSet(pipeline, set, `held_out[${i}]`)),
  ];
}

function checkModel({ model, stages }: PipelineFile): string[] {
  const fromScratch = stages.findIndex((stage) => stage.type !== "sample" && stage.from === undefined);
  if (model === undefined) {
    if (fromScratch < 0) return [];
    return [
      `model: is missing; stages[${fromScratch}] has no "from", so it starts from scratch and needs it.`,
    ];
  }
  const { hidden_size: hidden, heads, kv_heads: kvHeads } = model;
  if (hidden % heads !== 0 || (hidden / heads) % 2 !== 0) {
    return [`model.hidden_size: must be an even multiple of model.heads (${heads}), got ${hidden}.`];
  }
  return heads % kvHeads === 0 ? [] : [`model.kv_heads: must divide model.heads (${heads}), got ${kvHeads}.`];
}

function checkNames(stages: readonly StageFile[]): string[] {
  return stages.flatMap((stage, index) => {
    const first = stages.findIndex((other) => other.name === stage.name);
    return first === index ? [] : [`stages[${index}].name: "${stage.name}" is taken by stages[${first}].`];
  });
}

function checkStage(pipeline: PipelineFile, stage: StageFile, index: number): string[] {
  const at = `stages[${index}]`;
  const inputs = stage.type === "sample" ? stage.from : stage.from === undefined ? [] : [stage.from];
  const later = pipeline.stages.slice(index);
  const issues = inputs.flatMap((from) => checkInput(from, later, at));
  if (stage.type === "sample") {
    const duplicates = stage.from.filter((from, i) => stage.from.indexOf(from) !== i);
    if (duplicates.length > 0) issues.push(`${at}.from: "${duplicates[0]}" is listed twice.`);
    return [...issues, ...checkProblemSet(pipeline, stage.problems, `${at}.problems`)];
  }
  issues.push(...checkBudget(stage, at));
  if (stage.type === "rlvr") return [...issues, ...checkRlvr(pipeline, stage, at)];
  if ((stage.mix === undefined) === (stage.data_file === undefined)) {
    issues.push(`${at}.mix: give either "mix" or "data_file".`);
  }
  if (stage.mix !== undefined && pipeline.task === undefined) {
    issues.push(`${at}.mix: a mix needs a "task" section; without one give "data_file".`);
  }
  return issues;
}

function checkInput(from: string, later: readonly StageFile[], at: string): string[] {
  const [self, ...rest] = later;
  if (self?.name === from) return [`${at}.from: a stage cannot start from itself ("${from}").`];
  if (rest.some((stage) => stage.name === from)) return [`${at}.from: "${from}" runs later; list it before.`];
  return [];
}

function checkBudget(stage: TrainingFile, at: string): string[] {
  if ((stage.steps === undefined) === (stage.flops === undefined)) {
    return [`${at}.steps: give either "steps" or "flops".`];
  }
  if (stage.steps !== undefined && stage.schedule.warmup_steps >= stage.steps) {
    return [
      `${at}.schedule.warmup_steps: must be less than steps (${stage.steps}), got ${stage.schedule.warmup_steps}.`,
    ];
  }
  return [];
}

function checkRlvr(pipeline: PipelineFile, stage: RlvrFile, at: string): string[] {
  const issues: string[] = [];
  const { prompts, stop_when: stop } = stage;
  if (prompts.data_file !== undefined && (prompts.problem !== undefined || prompts.pool !== undefined)) {
    issues.push(`${at}.prompts: "data_file" stands alone; "problem" and "pool" are for generated problems.`);
  }
  if (prompts.data_file === undefined && pipeline.task === undefined) {
    issues.push(`${at}.prompts: generated problems need a "task" section; without one give "data_file".`);
  }
  issues.push(...checkAdmission(stage, at), ...checkSelection(stage, at));
  const rollouts = stage.prompts_per_step * stage.group_size;
  if (stage.minibatches > rollouts) {
    issues.push(
      `${at}.minibatches: must be at most prompts_per_step * group_size (${rollouts}), got ${stage.minibatches}.`,
    );
  }
  if (stop !== undefined && (stop.above === undefined) === (stop.below === undefined)) {
    issues.push(`${at}.stop_when: give either "above" or "below".`);
  }
  return issues;
}

// What pays something else than right answers. The verifier knows of other profiles, or says that they are not there.
const controls: ReadonlySet<string> = new Set(["format", "random", "inverted", "majority"]);

// Right answers decide under this rule; a profile that pays something else would lose the groups without any.
function checkAdmission({ reward: { profile, admission } }: RlvrFile, at: string): string[] {
  if (!controls.has(profile) || admission !== "verified_success") return [];
  return [
    `${at}.reward.admission: "verified_success" looks at right answers, which is not what profile "${profile}" pays; ` +
      'name "none" or another rule.',
  ];
}

function checkSelection({ reward, prompts, prompts_per_step: wanted }: RlvrFile, at: string): string[] {
  const { method, candidates, target_rate: target } = reward.selection;
  const issues: string[] = [];
  if (method !== "uniform" && prompts.pool === undefined && prompts.data_file === undefined) {
    issues.push(
      `${at}.reward.selection.method: "${method}" chooses among problems that come back; give prompts.pool or prompts.data_file.`,
    );
  }
  if (method === "uniform" && candidates !== undefined)
    issues.push(`${at}.reward.selection.candidates: "uniform" chooses among none; drop it or name a method.`);
  if (method !== "posterior" && target !== undefined)
    issues.push(`${at}.reward.selection.target_rate: only "posterior" aims at a pass rate.`);
  if (candidates !== undefined && candidates < wanted) {
    issues.push(
      `${at}.reward.selection.candidates: must be at least prompts_per_step (${wanted}), got ${candidates}.`,
    );
  }
  return issues;
}

function checkProblemSet(
  pipeline: PipelineFile,
  set: NonNullable<PipelineFile["held_out"]>[number],
  at: string,
): string[] {
  if (set.data_file !== undefined) {
    const isAlone =
      set.count === undefined && set.strata === undefined && Object.keys(set.problem).length === 0;
    return isAlone
      ? []
      : [`${at}: "data_file" stands alone; "problem", "strata" and "count" are for generated problems.`];
  }
  if (set.count === undefined) return [`${at}.count: give either "count" or "data_file".`];
  return pipeline.task === undefined
    ? [`${at}.count: generated problems need a "task" section; without one give "data_file".`]
    : [];
}
