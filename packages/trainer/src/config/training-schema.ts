import { z } from "zod";
import { nameSchema } from "./run-schema.ts";

const positiveInt = z.int().positive();
const share = z.number().min(0).max(1);

/** Problem settings as the task defines them; checked against the task's own schema. */
export const problemSettingsSchema = z.record(z.string(), z.unknown());

/** Learning rate over a stage, as a factor of `learning_rate`. */
export const scheduleSchema = z.strictObject({
  type: z.enum(["constant", "cosine"]).default("constant"),
  warmup_steps: z.int().nonnegative().default(0).describe("Steps of linear warm-up."),
  floor: share.default(0.1).describe("Where cosine ends, as a share of the peak."),
});

/** AdamW. */
export const optimizerSchema = z.strictObject({
  beta1: z.number().min(0).lt(1).default(0.9),
  beta2: z.number().min(0).lt(1).default(0.98),
  epsilon: z.number().positive().default(1e-8),
  weight_decay: z.number().nonnegative().default(0),
  clip_norm: z.number().nonnegative().default(1).describe("Global gradient norm; 0 switches clipping off."),
});

/** One weighted source of a training mix. */
export const mixSourceSchema = z.strictObject({
  weight: z.number().positive().default(1),
  formats: z
    .record(z.string(), z.number().nonnegative())
    .describe("Weight of each trace format, for example { prose: 0.7, equations: 0.3 }."),
  problem: problemSettingsSchema.default({}),
  pool: positiveInt
    .exactOptional()
    .describe("Distinct problems to draw from. Default: fresh ones without end."),
  noise: share
    .exactOptional()
    .describe("Share of traces with one corrupted step and the answer that follows from it."),
});

/** What every training stage has. */
export const trainingFields = {
  name: nameSchema,
  steps: positiveInt.exactOptional().describe("Optimiser steps. Give `steps` or `flops`."),
  flops: z
    .number()
    .positive()
    .exactOptional()
    .describe("Budget in counted FLOPs: the stage ends when it is reached."),
  learning_rate: z.number().positive(),
  schedule: scheduleSchema.prefault({}),
  optimizer: optimizerSchema.prefault({}),
  checkpoint_every: positiveInt
    .default(100)
    .describe("Steps between checkpoints; the last step always writes one."),
  keep_checkpoints: positiveInt.default(2).describe("How many checkpoints of this stage stay on disk."),
};

const supervisedFields = {
  ...trainingFields,
  from: z
    .string()
    .min(1)
    .exactOptional()
    .describe("Earlier stage or checkpoint directory; without it training starts from scratch."),
  mix: z.array(mixSourceSchema).min(1).exactOptional(),
  data_file: z
    .string()
    .min(1)
    .exactOptional()
    .describe("JSONL with prompt and completion (or messages), instead of `mix`."),
  batch_size: positiveInt.default(32).describe("Sequences per step."),
};

/** Next-token training on worked traces, usually from scratch. */
export const pretrainSchema = z.strictObject({ type: z.literal("pretrain"), ...supervisedFields });

/** Imitation of worked traces, optionally only of those the verifier grades correct. */
export const distillSchema = z.strictObject({
  type: z.literal("distill"),
  ...supervisedFields,
  filter_by_verifier: z
    .boolean()
    .default(false)
    .describe("Learn only traces that the verifier grades correct."),
});
