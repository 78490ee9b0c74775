import { z } from "zod";

/** How the verifier decides which groups take part in an update; its guide on difficulty says what each does. */
export const admissionRules = [
  "verified_success",
  "none",
  "zero_variance",
  "band",
  "pool",
  "posterior",
] as const;

const positiveInt = z.int().positive();

const share = z.number().min(0).max(1);

const admissionSettingsSchema = z.strictObject({
  band_low: share.exactOptional().describe("band: lowest pass rate kept."),
  band_high: share.exactOptional().describe("band: highest pass rate kept."),
  pool_hard: share.exactOptional().describe("pool: a pass rate up to this is hard."),
  pool_easy: share.exactOptional().describe("pool: a pass rate from this on is easy."),
  pool_hard_weight: share.exactOptional().describe("pool: weight of hard problems."),
  pool_easy_weight: share.exactOptional().describe("pool: weight of easy problems."),
  verified_below: share
    .exactOptional()
    .describe("verified_success: successes are checked at a pass rate below this."),
  guard_advantage_cap: z
    .number()
    .positive()
    .exactOptional()
    .describe("Largest advantage of a guarded group under `guard: cap`."),
});

const selectionSchema = z.strictObject({
  method: z
    .enum(["uniform", "posterior", "weight"])
    .default("uniform")
    .describe(
      "uniform: problems in the order of the prompts. posterior: the verifier draws a pass rate from what it believes " +
        "of each candidate and takes those nearest to target_rate. weight: it samples by the advised weights.",
    ),
  candidates: positiveInt
    .exactOptional()
    .describe("Problems the verifier chooses among in a step. Default: the whole pool or data file."),
  target_rate: z
    .number()
    .min(0)
    .max(1)
    .exactOptional()
    .describe("Pass rate that posterior aims at. Default: the verifier's."),
});

/** How rollouts are rewarded, and which groups of them are learnt from. */
export const rewardSchema = z.strictObject({
  profile: z
    .string()
    .min(1)
    .default("truth")
    .describe("Reward profile of the verifier; `describe` lists them."),
  weights: z
    .record(z.string(), z.number())
    .default({})
    .describe(
      "Weight of each component; empty: the profile's own. With coherence or coverage, also at weight 0, the verifier " +
        "checks the steps of every rollout.",
    ),
  gates: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      "Component -> condition under which it counts: a component above 0, or no_shortcut, for example { answer: no_shortcut }.",
    ),
  shortcut_thresholds: z
    .record(z.string(), z.number().nonnegative())
    .default({})
    .describe("Scores from which on shortcut detectors flag, by name; above 1 a detector never does."),
  admission: z
    .enum(admissionRules)
    .default("verified_success")
    .describe(
      "Rule by which the verifier admits groups to an update. verified_success: varied groups, and at a low pass " +
        "rate only those with a success whose steps hold.",
    ),
  admission_settings: admissionSettingsSchema
    .default({})
    .describe("Settings of the admission rule; each left out is the verifier's."),
  steps_check: z
    .enum(["task", "verifier"])
    .default("task")
    .describe(
      "Who checks the steps of a success for verified_success: the task's exact checker, which knows its own " +
        "arithmetic (problems of a data_file have none and are left to the verifier), or the verifier.",
    ),
  guard: z
    .enum(["leave_out", "cap"])
    .default("leave_out")
    .describe(
      "Guarded groups take no part in the update, or their advantages are capped as the verifier advises.",
    ),
  selection: selectionSchema.prefault({}),
});
