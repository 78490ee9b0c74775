import { once } from "node:events";
import { type CallWatch, runCall } from "../service/serve-call.ts";
import { readTraceParent } from "../tracing/call-tracer.ts";
import { HttpError, toHttpError } from "./http-error.ts";
import type { BodyLimits } from "./read-body.ts";
import { readLines } from "./read-lines.ts";
import { watchRequest } from "./request-signal.ts";
import type { StreamRoute } from "./rpc-routes.ts";
import { describeHttpError, type Exchange } from "./send-reply.ts";
import { deadlinePassed, parseJson, peerOf } from "./serve-json.ts";

/**
 * Answers each line of the body by a line, in order; the next line is read once the reply to the last has left. An error
 * is the last line: `{"error": {"code", "message"}}`.
 */
export async function serveStream(
  route: StreamRoute,
  exchange: Exchange,
  limits: BodyLimits,
  idleMs: number,
  watch: CallWatch,
): Promise<void> {
  const { request, response, requestId } = exchange;
  let message = 0;
  const watched = watchRequest(request, response);
  const idle = setTimeout(() => response.destroy(), idleMs);
  response.writeHead(200, {
    "content-type": "application/x-ndjson",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.flushHeaders();
  try {
    for await (const line of readLines(request, limits)) {
      idle.refresh();
      const name = { requestId, method: route.method, message: message++, peer: peerOf(exchange) };
      const outcome = await runCall(
        { name, parent: readTraceParent((key) => request.headers[key]) },
        (tally) => route.handleLine(parseJson(line), tally, watched.signal),
        watch,
      );
      if ("error" in outcome) throw watched.deadlinePassed() ? deadlinePassed() : toHttpError(outcome.error);
      await writeLine(exchange, outcome.response, watched.signal);
      idle.refresh();
    }
    response.end();
  } catch (error) {
    if (response.destroyed) return;
    const known = error instanceof HttpError ? error : undefined;
    if (known === undefined) throw error;
    response.end(`${JSON.stringify({ error: describeHttpError(known) })}\n`, () => request.destroy());
  } finally {
    clearTimeout(idle);
    watched.close();
  }
}

async function writeLine({ response }: Exchange, value: unknown, signal: AbortSignal): Promise<void> {
  if (!response.write(`${JSON.stringify(value)}\n`)) await once(response, "drain", { signal });
}
