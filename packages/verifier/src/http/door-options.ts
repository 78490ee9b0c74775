import type { ServeOptions } from "../service/serve-options.ts";
import { ByteBudget } from "./byte-budget.ts";
import type { BodyLimits } from "./read-body.ts";

const mebibyte = 1024 * 1024;

/** How long the headers of a request may take at most, in milliseconds; less where a body may take less. */
export const headersTimeoutMs = 10_000;

/** How long an idle connection is kept; longer than the minute after which proxies drop theirs. */
export const keepAliveTimeoutMs = 65_000;

/** How long the rest of a refused body is thrown away, so that its sender sees the refusal, in milliseconds. */
export const lingerMs = 2_000;

/** The limits of request bodies that these settings ask for. */
export function createBodyLimits({
  httpMaxBodyMib,
  httpMaxBufferedMib,
  httpBodyTimeoutMs,
}: ServeOptions): BodyLimits {
  return {
    maxBytes: httpMaxBodyMib * mebibyte,
    timeoutMs: httpBodyTimeoutMs,
    budget: new ByteBudget(httpMaxBufferedMib * mebibyte),
  };
}
