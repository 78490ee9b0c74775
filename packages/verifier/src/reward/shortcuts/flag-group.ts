import type { Verdict } from "../../answer/index.ts";
import { readAnswerKey } from "../components.ts";
import type { RolloutFindings } from "./examine-rollout.ts";
import { detectModalGuess } from "./modal-guess.ts";
import { type Finding, type ShortcutFlag, type ShortcutName, shortcutNames } from "./shortcut.ts";
import type { ShortcutThresholds } from "./shortcut-settings.ts";
import { detectSkippedWork, referToGroup, type WorkReference } from "./skipped-work.ts";

/** Flags of a group. Findings that score 0 are left out; those under their threshold are there, not flagged. */
export interface GroupShortcuts {
  /** In the order of the rollouts. */
  readonly rollouts: readonly (readonly ShortcutFlag[])[];
  readonly group: readonly ShortcutFlag[];
}

/** A rollout as its group is judged by it. */
export interface ExaminedRollout {
  readonly problem: string;
  readonly verdict: Verdict;
  /** Undefined where it was not examined; it then has no flags. */
  readonly findings: RolloutFindings | undefined;
}

/** Holds findings against thresholds, and adds what shows only beside the other rollouts of the problem. */
export function flagGroup(
  rollouts: readonly ExaminedRollout[],
  thresholds: ShortcutThresholds,
  referenceChars: number,
): GroupShortcuts {
  const answered = rollouts.flatMap(({ verdict, findings }) =>
    findings === undefined || verdict.extracted === undefined ? [] : [findings.work],
  );
  const reference = referToGroup(answered, referenceChars);
  const flags = rollouts.map((rollout) => flagRollout(rollout, reference, thresholds));
  const guesses = rollouts.map(({ verdict }, index) => ({
    key: readAnswerKey(verdict),
    isWorkless: flags[index]!.some(({ name, flagged }) => name === "skipped_work" && flagged),
  }));
  return { rollouts: flags, group: hold("modal_guess", detectModalGuess(guesses), thresholds) };
}

/** Says how often each detector flagged, over the rollouts of a group. */
export function countFlags(rollouts: GroupShortcuts["rollouts"]): Partial<Record<ShortcutName, number>> {
  const counts: Partial<Record<ShortcutName, number>> = {};
  for (const { name, flagged } of rollouts.flat()) {
    if (flagged) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function flagRollout(
  { problem, verdict, findings }: ExaminedRollout,
  reference: WorkReference,
  thresholds: ShortcutThresholds,
): ShortcutFlag[] {
  if (findings === undefined) return [];
  const { work, found } = findings;
  const isAnswered = verdict.extracted !== undefined;
  const skipped = isAnswered ? detectSkippedWork(problem, work, reference) : undefined;
  return shortcutNames.flatMap((name) =>
    hold(name, name === "skipped_work" ? skipped : found[name], thresholds),
  );
}

function hold(
  name: ShortcutName,
  finding: Finding | undefined,
  thresholds: ShortcutThresholds,
): ShortcutFlag[] {
  if (finding === undefined) return [];
  const threshold = thresholds[name];
  return [{ name, ...finding, threshold, flagged: finding.score >= threshold }];
}
