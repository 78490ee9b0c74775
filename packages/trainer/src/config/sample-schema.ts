import { z } from "zod";
import { nameSchema } from "./run-schema.ts";
import { problemSettingsSchema } from "./training-schema.ts";

const positiveInt = z.int().positive();

/** A fixed set of problems: the same for every run and seed, and never trained on. */
export const problemSetSchema = z.strictObject({
  problem: problemSettingsSchema.default({}),
  strata: z
    .array(problemSettingsSchema)
    .min(1)
    .exactOptional()
    .describe(
      "Settings that differ between strata, laid over `problem`; `count` problems are drawn for each.",
    ),
  count: positiveInt.exactOptional().describe("Problems per stratum."),
  seed: z.int().nonnegative().default(0).describe("Seeds the set alone, so that all runs share it."),
  data_file: z
    .string()
    .min(1)
    .exactOptional()
    .describe("JSONL with prompt and gold (or golds), instead of generated problems."),
});

/** Samples of one or more checkpoints on a fixed problem set, graded: the input of a boundary report. */
export const sampleSchema = z.strictObject({
  type: z.literal("sample"),
  name: nameSchema,
  from: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .transform((from) => (typeof from === "string" ? [from] : from))
    .describe("Earlier stages or checkpoint directories, one or a list."),
  problems: problemSetSchema,
  samples_per_problem: positiveInt,
  temperature: z.number().nonnegative().default(1),
  max_new_tokens: positiveInt,
  grade: z.boolean().default(true).describe("Grade the samples by the verifier."),
  null_curve: z
    .boolean()
    .default(true)
    .describe("Also grade each completion against another problem's answer: what guessing would score."),
});
