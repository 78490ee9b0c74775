import type { Verdict } from "../../answer/index.ts";

/** A rollout as the detectors see it. */
export interface ShortcutInput {
  readonly text: string;
  /** The prompt as the model saw it; empty where unknown. */
  readonly problem: string;
  readonly golds: readonly string[];
  readonly verdict: Verdict;
}

/** A piece of the response, in UTF-16 code units. */
export interface EvidenceSpan {
  readonly start: number;
  readonly end: number;
}

/** What a detector found. */
export interface Finding {
  /** How sure, in [0, 1]. */
  readonly score: number;
  readonly evidence: readonly EvidenceSpan[];
  /** One sentence. */
  readonly reason: string;
}

/** A finding held against its threshold. */
export interface ShortcutFlag extends Finding {
  readonly name: ShortcutName;
  readonly threshold: number;
  /** score >= threshold. */
  readonly flagged: boolean;
}

/** Names of the detectors. All look at one rollout but `modal_guess`, which looks at a group. */
export const shortcutNames = [
  "answer_repetition",
  "skipped_work",
  "hedging",
  "loop",
  "leakage",
  "box_stuffing",
  "script_switch",
  "hidden_characters",
  "modal_guess",
] as const;

export type ShortcutName = (typeof shortcutNames)[number];

/** Longest response that is looked at, in UTF-16 code units; a longer one gets no flags. */
export const maxShortcutChars = 1 << 20;

/** Most spans a finding names. */
export const maxEvidence = 8;
