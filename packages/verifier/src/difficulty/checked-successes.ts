/** What a check of a correct response's steps says of them. */
export type StepsVerdict = "valid" | "invalid" | "unverifiable";

/** How many correct responses of a group passed the check, failed it, or could not be checked. */
export type CheckedSuccesses = Readonly<Record<StepsVerdict, number>>;

/** Counts the verdicts on the steps of correct responses. */
export function countSuccesses(verdicts: readonly StepsVerdict[]): CheckedSuccesses {
  const counts = { valid: 0, invalid: 0, unverifiable: 0 };
  for (const verdict of verdicts) counts[verdict]++;
  return counts;
}
