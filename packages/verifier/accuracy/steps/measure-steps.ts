import { checkSteps } from "@touchstone/verifier/steps";
import type { StepSet } from "./step-sets.ts";

/** A step called wrong at which, and before which, no error is labelled. */
export interface FalseAlarm {
  readonly id: string;
  readonly step: number;
  /** Position of the labelled first error, -1 for a clean trace. */
  readonly label: number;
  readonly text: string;
  readonly expected: string;
  /** The step and the one before it: traces derived from one original share them, and their label. */
  readonly written: string;
}

/** What came out on one set. */
export interface StepsResult {
  readonly set: StepSet;
  readonly rows: number;
  readonly withError: number;
  readonly clean: number;
  /** Traces whose first error was found at its step. */
  readonly found: number;
  /** The same without steps that are found twice, word by word. */
  readonly distinctFound: number;
  readonly falseAlarms: readonly FalseAlarm[];
  readonly steps: number;
  /** Steps that hold a decided claim. */
  readonly decided: number;
}

/** A trace without a labelled error that ends in a wrong answer: some step must be wrong, so the label cannot hold. */
function contradictsItself(row: Record<string, unknown>): boolean {
  return Number(row["first_error"]) === -1 && row["final_correct"] === false;
}

/** Checks every trace of a set. Steps after the labelled first error carry no label and count nowhere. */
export function measureSteps(set: StepSet, rows: readonly Record<string, unknown>[]): StepsResult {
  const usable = rows.filter((row) => row["prefix_unchanged"] !== false && !contradictsItself(row));
  const counts = { withError: 0, clean: 0, found: 0, steps: 0, decided: 0 };
  const falseAlarms: FalseAlarm[] = [];
  const distinct = new Set<string>();
  for (const row of usable) {
    const label = Number(row["first_error"]);
    const steps = (row["steps"] as unknown[]).map((step) => String(step ?? ""));
    const verdict = checkSteps({ problem: String(row["problem"]), trace: steps });
    if (verdict.kind === "failure") throw new Error(`${row["id"]}: ${verdict.message}`);
    if (label === -1) counts.clean++;
    else counts.withError++;
    counts.steps += verdict.steps.length;
    counts.decided += verdict.steps.filter((step) => step.verdict !== "unverifiable").length;
    const { firstError } = verdict;
    if (firstError === -1) continue;
    const written = `${steps[firstError - 1] ?? ""}\n${steps[firstError]}`;
    if (firstError === label) {
      counts.found++;
      distinct.add(written);
    } else if (label === -1 || firstError < label) {
      const { text = "", expected = "" } = verdict.steps[firstError]?.error ?? {};
      falseAlarms.push({ id: String(row["id"]), step: firstError, label, text, expected, written });
    }
  }
  return { set, rows: usable.length, ...counts, distinctFound: distinct.size, falseAlarms };
}
