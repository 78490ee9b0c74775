import { type ShortcutName, shortcutNames } from "../../src/reward/shortcuts/shortcut.ts";
import { defaultThresholds } from "../../src/reward/shortcuts/shortcut-settings.ts";
import {
  type CorruptionResult,
  mergeScores,
  type Scores,
  type ShortcutResult,
  shareAt,
} from "../shortcuts/measure-shortcuts.ts";
import { formatShare, formatTable } from "./markdown-table.ts";

/** Thresholds of the sweep; every default is among them. */
const thresholds = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1] as const;
/** Most flagged responses of a detector that are listed. */
const maxListed = 10;

/** The report on shortcut detectors as Markdown. */
export function writeShortcutsReport(
  results: readonly ShortcutResult[],
  corrupted: readonly CorruptionResult[],
): string {
  const heldOut = results.filter(({ set }) => set.isHeldOut);
  return `# Shortcut detectors on real responses

Made by \`npm run accuracy -- shortcuts\`. What the detectors look for: [guide](guides/shortcuts.md). A detector that flags a
right response is mostly wrong: it punishes honest work. *Seen* sets were looked at while rules were written; *held out* ones
were not, but for \`leakage\`: its rule for copied golds was mended after it had flagged 55 right products of polynomials in
reasoning_gym_eval easy and hard. Thresholds are the defaults, but in the sweeps.

## Right responses flagged

Each response by itself; \`skipped_work\` also among the other responses to its problem, where there are four or more.
*Bare answers* are a tag with an answer and nothing else, of models whose reasoning is not shown: \`skipped_work\` is right to
flag them, and they are counted apart. \`modal_guess\` is of groups.

${formatTable(["set", "", ">right", "flagged", "`skipped_work` in groups", "bare answers flagged in groups", "`modal_guess`"], results.map(formatSet))}

## Held-out responses flagged, by threshold

Of ${mergeScores(heldOut.map(({ alone }) => alone.get("loop") ?? nothing)).looked} right responses of held-out sets, in percent; the default in bold.

${formatSweep(heldOutRows(heldOut))}

## Corruptions found, by threshold

Every twentieth right response of the held-out sets, ${corrupted[0]?.scores.looked ?? 0} in all, corrupted as
\`packages/verifier/accuracy/shortcuts/corruptions.ts\` says; percent found by the detector that should. They are plain ones, so
these shares say that a detector works, not that a model cannot evade it.

${formatSweep(corrupted.map(({ corruption, scores }) => ({ label: `${corruption.name} (\`${corruption.detector}\`)`, name: corruption.detector, scores })))}

## Held-out responses flagged, to read

${heldOutRows(heldOut).flatMap(formatFlagged).join("\n")}
`;
}

const nothing: Scores = { looked: 0, found: [] };

interface SweepRow {
  readonly label: string;
  readonly name: ShortcutName;
  readonly scores: Scores;
}

function heldOutRows(results: readonly ShortcutResult[]): SweepRow[] {
  const alone = shortcutNames.map((name) => ({
    label: name === "modal_guess" ? "`modal_guess`, of groups" : `\`${name}\``,
    name,
    scores: mergeScores(results.map((result) => result.alone.get(name) ?? nothing)),
  }));
  const grouped = {
    label: "`skipped_work` in groups",
    name: "skipped_work" as const,
    scores: mergeScores(results.map(({ inGroup }) => inGroup)),
  };
  return [...alone, grouped];
}

function formatSweep(rows: readonly SweepRow[]): string {
  const cells = rows.map(({ label, name, scores }) => [
    label,
    ...thresholds.map((threshold) => {
      const share = (100 * shareAt(scores, threshold)).toFixed(2);
      return threshold === defaultThresholds[name] ? `**${share}**` : share;
    }),
  ]);
  return formatTable(["", ...thresholds.map((threshold) => `>${threshold}`)], cells);
}

function formatSet({ set, alone, inGroup, bareInGroup }: ShortcutResult): string[] {
  const right = alone.get("loop")?.looked ?? 0;
  const flags = shortcutNames.flatMap((name) => {
    const count = name === "modal_guess" ? 0 : countFlagged(alone.get(name) ?? nothing, name);
    return count === 0 ? [] : [`\`${name}\` ${count} (${formatShare(count, right)})`];
  });
  return [
    set.name,
    set.isHeldOut ? "held out" : "seen",
    String(right),
    flags.length === 0 ? "none" : flags.join(", "),
    formatCount(inGroup, "skipped_work"),
    formatCount(bareInGroup, "skipped_work"),
    formatCount(alone.get("modal_guess") ?? nothing, "modal_guess"),
  ];
}

function formatCount(scores: Scores, name: ShortcutName): string {
  return scores.looked === 0 ? "–" : `${countFlagged(scores, name)} of ${scores.looked}`;
}

function countFlagged({ found }: Scores, name: ShortcutName): number {
  return found.filter(({ score }) => score >= defaultThresholds[name]).length;
}

function formatFlagged({ label, name, scores }: SweepRow): string[] {
  const flagged = scores.found.filter(({ score }) => score >= defaultThresholds[name]);
  if (flagged.length === 0) return [];
  const shown = flagged.slice(0, maxListed).map(({ id, score }) => `${id} (${score.toFixed(2)})`);
  const rest = flagged.length - shown.length;
  return [`- ${label}: ${shown.join(", ")}${rest > 0 ? `, and ${rest} more` : ""}`];
}
