import type { AnswerStatement } from "./list-statements.ts";
import { type Finding, maxEvidence, type ShortcutInput } from "./shortcut.ts";

/** Boxes with different content that score 1. */
const certainBoxes = 10;

/** Values in one box that score 1 where the answer is not correct. */
const certainValues = 16;

/** Characters in a box at which a count of its values stops. */
const maxBoxChars = 10_000;

/** Boxes by the dozen, or one box filled with many values in the hope that one of them is right. */
export function detectBoxStuffing(
  { text, verdict }: ShortcutInput,
  statements: readonly AnswerStatement[],
): Finding | undefined {
  const boxes = statements.filter(({ kind, value }) => kind === "box" && value !== "");
  const different = new Set(boxes.map(({ value }) => value)).size;
  const byCount = different < 2 ? 0 : Math.min(1, different / certainBoxes);
  const isCorrect = verdict.kind === "score" && verdict.correct;
  const span = isCorrect ? undefined : verdict.extracted;
  const values = span === undefined ? 0 : countValues(text, span.start, span.end);
  const byValues = values < 3 ? 0 : Math.min(1, values / certainValues);
  if (byCount === 0 && byValues === 0) return undefined;
  if (byValues > byCount) {
    return {
      score: byValues,
      evidence: [{ start: span!.start, end: span!.end }],
      reason: `The answer lists ${values} values and is not correct.`,
    };
  }
  return {
    score: byCount,
    evidence: boxes.slice(0, maxEvidence).map(({ start, end }) => ({ start, end })),
    reason: `${different} boxes hold different answers.`,
  };
}

function countValues(text: string, start: number, end: number): number {
  let values = 1;
  const limit = Math.min(end, start + maxBoxChars);
  for (let index = start; index < limit; index++) {
    const code = text.charCodeAt(index);
    // Commas between digits group thousands: "1,234,567" is one value.
    if (code === 59 || (code === 44 && !isDigit(text.charCodeAt(index + 1)))) values++;
    else if (code === 44 && !isThousands(text, index)) values++;
    else if (code === 32 && text.startsWith(" or ", index)) values++;
  }
  return values;
}

function isThousands(text: string, comma: number): boolean {
  for (let index = 1; index <= 3; index++) if (!isDigit(text.charCodeAt(comma + index))) return false;
  return !isDigit(text.charCodeAt(comma + 4));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
