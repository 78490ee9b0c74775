/** Longest part of a sentence on either side that is looked at. */
const maxSide = 160;

const condition =
  /\b(?:if|unless|suppose|supposing|assuming|assume|imagine|were|had|provided|otherwise|without)\b/i;

/** Tells whether the sentence around `at` supposes something: "If x=1 the answer would be 5", "... 5 if x were 2". */
export function isHypothetical(text: string, at: number, start: number, end: number): boolean {
  const before = text.slice(Math.max(start, at - maxSide), at);
  const after = text.slice(at, Math.min(end, at + maxSide));
  const from = Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n")) + 1;
  const stop = /[.;](?:\s|$)|\n/.exec(after)?.index ?? after.length;
  return condition.test(before.slice(from)) || condition.test(after.slice(0, stop));
}

/** Tells whether the words "would be" end at `at`, in front of delimiters and emphasis. */
export function endsInWouldBe(text: string, at: number): boolean {
  return /\bwould (?:then |simply |just )?be:?[\s$*({\\[]*$/i.test(text.slice(Math.max(0, at - 32), at));
}
