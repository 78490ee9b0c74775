/** One distinct answer to a problem: how many samples gave it and how many of those were judged correct. */
export interface AnswerCount {
  readonly answer: string;
  readonly count: number;
  readonly correct: number;
}

/**
 * Returns maj@n of one problem: the probability that the most frequent answer is correct, ties broken uniformly.
 *
 * Samples without an answer do not vote, so leave them out; with no answer at all the result is 0. Where samples
 * with the same answer text carry different labels, the answer counts as correct by its share of correct labels.
 * Self-consistency: Wang et al. 2022, https://arxiv.org/abs/2203.11171.
 */
export function majorityAtN(answers: readonly AnswerCount[]): number {
  let top = 0;
  let tied = 0;
  let correct = 0;
  for (const answer of answers) {
    if (answer.count < top || answer.count === 0) continue;
    if (answer.count > top) {
      top = answer.count;
      tied = 0;
      correct = 0;
    }
    tied++;
    correct += answer.correct / answer.count;
  }
  return tied === 0 ? 0 : correct / tied;
}
