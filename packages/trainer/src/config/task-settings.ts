import type { z } from "zod";
import { createMixSourceSchema, type MixSource } from "../data/mix-source.ts";
import { TrainerError } from "../errors.ts";
import { findTask } from "../tasks/registry.ts";
import type { Task } from "../tasks/task.ts";
import type { PipelineFile } from "./check-pipeline.ts";
import { describeIssues } from "./describe-issues.ts";

type Settings = Readonly<Record<string, unknown>>;
type Path = readonly PropertyKey[];

/** Lays settings over each other, later ones on top, and parses them as the task does. The config is checked before. */
export function parseProblemSettings(task: Task, ...layers: (Settings | undefined)[]): unknown {
  return task.settingsSchema.parse(layerSettings(layers));
}

/** The mix of a stage with the task's shared settings laid under each source's own. */
export function parseMix(task: Task, shared: Settings, mix: readonly { problem: Settings }[]): MixSource[] {
  const schema = createMixSourceSchema(task);
  return mix.map((source) => schema.parse({ ...source, problem: layerSettings([shared, source.problem]) }));
}

/** Checks every part of a pipeline that the task defines; returns one sentence per problem. */
export function checkTaskSettings(pipeline: PipelineFile): string[] {
  if (pipeline.task === undefined) return [];
  const { name, settings } = pipeline.task;
  const task = findTaskOrIssue(name);
  if (typeof task === "string") return [task];
  const checkProblem = (path: Path, ...layers: (Settings | undefined)[]) =>
    checkValue(task.settingsSchema, layerSettings([settings, ...layers]), path);
  const checkSet = (set: NonNullable<PipelineFile["held_out"]>[number], path: Path) =>
    set.data_file !== undefined
      ? []
      : (set.strata ?? [undefined]).flatMap((stratum, i) =>
          checkProblem(
            [...path, ...(stratum === undefined ? ["problem"] : ["strata", i])],
            set.problem,
            stratum,
          ),
        );
  const issues = (pipeline.held_out ?? []).flatMap((set, i) => checkSet(set, ["held_out", i]));
  for (const [index, stage] of pipeline.stages.entries()) {
    const at = ["stages", index];
    if (stage.type === "sample") issues.push(...checkSet(stage.problems, [...at, "problems"]));
    else if (stage.type === "rlvr") {
      if (stage.prompts.data_file === undefined)
        issues.push(...checkProblem([...at, "prompts", "problem"], stage.prompts.problem));
    } else {
      const schema = createMixSourceSchema(task);
      for (const [i, source] of (stage.mix ?? []).entries()) {
        const value = { ...source, problem: layerSettings([settings, source.problem]) };
        issues.push(...checkValue(schema, value, [...at, "mix", i]));
      }
    }
  }
  return [...new Set(issues)];
}

function layerSettings(layers: readonly (Settings | undefined)[]): Settings {
  return Object.assign({}, ...layers);
}

function checkValue(schema: z.ZodType, value: unknown, path: Path): string[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : describeIssues(schema, parsed.error.issues, value, path);
}

function findTaskOrIssue(name: string): Task | string {
  try {
    return findTask(name);
  } catch (error) {
    if (error instanceof TrainerError) return `task.name: ${error.message}`;
    throw error;
  }
}
