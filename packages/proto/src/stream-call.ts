import type { CallOptions, Client, ClientDuplexStream, Metadata, ServiceError } from "@grpc/grpc-js";
import { verifierService } from "./load-contract.ts";
import type { ScoreRolloutsRequest, ScoreRolloutsResponse } from "./messages.ts";
import type { AttemptResult } from "./retry.ts";
import { describeFailure } from "./unary-call.ts";

/** One stream of batches. */
export interface RolloutStream {
  readonly client: Client;
  readonly requests: AsyncIterable<ScoreRolloutsRequest> | Iterable<ScoreRolloutsRequest>;
  readonly metadata: Metadata;
  /** Limit of the whole stream in milliseconds; `Infinity` for none. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** A response with the request that it answers, or why the stream broke. */
export type StreamedAnswer =
  | { readonly ok: true; readonly request: ScoreRolloutsRequest; readonly response: ScoreRolloutsResponse }
  | Extract<AttemptResult<never>, { ok: false }>;

/** Sends batches as they come and yields their results in order; the last value says why the stream broke, if it did. */
export async function* streamRollouts(stream: RolloutStream): AsyncGenerator<StreamedAnswer> {
  const { path, requestSerialize, responseDeserialize } = verifierService.StreamRollouts;
  const { client, metadata, deadlineMs, signal } = stream;
  const options: CallOptions = Number.isFinite(deadlineMs) ? { deadline: Date.now() + deadlineMs } : {};
  const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, metadata, options);
  const abort = () => call.cancel();
  signal?.addEventListener("abort", abort, { once: true });
  if (signal?.aborted) abort();
  const sent: ScoreRolloutsRequest[] = [];
  let sendFailure: unknown;
  sendAll(call, stream.requests, sent).catch((error: unknown) => {
    sendFailure = error;
    call.cancel();
  });
  try {
    for await (const response of call) {
      yield { ok: true, request: sent.shift() ?? {}, response: response as ScoreRolloutsResponse };
    }
  } catch (error) {
    if (sendFailure !== undefined) throw sendFailure;
    yield describeFailure<never>(error as ServiceError);
  } finally {
    signal?.removeEventListener("abort", abort);
    call.cancel();
  }
}

async function sendAll<Response>(
  call: ClientDuplexStream<ScoreRolloutsRequest, Response>,
  requests: RolloutStream["requests"],
  sent: ScoreRolloutsRequest[],
): Promise<void> {
  for await (const request of requests) {
    if (call.destroyed) return;
    sent.push(request);
    if (call.write(request)) continue;
    await new Promise<void>((resolve) => {
      call.once("drain", resolve);
      call.once("close", resolve);
    });
  }
  call.end();
}
