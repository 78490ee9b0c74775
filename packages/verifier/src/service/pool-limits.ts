import type { SentPoolLimits } from "@touchstone/proto";
import type { ServeOptions } from "./serve-options.ts";

const mebibyte = 1024 * 1024;

/** The processes that grade, as `Describe` tells of them. */
export function poolLimitsToWire(options: ServeOptions): SentPoolLimits {
  return {
    workers: options.workers,
    spareWorkers: options.spareWorkers,
    workerMemoryBytes: options.workerMemoryMib * mebibyte,
    workerTimeoutMs: options.workerTimeoutMs,
    maxQueuedItems: options.maxQueuedItems,
    cacheBytes: Math.round(options.cacheMib * mebibyte),
  };
}
