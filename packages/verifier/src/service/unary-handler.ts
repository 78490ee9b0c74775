import type { handleUnaryCall } from "@grpc/grpc-js";
import { readTraceParent } from "../tracing/call-tracer.ts";
import { createCallSignal } from "./call-signal.ts";
import { chooseRequestId, requestIdKey } from "./request-id.ts";
import { requestIdTrailer, withRequestId } from "./request-id-trailer.ts";
import { type CallWatch, runCall, type ServeCall } from "./serve-call.ts";

/** Wraps the work of an RPC as a gRPC handler. */
export function createUnaryHandler<Request, Response>(
  method: string,
  serveCall: ServeCall<Request, Response>,
  watch: CallWatch,
): handleUnaryCall<Request, Response> {
  return async (call, callback) => {
    const signal = createCallSignal(call);
    const requestId = chooseRequestId(call.metadata.get(requestIdKey)[0]);
    const name = { requestId, method, peer: call.getPeer() };
    const parent = readTraceParent((key) => call.metadata.get(key)[0]);
    const outcome = await runCall({ name, parent }, (tally) => serveCall(call.request, tally, signal), watch);
    if ("error" in outcome) callback(withRequestId(outcome.error, requestId));
    else callback(null, outcome.response, requestIdTrailer(requestId));
  };
}
