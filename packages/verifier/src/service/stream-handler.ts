import type { handleBidiStreamingCall, ServerDuplexStream } from "@grpc/grpc-js";
import { readTraceParent } from "../tracing/call-tracer.ts";
import { createCallSignal } from "./call-signal.ts";
import { type DescribedError, describeError } from "./describe-error.ts";
import { chooseRequestId, requestIdKey } from "./request-id.ts";
import { requestIdTrailer, withRequestId } from "./request-id-trailer.ts";
import { type CallWatch, runCall, type ServeCall } from "./serve-call.ts";

/**
 * Wraps the work of a unary RPC as a stream: requests are served one after the other, each as a call of its own in log and
 * metrics, and each response is sent before the next request is read, so that a slow reader holds the writer back. An
 * error ends the stream with its status.
 */
export function createStreamHandler<Request, Response>(
  method: string,
  serveCall: ServeCall<Request, Response>,
  watch: CallWatch,
): handleBidiStreamingCall<Request, Response> {
  return async (call) => {
    const requestId = chooseRequestId(call.metadata.get(requestIdKey)[0]);
    const name = { requestId, method, peer: call.getPeer() };
    const parent = readTraceParent((key) => call.metadata.get(key)[0]);
    const signal = createCallSignal(call);
    // In flight between two messages as well: a stop lets an open stream come to its end.
    watch.counter.begin();
    let failure: DescribedError | undefined;
    let message = 0;
    try {
      // Reading to the end must not destroy the stream: the last response and the status still have to leave.
      for await (const request of call.iterator({ destroyOnReturn: false })) {
        signal.throwIfAborted();
        const outcome = await runCall(
          { name: { ...name, message: message++ }, parent },
          (tally) => serveCall(request as Request, tally, signal),
          watch,
        );
        if ("error" in outcome) {
          failure = outcome.error;
          break;
        }
        await send(call, outcome.response, signal);
      }
    } catch (error) {
      failure = describeError(signal.aborted ? signal.reason : error);
      if (failure.isDefect) watch.log.error({ ...name, code: failure.name, err: error }, "call failed");
    }
    // Once the loop has let go of the stream: an error under its hands would leave the client without a status.
    if (failure === undefined) call.end(requestIdTrailer(requestId));
    else call.emit("error", withRequestId(failure, requestId));
    watch.counter.end();
  };
}

function send<Request, Response>(
  call: ServerDuplexStream<Request, Response>,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  if (call.write(response)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    call.once("drain", () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
  });
}
