import { setImmediate as yieldToEventLoop } from "node:timers/promises";

/** How long work may hold the event loop before others get a turn, in milliseconds. */
export const defaultSliceMs = 10;

/**
 * Works on items one by one, in order; health checks and other calls are served in between.
 *
 * @throws the signal's reason once it is aborted
 */
export async function inSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Result,
  {
    sliceMs = defaultSliceMs,
    signal,
  }: { readonly sliceMs?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<Result[]> {
  const results: Result[] = [];
  let sliceEndsAt = performance.now() + sliceMs;
  for (const [index, item] of items.entries()) {
    if (performance.now() >= sliceEndsAt) {
      await yieldToEventLoop();
      signal?.throwIfAborted();
      sliceEndsAt = performance.now() + sliceMs;
    }
    results.push(work(item, index));
  }
  return results;
}
