import type { ServerDuplexStream, ServerUnaryCall } from "@grpc/grpc-js";

/** A signal that is aborted when the client cancels, the connection breaks, or the call's deadline passes. */
export function createCallSignal<Request, Response>(
  call: ServerUnaryCall<Request, Response> | ServerDuplexStream<Request, Response>,
): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort(new CallEndedError());
  if (call.cancelled) stop();
  else (call as NodeJS.EventEmitter).once("cancelled", stop);
  return controller.signal;
}

/** The caller is gone: nobody waits for the result. */
export class CallEndedError extends Error {
  constructor() {
    super("The call was cancelled or its deadline passed.");
    this.name = "CallEndedError";
  }
}
