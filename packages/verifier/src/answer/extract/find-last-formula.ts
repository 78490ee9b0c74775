import type { Candidate } from "./candidate.ts";

const delimiters: readonly (readonly [open: string, close: string])[] = [
  ["$$", "$$"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
];

/** Most formulas that one answer may be spread over. */
const maxJoined = 8;

interface Formula {
  /** Offsets of the content. */
  readonly start: number;
  readonly end: number;
  /** Offset of the opening delimiter. */
  readonly open: number;
}

/**
 * Returns the last formula between math delimiters of text[start, end); formulas with nothing but "and", "or" or a
 * comma between them are one answer (`$2$ and $3$`).
 */
export function findLastFormula(text: string, start: number, end: number): Candidate | undefined {
  const last = formulaBefore(text, start, end);
  if (last === undefined) return undefined;
  const parts = [text.slice(last.start, last.end)];
  let first = last;
  while (parts.length < maxJoined) {
    const previous = formulaBefore(text, start, first.open);
    if (previous === undefined || !isJoiner(text.slice(closeEnd(text, previous), first.open))) break;
    parts.unshift(text.slice(previous.start, previous.end));
    first = previous;
  }
  if (parts.length === 1) return { start: last.start, end: last.end, source: "last_value" };
  return { start: first.start, end: last.end, source: "last_value", text: parts.join("; ") };
}

/** The formula that ends last before `end`. */
function formulaBefore(text: string, start: number, end: number): Formula | undefined {
  let best: Formula | undefined;
  for (const [open, close] of delimiters) {
    const stop = text.lastIndexOf(close, end - close.length);
    if (stop <= start || (close === "$" && (text[stop - 1] === "$" || text[stop + 1] === "$"))) continue;
    const from = text.lastIndexOf(open, stop - 1);
    if (from < start || from + open.length >= stop) continue;
    if (best === undefined || stop > best.end) best = { start: from + open.length, end: stop, open: from };
  }
  return best;
}

function closeEnd(text: string, { end }: Formula): number {
  return text.startsWith("$$", end) || text[end] === "\\" ? end + 2 : end + 1;
}

function isJoiner(gap: string): boolean {
  return /^\s*(,|;|and|or|, and|, or|和|或|、)\s*$/.test(gap.slice(0, 16));
}
