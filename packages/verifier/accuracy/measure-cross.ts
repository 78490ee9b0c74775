import { gradeAnswer } from "@touchstone/verifier/answer";

/** Every gold of a set as an answer to every other gold of the set. */
export interface CrossResult {
  readonly name: string;
  /** Ordered pairs of different texts. */
  readonly pairs: number;
  /** Pairs graded correct, one direction of each that is paid in both; `isOneWay` where the other is refused. */
  readonly paid: readonly { readonly gold: string; readonly answer: string; readonly isOneWay: boolean }[];
}

/** Grades all pairs of different golds: most have different values, so what is paid is worth reading. */
export function measureCross(name: string, golds: readonly string[]): CrossResult {
  const paid: { gold: string; answer: string; isOneWay: boolean }[] = [];
  for (const [index, gold] of golds.entries()) {
    for (const answer of golds.slice(index + 1)) {
      const there = isPaid(gold, answer);
      const back = isPaid(answer, gold);
      if (there) paid.push({ gold, answer, isOneWay: !back });
      else if (back) paid.push({ gold: answer, answer: gold, isOneWay: true });
    }
  }
  return { name, pairs: golds.length * (golds.length - 1), paid };
}

function isPaid(gold: string, answer: string): boolean {
  const verdict = gradeAnswer({ golds: [gold], candidate: { answer } });
  return verdict.kind === "score" && verdict.correct;
}
