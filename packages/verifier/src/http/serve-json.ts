import { InvalidRequestError } from "../errors.ts";
import { type CallWatch, runCall } from "../service/serve-call.ts";
import { readTraceParent } from "../tracing/call-tracer.ts";
import { HttpError, toHttpError } from "./http-error.ts";
import type { JsonRoute } from "./json-route.ts";
import { type BodyLimits, readBody } from "./read-body.ts";
import { watchRequest } from "./request-signal.ts";
import { type Exchange, sendJson } from "./send-reply.ts";

/** Answers a request by its route. Throws HttpError. */
export async function serveJson(
  route: JsonRoute,
  exchange: Exchange,
  query: URLSearchParams,
  limits: BodyLimits,
  watch: CallWatch,
): Promise<void> {
  const { request, response } = exchange;
  const watched = watchRequest(request, response);
  const { signal } = watched;
  try {
    const body = await readBody(request, limits);
    try {
      const name = { requestId: exchange.requestId, method: route.method, peer: peerOf(exchange) };
      const outcome = await runCall(
        { name, parent: readTraceParent((key) => request.headers[key]) },
        (tally) => route.handle(parseJson(body.text), { query, tally, signal }),
        watch,
      );
      if ("response" in outcome) sendJson(exchange, outcome.response, limits.timeoutMs);
      else throw watched.deadlinePassed() ? deadlinePassed() : toHttpError(outcome.error);
    } finally {
      body.release();
    }
  } finally {
    watched.close();
  }
}

/** The error of a call that ran out of time. */
export function deadlinePassed(): HttpError {
  return new HttpError(504, "deadline_exceeded", "The deadline of connect-timeout-ms passed.");
}

/** Address of the caller. */
export function peerOf({ request: { socket } }: Exchange): string {
  return `${socket.remoteAddress}:${socket.remotePort}`;
}

/** @throws InvalidRequestError where the text is no JSON; the message holds none of it */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRequestError(
      text.trim() === "" ? "The body is empty; send a JSON object." : "The body is no valid JSON.",
    );
  }
}
