import type { FailureReason } from "../answer/index.ts";
import { VerdictTally } from "../grading/tally.ts";
import { type Agreement, AgreementTally } from "./agreement.ts";
import type { LineResult } from "./grade-lines.ts";

/** Counts over a file. */
export interface GradeSummary {
  /** Records with a score or a failure. */
  readonly graded: number;
  readonly correct: number;
  readonly incorrect: number;
  readonly failed: number;
  readonly failures: Readonly<Partial<Record<FailureReason, number>>>;
  /** Lines that are no record. */
  readonly malformed: number;
  readonly agreement?: Agreement;
}

/** Builds a summary from results one at a time. */
export class SummaryBuilder {
  readonly #verdicts = new VerdictTally();
  readonly #labels = new AgreementTally();
  #malformed = 0;

  /** Counts one line. */
  add(result: LineResult): void {
    if (result.kind === "malformed") {
      this.#malformed++;
      return;
    }
    this.#verdicts.add(result.verdict);
    if (result.comparison !== undefined) this.#labels.add(result.comparison);
  }

  /** The summary so far. */
  read(): GradeSummary {
    const { total, correct, incorrect, failed, failures } = this.#verdicts;
    const agreement = this.#labels.read();
    return {
      graded: total,
      correct,
      incorrect,
      failed,
      failures: { ...failures },
      malformed: this.#malformed,
      ...(agreement === undefined ? {} : { agreement }),
    };
  }
}

/** The summary as lines for a reader. */
export function formatSummary(summary: GradeSummary): string {
  const { graded, correct, incorrect, failed, failures, malformed, agreement } = summary;
  const kinds = Object.entries(failures).map(([kind, count]) => `${kind} ${count}`);
  const scored = correct + incorrect;
  const lines = [
    `graded     ${graded}`,
    `correct    ${correct}${scored === 0 ? "" : ` (${formatShare(correct, scored)} of ${scored} scored)`}`,
    `incorrect  ${incorrect}`,
    `failures   ${failed}${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}`,
    `malformed  ${malformed}`,
  ];
  if (agreement !== undefined) {
    const { labelled, agreed, falsePositives, falseNegatives, unscored } = agreement;
    const share = labelled === 0 ? "" : ` (${formatShare(agreed, labelled)})`;
    lines.push(
      `agreement  ${agreed} of ${labelled} labelled${share}; ` +
        `false positives ${falsePositives}, false negatives ${falseNegatives}, labelled but not scored ${unscored}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function formatShare(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}

/** One disagreement between verdict and label as a line for a reader. */
export function formatDisagreement(source: string, result: LineResult & { kind: "graded" }): string {
  const { line, record, verdict, comparison } = result;
  const found = verdict.extracted === undefined ? "no answer" : `answer ${shorten(verdict.extracted.text)}`;
  const why = verdict.kind === "failure" ? verdict.message : verdict.reason;
  const id = record.id === undefined ? "" : ` ${record.id}`;
  const golds = record.item.golds.map(shorten).join(" or ");
  return `${source}:${line}:${id} ${comparison}: gold ${golds}, ${found} (${why})\n`;
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}
