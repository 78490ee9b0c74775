import { type SentDescribeResponse, verifierService } from "@touchstone/proto";
import type { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import type { GraderFacts } from "../graders/choose-grader.ts";
import { readPackageVersion } from "../package-version.ts";
import { rewardProfiles } from "../reward/profiles.ts";
import { shortcutDetectors } from "../reward/shortcuts/shortcut-settings.ts";
import { poolLimitsToWire } from "./pool-limits.ts";
import type { ServeOptions } from "./serve-options.ts";
import { stepLimitsToWire, toStepLimits } from "./step-limits.ts";
import { describeDifficulty } from "./wire-difficulty.ts";
import { graderToWire } from "./wire-grader.ts";
import type { AppliedPolicy } from "./wire-policy.ts";

/** What the server says about itself. */
export function describeServer(
  options: ServeOptions,
  defaultPolicy: AppliedPolicy,
  graders: readonly GraderFacts[],
  ledger: DifficultyLedger,
): SentDescribeResponse {
  return {
    version: readPackageVersion(),
    defaultPolicy: defaultPolicy.wire,
    rewardProfiles: rewardProfiles.map(({ name, description, weights }) => ({
      name,
      description,
      weights: { ...weights },
    })),
    shortcutDetectors: shortcutDetectors.map((detector) => ({ ...detector })),
    graders: graders.map(graderToWire),
    limits: {
      maxItemsPerBatch: options.maxItems,
      maxMessageBytes: options.maxMessageMib * 1024 * 1024,
      maxResponseChars: options.maxResponseChars,
      maxAnswerChars: options.maxAnswerChars,
      maxDepth: options.maxDepth,
      fuelPerItem: options.fuel,
      steps: stepLimitsToWire(toStepLimits(options)),
      pool: options.workers === 0 ? null : poolLimitsToWire(options),
    },
    methods: Object.keys(verifierService),
    difficulty: describeDifficulty(ledger, options.ledgerSync),
  };
}
