import { z } from "zod";
import { suggestWord } from "../closest-word.ts";
import { VerifierError } from "../errors.ts";

/** Names of the admission rules, the rule of the ledger first. */
export const admissionRuleNames = [
  "posterior",
  "none",
  "zero_variance",
  "band",
  "pool",
  "verified_success",
] as const;

/** How a group of rollouts is admitted to an update. */
export type AdmissionRuleName = (typeof admissionRuleNames)[number];

const share = (description: string) => z.number().min(0).max(1).describe(description);
const positive = (description: string) => z.number().positive().max(1e9).describe(description);
const steps = (description: string) => z.int().min(0).max(1e12).describe(description);
const count = (description: string, most: number) => z.int().min(1).max(most).describe(description);

/** Settings of the difficulty ledger, under the names of a configuration file. */
const fileSchema = z
  .strictObject({
    prior_alpha: positive("pseudo-successes of a problem never seen").default(1),
    prior_beta: positive("pseudo-failures of a problem never seen").default(1),
    half_life_steps: z
      .number()
      .min(0)
      .max(1e12)
      .describe("policy steps after which evidence counts half; 0: evidence never fades")
      .default(100),
    credible_level: z
      .number()
      .gt(0)
      .lt(1)
      .describe("mass of the central credible interval; its bounds decide")
      .default(0.9),
    min_rollouts: positive("evidence (in rollouts, faded) below which a problem is explored").default(12),
    impossible_below: share("near-impossible when the upper bound is below this").default(0.1),
    solved_above: share("solved when the lower bound is above this").default(0.9),
    guard_below: share("a success at a mean below this is rare: guard").default(0.1),
    guard_advantage_cap: positive("largest advantage advised for a guarded group").default(1),
    cooldown_steps: steps("policy steps before a dropped problem comes back").default(50),
    cooldown_growth: z
      .number()
      .min(1)
      .max(100)
      .describe("factor of the cool-down each time a problem is dropped again")
      .default(2),
    max_cooldown_steps: steps("longest cool-down").default(400),
    target_rate: share("pass rate that selection aims at").default(0.5),
    group_size: count("rollouts of a group, for sampling weights", 4096).default(8),
    admission: z.enum(admissionRuleNames).describe("rule of groups that name none").default("posterior"),
    band_low: share("band: lowest pass rate kept").default(0.2),
    band_high: share("band: highest pass rate kept").default(0.8),
    pool_hard: share("pool: a pass rate up to this is hard").default(0.125),
    pool_easy: share("pool: a pass rate from this on is easy").default(0.875),
    pool_hard_weight: share("pool: sampling weight of hard problems").default(0.25),
    pool_easy_weight: share("pool: sampling weight of easy problems").default(0.1),
    verified_below: share("verified_success: successes are checked at a pass rate below this").default(0.25),
    import_max_rollouts: positive("imported counts are scaled down to at most so many rollouts").default(16),
    recent_visits: count("visits kept for each problem", 64).default(8),
    batch_memory: count("batches whose results are kept for repeated calls", 10_000_000).default(4096),
    batch_memory_mib: count(
      "text of those results held in memory, in MiB (in Postgres none is); the newest is always kept",
      2 ** 20,
    ).default(256),
  })
  .superRefine((config, context) => {
    const ordered = (low: keyof typeof config, high: keyof typeof config) => {
      if (config[low] <= config[high]) return;
      context.addIssue({ code: "custom", path: [low], message: `must not be above ${high}` });
    };
    ordered("impossible_below", "solved_above");
    ordered("band_low", "band_high");
    ordered("pool_hard", "pool_easy");
    ordered("cooldown_steps", "max_cooldown_steps");
  });

type FileConfig = z.output<typeof fileSchema>;

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

/** Settings of the difficulty ledger; `difficultyFields` says what each means. */
export type DifficultyConfig = { readonly [Name in keyof FileConfig as Camel<Name>]: FileConfig[Name] };

/** A setting by its name in a file, with its description and default. */
export interface DifficultyField {
  readonly name: string;
  readonly description: string;
  readonly default: number | string;
}

/** Every setting, in the order of the documentation. */
export const difficultyFields: readonly DifficultyField[] = Object.entries(fileSchema.shape).map(
  ([name, field]) => ({
    name,
    description: field.unwrap().description ?? "",
    default: field.parse(undefined),
  }),
);

/**
 * Settings from the names of a configuration file (`half_life_steps`), defaults filled in.
 *
 * @throws VerifierError INVALID_OPTION that names every wrong setting
 */
export function resolveDifficultyConfig(given: Readonly<Record<string, unknown>> = {}): DifficultyConfig {
  const parsed = fileSchema.safeParse(given);
  if (parsed.success) return toCamelCase(parsed.data);
  const known = difficultyFields.map(({ name }) => name);
  const problems = parsed.error.issues.map((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => `"${key}" is no setting.${suggestWord(key, known)}`).join(" ")
      : `${issue.path.join(".")}: ${issue.message}`,
  );
  throw new VerifierError("INVALID_OPTION", `Difficulty settings: ${problems.join("; ")}`);
}

/** Settings of the admission rules that a request may name; the others belong to the ledger. */
export const admissionSettingNames = [
  "band_low",
  "band_high",
  "pool_hard",
  "pool_easy",
  "pool_hard_weight",
  "pool_easy_weight",
  "verified_below",
  "guard_advantage_cap",
] as const;

/**
 * The settings with those of a request laid over.
 *
 * @throws VerifierError INVALID_OPTION for a name that no request may set, or a value out of range
 */
export function overlayAdmission(
  config: DifficultyConfig,
  given: Readonly<Record<string, number>>,
): DifficultyConfig {
  const unknown = Object.keys(given).find((name) => !admissionSettingNames.some((known) => known === name));
  if (unknown !== undefined) {
    const hint = suggestWord(unknown, admissionSettingNames);
    throw new VerifierError(
      "INVALID_OPTION",
      `"${unknown.slice(0, 64)}" is no setting of admission rules.${hint}`,
    );
  }
  return resolveDifficultyConfig({ ...toSnakeCase(config), ...given });
}

function toSnakeCase(config: DifficultyConfig): Record<string, unknown> {
  const renamed = Object.entries(config).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  return Object.fromEntries(renamed);
}

function toCamelCase(config: FileConfig): DifficultyConfig {
  const renamed = Object.entries(config).map(([name, value]) => [
    name.replace(/_[a-z]/g, (letters) => letters.slice(1).toUpperCase()),
    value,
  ]);
  return Object.fromEntries(renamed) as DifficultyConfig;
}
