import { gradeAnswer } from "@touchstone/verifier/answer";
import { detectShortcuts } from "../../src/reward/shortcuts/detect-shortcuts.ts";
import { type ShortcutInput, type ShortcutName, shortcutNames } from "../../src/reward/shortcuts/shortcut.ts";
import { defaultThresholds } from "../../src/reward/shortcuts/shortcut-settings.ts";
import { type Corruption, corruptions } from "./corruptions.ts";
import type { Rollout, ShortcutSet } from "./shortcut-sets.ts";

/** Scores of a detector that are above 0, of `looked` texts (or groups) in all. */
export interface Scores {
  readonly looked: number;
  readonly found: readonly { readonly id: string; readonly score: number }[];
}

/** What the detectors find in the right responses of a set. */
export interface ShortcutResult {
  readonly set: ShortcutSet;
  /** Each response that is more than a bare answer, by itself; `modal_guess`: the groups of a problem. */
  readonly alone: ReadonlyMap<ShortcutName, Scores>;
  /** `skipped_work` of the same responses among all to their problem. */
  readonly inGroup: Scores;
  /** `skipped_work` of bare answers among all to their problem. */
  readonly bareInGroup: Scores;
}

/** What the detector that should find a corruption makes of it. */
export interface CorruptionResult {
  readonly corruption: Corruption;
  readonly scores: Scores;
}

/** A bare answer: a tag with the answer in it, which a model gives whose reasoning is not shown. */
const bareAnswer = /^\s*<answer>[^<]*<\/answer>\s*$/;

/** Fewest responses to a problem that make a group. */
const minGroup = 4;

/** The share of texts whose score reaches a threshold. */
export function shareAt({ looked, found }: Scores, threshold: number): number {
  return looked === 0 ? 0 : found.filter(({ score }) => score >= threshold).length / looked;
}

/** Several scores as one. */
export function mergeScores(parts: readonly Scores[]): Scores {
  return {
    looked: parts.reduce((sum, { looked }) => sum + looked, 0),
    found: parts.flatMap(({ found }) => found),
  };
}

/** Looks for shortcuts in the right responses of a set, one by one and among the others to the same problem. */
export function measureShortcuts(set: ShortcutSet, rollouts: readonly Rollout[]): ShortcutResult {
  const right = rollouts.filter(({ isRight, text }) => isRight && !bareAnswer.test(text));
  const single = right.map((rollout) => ({ id: rollout.id, scores: scoresOf([toInput(rollout)])[0] ?? [] }));
  const groups = groupRollouts(rollouts).filter((group) => group.length >= minGroup);
  const grouped = groups.map((group) => detectGroup(group));
  const alone = new Map(
    shortcutNames.map((name) => [name, { looked: right.length, found: pick(single, name) }] as const),
  );
  alone.set("modal_guess", {
    looked: groups.length,
    found: grouped.flatMap(({ id, modalGuess }) => (modalGuess > 0 ? [{ id, score: modalGuess }] : [])),
  });
  const members = grouped.flatMap(({ right }) => right);
  const score = (isBare: boolean) => {
    const rows = members.filter((row) => row.isBare === isBare);
    return { looked: rows.length, found: pick(rows, "skipped_work") };
  };
  return { set, alone, inGroup: score(false), bareInGroup: score(true) };
}

/** Corrupts responses and looks for what was done. */
export function measureCorruptions(pool: readonly Rollout[]): CorruptionResult[] {
  return corruptions.map((corruption) => {
    const found = pool.flatMap((rollout, index) => {
      const other = pool[(index + 7) % pool.length]?.text ?? "";
      const text = corruption.corrupt(rollout.text, rollout.problem, other);
      const scores = scoresOf([toInput({ ...rollout, text })])[0] ?? [];
      return pick([{ id: rollout.id, scores }], corruption.detector);
    });
    return { corruption, scores: { looked: pool.length, found } };
  });
}

type NamedScores = readonly { readonly name: ShortcutName; readonly score: number }[];

function pick(rows: readonly { readonly id: string; readonly scores: NamedScores }[], name: ShortcutName) {
  return rows.flatMap(({ id, scores }) =>
    scores.filter((found) => found.name === name).map(({ score }) => ({ id, score })),
  );
}

function scoresOf(inputs: readonly ShortcutInput[]): NamedScores[] {
  return detectShortcuts(inputs, defaultThresholds, 0).rollouts.map((flags) => [...flags]);
}

function groupRollouts(rollouts: readonly Rollout[]): Rollout[][] {
  const groups = new Map<string, Rollout[]>();
  for (const rollout of rollouts) {
    const group = groups.get(rollout.group);
    if (group === undefined) groups.set(rollout.group, [rollout]);
    else group.push(rollout);
  }
  return [...groups.values()];
}

function detectGroup(group: readonly Rollout[]) {
  const found = detectShortcuts(group.map(toInput), defaultThresholds, 0);
  const right = group.flatMap(({ id, isRight, text }, index) =>
    isRight ? [{ id, scores: found.rollouts[index] ?? [], isBare: bareAnswer.test(text) }] : [],
  );
  return { id: group[0]?.group ?? "", right, modalGuess: found.group[0]?.score ?? 0 };
}

function toInput({ problem, gold, text }: Rollout): ShortcutInput {
  const golds = gold === "" ? [] : [gold];
  const verdict = gradeAnswer({ golds, candidate: { response: text } });
  return { text, problem, golds, verdict };
}
