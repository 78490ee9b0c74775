import type { CheckedSuccesses } from "./checked-successes.ts";
import type { DecisionAction, Difficulty } from "./decide-problem.ts";
import type { AdmissionRuleName, DifficultyConfig } from "./difficulty-config.ts";

/** A graded group, as admission rules see it. */
export interface GroupCounts {
  /** Rollouts with a score. */
  readonly scored: number;
  readonly correct: number;
  /** All scored rollouts earned the same reward. */
  readonly silent: boolean;
  /** Steps of the correct responses, where they were checked. */
  readonly successes?: CheckedSuccesses;
}

/** Whether a group should take part in an update. */
export interface GroupDecision {
  readonly action: DecisionAction;
  readonly reason: string;
  readonly rule: AdmissionRuleName;
  /** Advised relative sampling weight of the problem, in [0, 1]. */
  readonly weight: number;
  /** For a guarded group: leave it out of the update, or cap its advantages at this. */
  readonly advantageCap?: number;
}

/** A named admission rule. */
export interface AdmissionRule {
  readonly name: AdmissionRuleName;
  readonly description: string;
}

/** The rules this server knows, the default first. */
export const admissionRules: readonly AdmissionRule[] = [
  {
    name: "posterior",
    description:
      "The ledger's belief decides: explore, keep, drop near-impossible and solved problems, guard rare successes.",
  },
  { name: "none", description: "Control: keeps every group that has a score." },
  { name: "zero_variance", description: "Drops groups whose rewards are all equal (dynamic sampling)." },
  { name: "band", description: "Keeps groups whose pass rate lies in [band_low, band_high]." },
  {
    name: "pool",
    description:
      "Keeps every group; its pass rate puts the problem into a hard, normal or easy pool with a weight.",
  },
  {
    name: "verified_success",
    description:
      "As zero_variance; where the pass rate is below verified_below, keeps a group with a success whose steps hold, " +
      "drops one whose successes all have a wrong step, and guards the rest.",
  },
];

type Admission = Omit<GroupDecision, "rule">;

/** Decides about a group under a rule; `after` is the ledger's view with the group counted. */
export function admitGroup(
  rule: AdmissionRuleName,
  group: GroupCounts,
  after: Difficulty,
  config: DifficultyConfig,
): GroupDecision {
  const { weight } = after.decision;
  if (group.scored === 0) return { action: "drop", reason: "nothing_scored", rule, weight };
  return { rule, ...decideUnder[rule](group, after, config) };
}

const decideUnder: Readonly<
  Record<AdmissionRuleName, (group: GroupCounts, after: Difficulty, config: DifficultyConfig) => Admission>
> = {
  posterior: (_group, { decision }, config) => {
    const { action, reason, weight } = decision;
    const cap = action === "guard" ? { advantageCap: config.guardAdvantageCap } : {};
    return { action, reason, weight, ...cap };
  },
  none: (_group, { decision }) => ({ action: "keep", reason: "admitted", weight: decision.weight }),
  zero_variance: ({ silent }, { decision: { weight } }) =>
    silent
      ? { action: "drop", reason: "zero_variance", weight }
      : { action: "keep", reason: "varied", weight },
  band: ({ correct, scored }, { decision: { weight } }, { bandLow, bandHigh }) => {
    const rate = correct / scored;
    if (rate < bandLow) return { action: "drop", reason: "below_band", weight };
    if (rate > bandHigh) return { action: "drop", reason: "above_band", weight };
    return { action: "keep", reason: "in_band", weight };
  },
  pool: ({ correct, scored }, _after, config) => {
    const rate = correct / scored;
    if (rate <= config.poolHard)
      return { action: "keep", reason: "pool_hard", weight: config.poolHardWeight };
    if (rate >= config.poolEasy)
      return { action: "keep", reason: "pool_easy", weight: config.poolEasyWeight };
    return { action: "keep", reason: "pool_normal", weight: 1 };
  },
  verified_success: (group, { decision: { weight } }, config) => {
    const { silent, correct, scored, successes } = group;
    if (silent) return { action: "drop", reason: "zero_variance", weight };
    if (correct === 0) return { action: "drop", reason: "no_success", weight };
    if (correct / scored >= config.verifiedBelow) return { action: "keep", reason: "varied", weight };
    if (successes !== undefined && successes.valid > 0) {
      return { action: "keep", reason: "verified_success", weight };
    }
    if (successes?.invalid === correct) return { action: "drop", reason: "invalid_success", weight };
    const advantageCap = config.guardAdvantageCap;
    return { action: "guard", reason: "unverified_success", weight, advantageCap };
  },
};
