import type { handleBidiStreamingCall, ServerDuplexStream, status } from "@grpc/grpc-js";
import { caller } from "../grading/caller.ts";
import { VerdictTally } from "../grading/tally.ts";
import { createCallSignal } from "./call-signal.ts";
import { describeError } from "./describe-error.ts";
import type { CallWatch, ServeCall } from "./serve-call.ts";

/**
 * Wraps the work of a unary RPC as a stream: requests are served one after the other, and each response is sent before
 * the next request is read, so that a slow reader holds the writer back. An error ends the stream with its status.
 */
export function createStreamHandler<Request, Response>(
  method: string,
  serveCall: ServeCall<Request, Response>,
  { log, counter }: CallWatch,
): handleBidiStreamingCall<Request, Response> {
  return async (call) => {
    const startedAt = performance.now();
    const peer = call.getPeer();
    let served = 0;
    const report = (code: keyof typeof status, error?: unknown) => {
      const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
      const fields = { method, peer, code, durationMs, served };
      if (error === undefined) log.info(fields, "call");
      else log.error({ ...fields, err: error }, "call failed");
    };
    counter.begin();
    log.debug({ method, peer }, "call started");
    const signal = createCallSignal(call);
    try {
      // Reading to the end must not destroy the stream: the last response and the status still have to leave.
      for await (const request of call.iterator({ destroyOnReturn: false })) {
        signal.throwIfAborted();
        const serve = () => serveCall(request as Request, new VerdictTally(), signal);
        await send(call, await caller.run(peer, serve), signal);
        served++;
      }
      call.end();
      report("OK");
    } catch (error) {
      const failed = describeError(signal.aborted ? signal.reason : error);
      call.emit("error", failed);
      report(failed.name, failed.isDefect ? error : undefined);
    } finally {
      counter.end();
    }
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
