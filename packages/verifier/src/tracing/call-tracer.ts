import type { status } from "@grpc/grpc-js";
import type { CallTally } from "../service/call-tally.ts";

/** The trace that a caller says its call belongs to, as W3C Trace Context writes it. */
export interface TraceParent {
  readonly traceparent?: string;
  readonly tracestate?: string;
}

/** The span of one call. */
export interface CallSpan {
  /** Hex id of the trace, for the log. */
  readonly traceId: string;
  end(code: keyof typeof status, tally: CallTally): void;
}

/** Makes a span of every call. */
export interface CallTracer {
  start(call: { readonly method: string; readonly requestId: string }, parent: TraceParent): CallSpan;
  /** Sends what has not been sent, for a few seconds at most. */
  close(): Promise<void>;
}

/** Longest header that is looked at; longer ones are no trace context. */
const maxHeaderLength = 512;

/** Reads the two headers of a trace. */
export function readTraceParent(read: (name: string) => unknown): TraceParent {
  const header = (name: "traceparent" | "tracestate") => {
    const value = read(name);
    return typeof value === "string" && value.length <= maxHeaderLength ? { [name]: value } : {};
  };
  return { ...header("traceparent"), ...header("tracestate") };
}
