import type { ReceivedRewardSpec, SentRewardSpec, SentShortcutFlag } from "@touchstone/proto";
import { toWellFormedText } from "@touchstone/proto";
import type { ShortcutFlag } from "../reward/shortcuts/shortcut.ts";
import { resolveThresholds, type ShortcutThresholds } from "../reward/shortcuts/shortcut-settings.ts";

/** Most characters of a piece of evidence that are echoed. */
const maxEchoedChars = 80;

/**
 * The thresholds a request asks for; undefined where it wants no detectors.
 *
 * @throws InvalidRequestError for an unknown detector or an unusable threshold
 */
export function readThresholds(reward: ReceivedRewardSpec | null): ShortcutThresholds | undefined {
  const thresholds = resolveThresholds(reward?.shortcutThresholds ?? {});
  return reward?.skipShortcuts === true ? undefined : thresholds;
}

/** What a response echoes of the thresholds applied. */
export function echoThresholds(
  thresholds: ShortcutThresholds | undefined,
): Pick<SentRewardSpec, "skipShortcuts" | "shortcutThresholds"> {
  return thresholds === undefined ? { skipShortcuts: true } : { shortcutThresholds: { ...thresholds } };
}

/** Flags as they are sent; `text` is what their evidence points into. */
export function flagsToWire(flags: readonly ShortcutFlag[], text: string): SentShortcutFlag[] {
  return flags.map(({ evidence, ...flag }) => ({
    ...flag,
    evidence: evidence.map(({ start, end }) => ({
      start,
      end,
      text: toWellFormedText(text.slice(start, Math.min(end, start + maxEchoedChars))),
      source: flag.name,
    })),
  }));
}
