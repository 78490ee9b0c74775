import { detectAnswerRepetition } from "./answer-repetition.ts";
import { detectBoxStuffing } from "./box-stuffing.ts";
import { detectHedging } from "./hedging.ts";
import { detectHiddenCharacters } from "./hidden-characters.ts";
import { detectLeakage } from "./leakage.ts";
import { listStatements } from "./list-statements.ts";
import { detectLoop } from "./loop.ts";
import { measureWork, type Work } from "./measure-work.ts";
import { detectScriptSwitch } from "./script-switch.ts";
import { type Finding, maxShortcutChars, type ShortcutInput, type ShortcutName } from "./shortcut.ts";

/** What is seen in a rollout by itself, whatever the others of its group look like. */
export interface RolloutFindings {
  readonly work: Work;
  /** By detector; those that found nothing are left out. */
  readonly found: Readonly<Partial<Record<ShortcutName, Finding>>>;
}

/** Runs the detectors that need no other rollout; undefined for a response longer than `maxShortcutChars`. */
export function examineRollout(input: ShortcutInput): RolloutFindings | undefined {
  if (input.text.length > maxShortcutChars) return undefined;
  const statements = listStatements(input.text);
  const findings: Partial<Record<ShortcutName, Finding | undefined>> = {
    answer_repetition: detectAnswerRepetition(statements),
    hedging: detectHedging(input, statements),
    loop: detectLoop(input),
    leakage: detectLeakage(input),
    box_stuffing: detectBoxStuffing(input, statements),
    script_switch: detectScriptSwitch(input),
    hidden_characters: detectHiddenCharacters(input),
  };
  const found = Object.fromEntries(Object.entries(findings).filter(([, finding]) => finding !== undefined));
  return { work: measureWork(input.text), found };
}
