/** A null pass@k this close to 1 is 1 but for rounding. */
const SATURATED = 1e-12;

/**
 * Returns the share of what guessing leaves open that was in fact solved: (answer - null) / (1 - null), with both
 * arguments pass@k at the same k and `nullPass` measured on samples scored against another problem's answer.
 *
 * 0 means no better than guessing, negative worse. Undefined, and NaN here, where guessing alone solves everything.
 * With m equally likely answers a model without skill has pass@k = 1 - (1 - 1/m)^k, which nears 1 as k grows.
 */
export function adjustForGuessing(answerPass: number, nullPass: number): number {
  return nullPass > 1 - SATURATED ? Number.NaN : (answerPass - nullPass) / (1 - nullPass);
}
