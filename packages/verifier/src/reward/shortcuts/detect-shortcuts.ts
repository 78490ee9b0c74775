import { examineRollout } from "./examine-rollout.ts";
import { flagGroup, type GroupShortcuts } from "./flag-group.ts";
import type { ShortcutInput } from "./shortcut.ts";
import type { ShortcutThresholds } from "./shortcut-settings.ts";

/** Looks for shortcuts in the rollouts of one problem; `referenceChars` is 0 where no length is known. */
export function detectShortcuts(
  inputs: readonly ShortcutInput[],
  thresholds: ShortcutThresholds,
  referenceChars: number,
): GroupShortcuts {
  const rollouts = inputs.map((input) => ({
    problem: input.problem,
    verdict: input.verdict,
    findings: examineRollout(input),
  }));
  return flagGroup(rollouts, thresholds, referenceChars);
}
