import { suggestWord } from "../../closest-word.ts";
import { InvalidRequestError } from "../../errors.ts";
import { type ShortcutName, shortcutNames } from "./shortcut.ts";

/** A detector as it is described to clients. */
export interface ShortcutDetector {
  readonly name: ShortcutName;
  readonly description: string;
  /** Score from which on it flags, by default. */
  readonly threshold: number;
}

/** Every detector with its default threshold; docs/guides/shortcuts.md has the rates they were chosen by. */
export const shortcutDetectors: readonly ShortcutDetector[] = [
  { name: "answer_repetition", description: "The same answer is stated over and over.", threshold: 0.6 },
  {
    name: "skipped_work",
    description: "Hardly any calculation, far shorter than the reference or the group, or a bare answer.",
    threshold: 0.75,
  },
  { name: "hedging", description: "Several different answers are offered as final.", threshold: 0.6 },
  {
    name: "loop",
    description: "The response ends in a loop, or most of it repeats what it said before.",
    threshold: 0.6,
  },
  { name: "leakage", description: "The gold, the prompt, or words to the grader.", threshold: 0.6 },
  { name: "box_stuffing", description: "Many boxes, or one box with many values.", threshold: 0.5 },
  {
    name: "script_switch",
    description: "The writing system changes to one that the problem does not use.",
    threshold: 0.25,
  },
  { name: "hidden_characters", description: "Invisible characters and look-alikes.", threshold: 0.5 },
  {
    name: "modal_guess",
    description: "Of a group: share of rollouts with the most frequent answer given without work.",
    threshold: 0.5,
  },
];

export type ShortcutThresholds = Readonly<Record<ShortcutName, number>>;

/** The thresholds applied where a request sets nothing. */
export const defaultThresholds = Object.freeze(
  Object.fromEntries(shortcutDetectors.map(({ name, threshold }) => [name, threshold])),
) as ShortcutThresholds;

/**
 * Default thresholds with those of a request laid over. A threshold above 1 switches its detector's flag off.
 *
 * @throws InvalidRequestError for an unknown detector, or a threshold that is not a finite number above 0
 */
export function resolveThresholds(requested: Readonly<Record<string, number>>): ShortcutThresholds {
  const thresholds: Record<ShortcutName, number> = { ...defaultThresholds };
  for (const [name, threshold] of Object.entries(requested)) {
    const known = shortcutNames.find((candidate) => candidate === name);
    if (known === undefined) {
      const shown = JSON.stringify(name.slice(0, 64));
      throw new InvalidRequestError(`Unknown shortcut detector ${shown}.${suggestWord(name, shortcutNames)}`);
    }
    if (!(threshold > 0 && Number.isFinite(threshold))) {
      throw new InvalidRequestError(
        `The threshold of shortcut detector "${name}" must be a finite number > 0.`,
      );
    }
    thresholds[known] = threshold;
  }
  return thresholds;
}
