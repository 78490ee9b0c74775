import type { Grader } from "../grading/grader.ts";
import { cutIntoJobs } from "../grading/pool/cut-into-jobs.ts";
import type { OnSlow, SlowItem } from "../grading/slow-item.ts";
import type { TraceItem, TraceVerdict } from "../steps/index.ts";

/** Most characters whose verdicts are held as they come: four characters may be a step, whose verdict takes 400 bytes. */
const window = { maxItems: Number.POSITIVE_INFINITY, maxSize: 2 * 1024 * 1024 };

/**
 * Checks traces, a few at a time, and returns in their order what `keep` makes of each verdict.
 *
 * @throws what `keep` throws; the signal's reason once it is aborted
 */
export async function checkInWindows<Kept>(
  traces: readonly TraceItem[],
  keep: (verdict: TraceVerdict) => Kept,
  grader: Grader,
  { signal, onSlow }: { readonly signal: AbortSignal; readonly onSlow: OnSlow },
): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const part of cutIntoJobs(traces, countChars, window)) {
    const before = kept.length;
    const tell = (slow: SlowItem) => onSlow({ ...slow, index: before + slow.index });
    for (const verdict of await grader.check(part, signal, tell)) kept.push(keep(verdict));
  }
  return kept;
}

function countChars({ problem, trace }: TraceItem): number {
  return [trace].flat().reduce((sum, text) => sum + text.length, problem.length);
}
