import { AsyncLocalStorage } from "node:async_hooks";

/** Who made the call whose work is under way; the pool takes turns between callers by it. */
export const caller = new AsyncLocalStorage<string>();
