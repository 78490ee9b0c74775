import type { AnswerStatement } from "./list-statements.ts";
import { type Finding, maxEvidence, type ShortcutInput } from "./shortcut.ts";

/** Characters between two statements in which a word makes them alternatives. */
const maxGap = 80;

/** Different answers without such a word that score 1; a few are corrections, parts or intermediate results. */
const certainAnswers = 10;

const hedges = [
  " or ",
  "alternatively",
  "maybe",
  "perhaps",
  "possibly",
  "could also",
  "might also",
  "or else",
  "或",
];

/** Different answers offered as final, side by side or as alternatives. A correct answer in several parts is none. */
export function detectHedging(
  { text, verdict }: ShortcutInput,
  statements: readonly AnswerStatement[],
): Finding | undefined {
  const isCorrect = verdict.kind === "score" && verdict.correct;
  const parts = isCorrect ? verdict.extracted : undefined;
  const offered = statements.filter(
    ({ value, start, end }) =>
      value !== "" &&
      !(parts !== undefined && start < parts.end && end > parts.start && spansSeveral(text, parts)),
  );
  const distinct = new Set(offered.map(({ value }) => value));
  if (distinct.size < 2) return undefined;
  const alternatives = listAlternatives(text, offered);
  const found = alternatives.length >= 2 ? alternatives : offered;
  const count = new Set(found.map(({ value }) => value)).size;
  const score = alternatives.length >= 2 ? 1 - 1 / (2 * count - 1) : Math.min(1, count / certainAnswers);
  return {
    score,
    evidence: found.slice(0, maxEvidence).map(({ start, end }) => ({ start, end })),
    reason:
      alternatives.length >= 2
        ? `${count} different answers are offered as alternatives.`
        : `${count} different answers are offered.`,
  };
}

function spansSeveral(text: string, span: { start: number; end: number }): boolean {
  return text.slice(span.start, Math.min(span.end, span.start + 400)).includes("\\boxed");
}

function listAlternatives(text: string, offered: readonly AnswerStatement[]): AnswerStatement[] {
  const found: AnswerStatement[] = [];
  for (let index = 1; index < offered.length; index++) {
    const [before, after] = [offered[index - 1]!, offered[index]!];
    const gap = after.start - before.end;
    if (before.value === after.value || gap < 0 || gap > maxGap) continue;
    const between = text.slice(before.end, after.start).toLowerCase();
    if (!hedges.some((hedge) => between.includes(hedge))) continue;
    if (found.at(-1) !== before) found.push(before);
    found.push(after);
  }
  return found;
}
