import type { StepVerdict } from "../steps/index.ts";

/** What a check of a trace's steps says of it as a whole, in [0, 1]. */
export interface StepShares {
  /** Steps that hold among those of which something was decided; 0 where nothing was: what is not shown is not paid. */
  readonly coherence: number;
  /** Steps of which something was decided among all; 0 without steps. */
  readonly coverage: number;
}

/** The shares of a checked trace. */
export function scoreSteps(steps: readonly Pick<StepVerdict, "verdict">[]): StepShares {
  const ok = steps.filter(({ verdict }) => verdict === "ok").length;
  const checked = steps.filter(({ verdict }) => verdict !== "unverifiable").length;
  return {
    coherence: checked === 0 ? 0 : ok / checked,
    coverage: steps.length === 0 ? 0 : checked / steps.length,
  };
}
