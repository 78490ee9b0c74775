import type { Fuel } from "../answer/fuel.ts";

/** A step of a trace, by its place in it. */
export interface StepSpan {
  readonly start: number;
  readonly end: number;
}

const stepHead = /^[ \t]*(?:#{1,6}[ \t]+|\*{1,2})?(?:step[ \t]+\d+|\d{1,3}[.)][ \t]|#\d+\.?[ \t])/i;

/**
 * Splits a trace into steps: at `Step k:` or numbered items where there are two or more of them, else at blank lines,
 * else at lines, else at sentences. A display block (`\[...\]`, `$$...$$`, an environment) is never cut.
 */
export function segmentTrace(trace: string, fuel: Fuel): StepSpan[] {
  fuel.spend(Math.ceil(trace.length / 8));
  const lines = splitLines(trace);
  const heads = lines.filter(
    (line) => !line.isInBlock && stepHead.test(trace.slice(line.start, line.start + 40)),
  );
  if (heads.length >= 2)
    return cutAt(
      trace,
      heads.map((line) => line.start),
    );
  const afterBlank = lines.filter(
    (line, index) => index > 0 && !line.isInBlock && lines[index - 1]?.isBlank === true,
  );
  if (afterBlank.length >= 1)
    return cutAt(
      trace,
      afterBlank.map((line) => line.start),
    );
  const open = lines.filter((line) => !line.isInBlock && !line.isContinued);
  if (open.length >= 2)
    return cutAt(
      trace,
      open.map((line) => line.start),
    );
  return cutAt(trace, sentenceStarts(trace));
}

interface Line extends StepSpan {
  readonly isBlank: boolean;
  /** It starts inside a display block. */
  readonly isInBlock: boolean;
  /** It goes on a statement of the line before, as `= 24` does. */
  readonly isContinued: boolean;
}

function splitLines(trace: string): Line[] {
  const lines: Line[] = [];
  let depth = 0;
  let dollars = 0;
  for (let start = 0; start <= trace.length; ) {
    const newline = trace.indexOf("\n", start);
    const end = newline === -1 ? trace.length : newline;
    const text = trace.slice(start, end);
    const isInBlock = depth > 0 || dollars % 2 === 1;
    lines.push({
      start,
      end,
      isBlank: text.trim() === "",
      isInBlock,
      isContinued: /^\s*(?:[=<>≤≥≈+]|&)/.test(text),
    });
    depth = Math.max(
      0,
      depth + count(text, "\\[") + count(text, "\\begin{") - count(text, "\\]") - count(text, "\\end{"),
    );
    dollars += count(text, "$$");
    start = end + 1;
  }
  return lines;
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

function sentenceStarts(trace: string): number[] {
  const starts = [0];
  const pattern = /[.!?]\s+(?=[A-Z\\$])/g;
  for (let match = pattern.exec(trace); match !== null; match = pattern.exec(trace))
    starts.push(pattern.lastIndex);
  return starts;
}

function cutAt(trace: string, starts: readonly number[]): StepSpan[] {
  const cuts = [...new Set([0, ...starts])].sort((a, b) => a - b);
  return cuts
    .map((start, index) => ({ start, end: cuts[index + 1] ?? trace.length }))
    .filter(({ start, end }) => trace.slice(start, end).trim() !== "");
}
