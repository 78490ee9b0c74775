import type { Verdict } from "../answer/index.ts";

/** How verdicts compare with the labels that came with the records. */
export interface Agreement {
  /** Scored records that carry a label. */
  readonly labelled: number;
  readonly agreed: number;
  /** Scored correct against the label false. */
  readonly falsePositives: number;
  /** Scored incorrect against the label true. */
  readonly falseNegatives: number;
  /** Labelled records without a score. */
  readonly unscored: number;
}

/** How one verdict compares with its label. */
export type Comparison = "agree" | "false_positive" | "false_negative" | "unscored";

/** Compares one verdict with its label; undefined without a label. */
export function compareWithLabel(verdict: Verdict, label: boolean | undefined): Comparison | undefined {
  if (label === undefined) return undefined;
  if (verdict.kind === "failure") return "unscored";
  if (verdict.correct === label) return "agree";
  return verdict.correct ? "false_positive" : "false_negative";
}

/** Counts comparisons. */
export class AgreementTally {
  readonly #counts: Record<Comparison, number> = {
    agree: 0,
    false_positive: 0,
    false_negative: 0,
    unscored: 0,
  };

  add(comparison: Comparison): void {
    this.#counts[comparison]++;
  }

  /** The counts so far; undefined when no record carried a label. */
  read(): Agreement | undefined {
    const { agree, false_positive, false_negative, unscored } = this.#counts;
    const labelled = agree + false_positive + false_negative;
    if (labelled + unscored === 0) return undefined;
    return {
      labelled,
      agreed: agree,
      falsePositives: false_positive,
      falseNegatives: false_negative,
      unscored,
    };
  }
}
