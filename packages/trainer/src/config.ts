import { z } from "zod";
import { checkPipeline } from "./config/check-pipeline.ts";
import { describeIssues } from "./config/describe-issues.ts";
import { type CamelCased, toCamelCase } from "./config/key-case.ts";
import { isMap } from "./config/merge-configs.ts";
import { rlvrSchema } from "./config/rlvr-schema.ts";
import { engineSchema, modelSchema, runSchema, taskSchema, verifierSchema } from "./config/run-schema.ts";
import { problemSetSchema, sampleSchema } from "./config/sample-schema.ts";
import { checkTaskSettings } from "./config/task-settings.ts";
import { distillSchema, pretrainSchema } from "./config/training-schema.ts";
import { TrainerError } from "./errors.ts";

/** Schema of a pipeline file, in the file's spelling. */
export const pipelineSchema = z.strictObject({
  run: runSchema.prefault({}),
  engine: engineSchema.prefault({}),
  task: taskSchema
    .exactOptional()
    .describe("Built-in problems. Not needed when every stage reads data files."),
  model: modelSchema.exactOptional().describe("Needed by a stage that starts from scratch."),
  verifier: verifierSchema.prefault({}),
  held_out: z
    .array(problemSetSchema)
    .exactOptional()
    .describe(
      "More problem sets that training must never meet; those of `sample` stages are held out anyway.",
    ),
  stages: z
    .array(z.discriminatedUnion("type", [pretrainSchema, distillSchema, rlvrSchema, sampleSchema]))
    .min(1),
});

/** A checked pipeline, all defaults filled in. */
export type PipelineConfig = CamelCased<z.output<typeof pipelineSchema>>;
/** One stage of a pipeline. */
export type StageConfig = PipelineConfig["stages"][number];
/** A `pretrain` or `distill` stage. */
export type SupervisedConfig = Extract<StageConfig, { type: "pretrain" | "distill" }>;
/** An `rlvr` stage. */
export type RlvrConfig = Extract<StageConfig, { type: "rlvr" }>;
/** A `sample` stage. */
export type SampleConfig = Extract<StageConfig, { type: "sample" }>;
/** A fixed problem set. */
export type ProblemSetConfig = SampleConfig["problems"];

/**
 * Checks a pipeline given in the file's spelling and fills in defaults.
 * Throws CONFIG_INVALID with one line per problem, each naming `source` and the key.
 */
export function parseConfig(value: unknown, source = "config"): PipelineConfig {
  const given = dropUndefined(value);
  const parsed = pipelineSchema.safeParse(given);
  if (!parsed.success) throw invalid(describeIssues(pipelineSchema, parsed.error.issues, given), source);
  const issues = [...checkPipeline(parsed.data), ...checkTaskSettings(parsed.data)];
  if (issues.length > 0) throw invalid(issues, source);
  return toCamelCase(parsed.data);
}

/** JSON Schema (2020-12) of a pipeline file, for editors. */
export function createConfigJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(pipelineSchema, { io: "input" }) as Record<string, unknown>;
}

// Configs made by programs set keys to undefined where files leave them out.
function dropUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropUndefined);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, dropUndefined(inner)]));
}

function invalid(lines: readonly string[], source: string): TrainerError {
  return new TrainerError("CONFIG_INVALID", lines.map((line) => `${source}: ${line}`).join("\n"));
}
