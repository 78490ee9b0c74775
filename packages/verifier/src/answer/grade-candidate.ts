import type { Candidate } from "./extract/candidate.ts";
import { mayWriteDecimalComma, withDecimalPoints } from "./extract/decimal-language.ts";
import { gradeAgainstGolds, type PreparedGold } from "./grade-against-golds.ts";
import type { GradeRun } from "./grade-run.ts";
import type { Extraction, Verdict } from "./verdict.ts";

/** Where the first of the spans comes from; `response` is undefined for a bare answer. */
interface Origin {
  readonly candidate: Candidate | undefined;
  readonly response: string | undefined;
}

/**
 * Grades the value and, where it is not paid, the value with its remark, and with its decimal comma as a point where its
 * language may write one. A value that is right beside a remark that may change it is undecided.
 */
export function gradeCandidate(
  golds: readonly PreparedGold[],
  spans: readonly Extraction[],
  origin: Origin,
  run: GradeRun,
): Verdict {
  const verdict = gradeAgainstGolds(golds, spans, run);
  const [first, ...others] = spans;
  const remark = origin.candidate?.remark;
  if (first === undefined || (isPaid(verdict) && remark?.isOpen !== true)) return verdict;
  const again = (text: string) => gradeAgainstGolds(golds, [{ ...first, text }, ...others], run);
  if (remark === undefined) return gradeWithPoints(verdict, first, origin, again, run);
  const withRemark = again(remark.whole);
  if (isPaid(withRemark)) return withRemark;
  if (!isPaid(verdict)) return gradeWithPoints(verdict, first, origin, again, run);
  const message = `The answer agrees, but its remark (${remark.words.slice(0, 80)}) may change it; only a reader can tell.`;
  return { kind: "failure", failure: "undecided", message, extracted: first, fuelUsed: run.fuelUsed };
}

function gradeWithPoints(
  verdict: Verdict,
  span: Extraction,
  { candidate, response }: Origin,
  again: (text: string) => Verdict,
  run: GradeRun,
): Verdict {
  const rule = run.policy.decimalComma;
  if (rule === "never" || candidate === undefined || !span.text.includes(",")) return verdict;
  const isCertain = rule === "always" || candidate.decimalComma === true;
  const written = withDecimalPoints(span.text, isCertain);
  if (written === undefined) return verdict;
  if (!isCertain && (response === undefined || !mayWriteDecimalComma(response, candidate))) return verdict;
  const withPoints = again(written);
  return isPaid(withPoints) ? withPoints : verdict;
}

function isPaid(verdict: Verdict): boolean {
  return verdict.kind === "score" && verdict.correct;
}
