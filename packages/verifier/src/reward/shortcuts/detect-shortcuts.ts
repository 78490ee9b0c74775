import { readAnswerKey } from "../components.ts";
import { detectAnswerRepetition } from "./answer-repetition.ts";
import { detectBoxStuffing } from "./box-stuffing.ts";
import { detectHedging } from "./hedging.ts";
import { detectHiddenCharacters } from "./hidden-characters.ts";
import { detectLeakage } from "./leakage.ts";
import { listStatements } from "./list-statements.ts";
import { detectLoop } from "./loop.ts";
import { measureWork, type Work } from "./measure-work.ts";
import { detectModalGuess } from "./modal-guess.ts";
import { detectScriptSwitch } from "./script-switch.ts";
import {
  type Finding,
  maxShortcutChars,
  type ShortcutFlag,
  type ShortcutInput,
  type ShortcutName,
} from "./shortcut.ts";
import type { ShortcutThresholds } from "./shortcut-settings.ts";
import { detectSkippedWork, referToGroup, type WorkReference } from "./skipped-work.ts";

/** Flags of a group. Findings that score 0 are left out; those under their threshold are there, not flagged. */
export interface GroupShortcuts {
  /** In the order of the rollouts. */
  readonly rollouts: readonly (readonly ShortcutFlag[])[];
  readonly group: readonly ShortcutFlag[];
}

/** Looks for shortcuts in the rollouts of one problem; `referenceChars` is 0 where no length is known. */
export function detectShortcuts(
  inputs: readonly ShortcutInput[],
  thresholds: ShortcutThresholds,
  referenceChars: number,
): GroupShortcuts {
  const works = inputs.map(({ text }) => (isReadable(text) ? measureWork(text) : undefined));
  const answered = works.filter(
    (work, index): work is Work => work !== undefined && inputs[index]!.verdict.extracted !== undefined,
  );
  const reference = referToGroup(answered, referenceChars);
  const rollouts = inputs.map((input, index) => {
    const work = works[index];
    return work === undefined ? [] : examineRollout(input, work, reference, thresholds);
  });
  const guesses = inputs.map(({ verdict }, index) => ({
    key: readAnswerKey(verdict),
    isWorkless: rollouts[index]!.some(({ name, flagged }) => name === "skipped_work" && flagged),
  }));
  return { rollouts, group: hold("modal_guess", detectModalGuess(guesses), thresholds) };
}

/** Says how often each detector flagged, over the rollouts of a group. */
export function countFlags(rollouts: GroupShortcuts["rollouts"]): Partial<Record<ShortcutName, number>> {
  const counts: Partial<Record<ShortcutName, number>> = {};
  for (const { name, flagged } of rollouts.flat()) {
    if (flagged) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function isReadable(text: string): boolean {
  return text.length <= maxShortcutChars;
}

function examineRollout(
  input: ShortcutInput,
  work: Work,
  reference: WorkReference,
  thresholds: ShortcutThresholds,
): ShortcutFlag[] {
  const statements = listStatements(input.text);
  return [
    ...hold("answer_repetition", detectAnswerRepetition(statements), thresholds),
    ...hold("skipped_work", detectSkippedWork(input, work, reference), thresholds),
    ...hold("hedging", detectHedging(input, statements), thresholds),
    ...hold("loop", detectLoop(input), thresholds),
    ...hold("leakage", detectLeakage(input), thresholds),
    ...hold("box_stuffing", detectBoxStuffing(input, statements), thresholds),
    ...hold("script_switch", detectScriptSwitch(input), thresholds),
    ...hold("hidden_characters", detectHiddenCharacters(input), thresholds),
  ];
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
