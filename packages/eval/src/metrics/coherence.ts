/** Samples by three judgements: no local error between steps, the whole trace valid, the answer correct. */
export interface CoherenceCounts {
  /** Samples with a coherence judgement and a validity judgement. */
  readonly n: number;
  readonly coherent: number;
  readonly valid: number;
  readonly coherentInvalid: number;
  readonly correct: number;
  readonly correctInvalid: number;
}

/** Rates that keep local coherence, global validity and a correct answer apart. NaN where nothing was counted. */
export interface CoherenceRates {
  readonly coherent: number;
  readonly valid: number;
  /** P(invalid | coherent): each step follows, the whole does not. */
  readonly invalidGivenCoherent: number;
  /** P(invalid | correct): the right answer by a wrong process. */
  readonly invalidGivenCorrect: number;
}

/** Returns the rates of {@link CoherenceRates} (Samineni et al. 2025, https://arxiv.org/abs/2510.18176). */
export function rateCoherence(counts: CoherenceCounts): CoherenceRates {
  return {
    coherent: counts.coherent / counts.n,
    valid: counts.valid / counts.n,
    invalidGivenCoherent: counts.coherentInvalid / counts.coherent,
    invalidGivenCorrect: counts.correctInvalid / counts.correct,
  };
}
