import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { checkHost } from "../http/check-request.ts";
import { keepAliveTimeoutMs } from "../http/door-options.ts";
import { HttpError } from "../http/http-error.ts";
import { listen } from "../http/listen.ts";
import { sendError, sendReply } from "../http/send-reply.ts";
import { isLoopback } from "../security/access.ts";
import type { Metrics } from "./create-metrics.ts";
import type { Readiness } from "./readiness.ts";

/** An HTTP server for those who watch over a server. */
export interface MetricsDoor {
  /** `host:port` with the port that was bound. */
  readonly address: string;
  close(): Promise<void>;
}

/** What the door shows, and where. */
export interface MetricsDoorOptions {
  readonly host: string;
  readonly port: number;
  readonly metrics: Pick<Metrics, "render" | "contentType">;
  readonly readiness: Pick<Readiness, "check">;
}

/** How long a reader may take, in milliseconds. */
const idleMs = 10_000;

/** Scrapers and probes need a few; the rest must not take the server's descriptors. */
const maxConnections = 64;

/**
 * Opens the door: `/metrics`, `/livez` (the process answers), `/readyz` (it should get calls). It asks for no token:
 * probes carry none, and nothing that it shows comes from a request.
 *
 * @throws VerifierError LISTEN_FAILED when the address cannot be bound
 */
export async function openMetricsDoor(options: MetricsDoorOptions): Promise<MetricsDoor> {
  const server = createServer(
    { headersTimeout: idleMs, requestTimeout: idleMs, keepAliveTimeout: keepAliveTimeoutMs },
    (request, response) => {
      answer(options, request, response).catch((error: unknown) => {
        const known =
          error instanceof HttpError ? error : new HttpError(500, "internal", "The metrics cannot be read.");
        sendError({ request, response }, known, idleMs);
      });
    },
  );
  server.maxConnections = maxConnections;
  const address = await listen(server, { host: options.host, port: options.port, flag: "--metrics-port" });
  return {
    address,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  { host, metrics, readiness }: MetricsDoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (isLoopback(host)) checkHost(request);
  if (request.method !== "GET" && request.method !== "HEAD") {
    throw new HttpError(405, "unimplemented", "This address takes GET, HEAD.", { allow: "GET, HEAD" });
  }
  const send = (status: number, body: string, type = "text/plain; charset=utf-8") =>
    sendReply({ request, response }, status, body, { "content-type": type }, idleMs);
  switch (request.url?.split("?")[0]) {
    case "/metrics":
      return send(200, await metrics.render(), metrics.contentType);
    case "/livez":
      return send(200, "ok\n");
    case "/readyz": {
      const reasons = await readiness.check();
      return reasons.length === 0 ? send(200, "ok\n") : send(503, `${reasons.join(", ")}\n`);
    }
    default:
      throw new HttpError(404, "unimplemented", "There are /metrics, /livez and /readyz here.");
  }
}
