import type { SampleRequest } from "./policy.ts";

/** Requests that are sampled in one engine call. */
export interface SampleChunk {
  readonly offset: number;
  readonly requests: readonly SampleRequest[];
  /** Every `group` requests, counted from the first, have the same prompt, which is then read once. */
  readonly group: number;
}

/**
 * Cuts requests, in their order, into chunks of at most `maxRows`. Neighbours with the same prompt stay together where
 * they fit into a chunk; a group size that all prompts of a chunk have in common is used, 1 when there is none.
 */
export function planSampleChunks(requests: readonly SampleRequest[], maxRows: number): SampleChunk[] {
  const chunks: SampleChunk[] = [];
  let runs: number[] = [];
  let offset = 0;
  let rows = 0;
  const finish = () => {
    if (rows === 0) return;
    chunks.push({
      offset,
      requests: requests.slice(offset, offset + rows),
      group: runs.reduce(greatestCommonDivisor),
    });
    offset += rows;
    rows = 0;
    runs = [];
  };
  for (const run of listRuns(requests)) {
    // A run that would be torn at the end of this chunk starts the next one, unless it fills a chunk anyway.
    if (rows + run > maxRows && run <= maxRows) finish();
    for (let left = run; left > 0; ) {
      const taken = Math.min(left, maxRows - rows);
      runs.push(taken);
      rows += taken;
      left -= taken;
      if (rows === maxRows) finish();
    }
  }
  finish();
  return chunks;
}

/** Returns the lengths of the runs of equal prompts. */
function listRuns(requests: readonly SampleRequest[]): number[] {
  const runs: number[] = [];
  for (const [row, { prompt }] of requests.entries()) {
    const previous = requests[row - 1]?.prompt;
    if (previous !== undefined && areEqual(previous, prompt))
      runs[runs.length - 1] = (runs.at(-1) as number) + 1;
    else runs.push(1);
  }
  return runs;
}

function areEqual(a: Int32Array, b: Int32Array): boolean {
  return a === b || (a.length === b.length && a.every((token, index) => token === b[index]));
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
