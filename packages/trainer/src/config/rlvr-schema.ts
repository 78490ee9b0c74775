import { z } from "zod";
import { rewardSchema } from "./reward-schema.ts";
import { problemSettingsSchema, trainingFields } from "./training-schema.ts";

const positiveInt = z.int().positive();

const promptsSchema = z.strictObject({
  problem: problemSettingsSchema.exactOptional(),
  data_file: z
    .string()
    .min(1)
    .exactOptional()
    .describe("JSONL with prompt and gold (or golds), instead of generated problems."),
  pool: positiveInt
    .exactOptional()
    .describe("Distinct problems to draw from. Default: fresh ones without end."),
});

const advantageSchema = z.strictObject({
  type: z.enum(["group_relative", "leave_one_out"]).default("group_relative"),
  scale: z
    .enum(["group", "batch", "none"])
    .default("group")
    .describe("Divide by the standard deviation of the group's rewards, of the batch's, or not at all."),
  std: z.enum(["sample", "population"]).default("sample").describe("Divisor n - 1 or n."),
  epsilon: z.number().positive().default(1e-6).describe("Added to the standard deviation."),
});

const lossSchema = z.strictObject({
  loss_type: z.enum(["dapo", "grpo", "dr_grpo"]).default("dapo"),
  epsilon_low: z.number().min(0).lt(1).default(0.2),
  epsilon_high: z.number().nonnegative().default(0.28),
  beta: z
    .number()
    .nonnegative()
    .default(0)
    .describe("Weight of the KL divergence from the stage's starting checkpoint."),
});

const stopWhenSchema = z.strictObject({
  metric: z.string().min(1).describe("A metric of this stage, for example frac_reward_zero_std."),
  above: z.number().exactOptional(),
  below: z.number().exactOptional(),
  for_steps: positiveInt.default(10).describe("Consecutive steps the condition must hold."),
});

const preflightSchema = z.strictObject({
  problems: positiveInt.default(32).describe("Problems sampled, `group_size` rollouts each."),
  max_silent: z
    .number()
    .min(0)
    .max(1)
    .default(0.9)
    .describe("Largest share of groups without any difference in reward at which the stage starts."),
  force: z.boolean().default(false).describe("Start without this check; same as --force."),
});

/** RL against the verifier: groups of rollouts, group-based advantages, clipped policy gradient. */
export const rlvrSchema = z.strictObject({
  type: z.literal("rlvr"),
  ...trainingFields,
  from: z.string().min(1).describe("Earlier stage or checkpoint directory."),
  prompts: promptsSchema,
  prompts_per_step: positiveInt.default(16),
  group_size: z.int().min(2).default(8).describe("Rollouts of each prompt."),
  max_new_tokens: positiveInt,
  temperature: z.number().positive().default(1),
  updates_per_batch: positiveInt.default(1).describe("Passes over each batch of rollouts."),
  minibatches: positiveInt.default(1).describe("Updates in each pass."),
  silent_groups: z
    .enum(["drop", "keep"])
    .default("drop")
    .describe(
      "Whether groups without any advantage take part in updates (they then only count as tokens and for the KL).",
    ),
  advantage: advantageSchema.prefault({}),
  loss: lossSchema.prefault({}),
  reward: rewardSchema.prefault({}),
  preflight: preflightSchema.prefault({}),
  stop_when: stopWhenSchema.exactOptional(),
  save_rollouts: z.boolean().default(true),
});
