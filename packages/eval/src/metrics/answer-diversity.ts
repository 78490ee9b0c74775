import { checkK } from "./counts.ts";
import type { AnswerCount } from "./maj-at-n.ts";
import { passAtK } from "./pass-at-k.ts";

function countAnswers(answers: readonly Pick<AnswerCount, "count">[]): number {
  return answers.reduce((sum, answer) => sum + answer.count, 0);
}

/**
 * Returns the expected number of distinct answers among `draws` samples drawn without replacement, divided by `draws`.
 * Rarefaction makes models with different n comparable, since the plain ratio falls with n:
 *
 *     (1/m) * sum_a [1 - C(N - n_a, m) / C(N, m)]    (Hurlbert 1971, https://doi.org/10.2307/1934145)
 *
 * `draws` defaults to the number of answers. NaN when there are none.
 * Throws an `EvaluationError` (K_TOO_LARGE) when `draws` exceeds the number of answers.
 */
export function uniqueAnswerRatio(answers: readonly Pick<AnswerCount, "count">[], draws?: number): number {
  const total = countAnswers(answers);
  if (total === 0) return Number.NaN;
  const m = draws ?? total;
  checkK(m, total);
  let distinct = 0;
  for (const { count } of answers) if (count > 0) distinct += passAtK(total, count, m);
  return distinct / m;
}

/** Returns the share of samples that gave the most frequent answer, among samples with an answer. NaN without any. */
export function modalAnswerShare(answers: readonly Pick<AnswerCount, "count">[]): number {
  const total = countAnswers(answers);
  if (total === 0) return Number.NaN;
  return answers.reduce((top, answer) => Math.max(top, answer.count), 0) / total;
}
