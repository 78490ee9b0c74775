/** What a check of a correct response's steps says of them. */
export type StepsVerdict = "valid" | "invalid" | "unverifiable";

/** Checks the steps of a response; the caller supplies it. */
export type StepCheck = (problem: string, response: string) => StepsVerdict;

/** A correct response, with the verdict on its steps where one was made elsewhere. */
export interface Success {
  readonly response: string;
  readonly verdict?: StepsVerdict;
}

/** How many correct responses of a group passed the check, failed it, or could not be checked. */
export type CheckedSuccesses = Readonly<Record<StepsVerdict, number>>;

/** Checks correct responses one by one; the caller decides when to go on with the next. */
export function* checkSuccesses(
  problem: string,
  successes: readonly Success[],
  check: StepCheck,
): Generator<void, CheckedSuccesses> {
  const counts = { valid: 0, invalid: 0, unverifiable: 0 };
  for (const { response, verdict } of successes) {
    counts[verdict ?? check(problem, response)]++;
    yield;
  }
  return counts;
}
