import { AsyncLocalStorage } from "node:async_hooks";

/** A call whose work is under way. */
export interface Caller {
  /** Who made it; the pool takes turns between callers by it. */
  readonly peer: string;
  /** How long its work has waited for a worker to take it up, in ms. */
  queueWaitMs: number;
}

/** The call that the code at hand works for. */
export const caller = new AsyncLocalStorage<Caller>();
