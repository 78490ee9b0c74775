/** Hard bounds on the work for one item. All are counts, so a verdict never depends on the machine's speed. */
export interface GradeLimits {
  /** Longest response looked at, in UTF-16 code units. */
  maxResponseChars: number;
  /** Longest gold answer or extracted answer, in UTF-16 code units. */
  maxAnswerChars: number;
  /** Deepest nesting of an answer. */
  maxDepth: number;
  /** Most tokens of an answer. */
  maxTokens: number;
  /** Work budget of each stage (extraction, each gold, each answer, each comparison), in fuel units. */
  fuel: number;
}

/** The limits applied where a caller sets nothing. */
export const defaultLimits: GradeLimits = Object.freeze({
  maxResponseChars: 2 * 1024 * 1024,
  maxAnswerChars: 4096,
  maxDepth: 120,
  maxTokens: 2048,
  fuel: 2_000_000,
});

/** Returns the limits with every unset field taken from {@link defaultLimits}. */
export function resolveLimits(partial?: Partial<GradeLimits>): GradeLimits {
  return partial === undefined ? defaultLimits : { ...defaultLimits, ...partial };
}
