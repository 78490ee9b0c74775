import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { type Access, isLoopback, mayCall, refusal } from "../security/access.ts";
import type { TlsMaterial } from "../security/tls-material.ts";
import { chooseRequestId, requestIdKey } from "../service/request-id.ts";
import type { Rpcs } from "../service/rpcs.ts";
import type { CallWatch } from "../service/serve-call.ts";
import type { ServeOptions } from "../service/serve-options.ts";
import { checkContentType, checkHost } from "./check-request.ts";
import { createBodyLimits, headersTimeoutMs, keepAliveTimeoutMs } from "./door-options.ts";
import { HttpError } from "./http-error.ts";
import { listen } from "./listen.ts";
import { createRoutes, type Routes } from "./routes.ts";
import { type Exchange, sendError, sendReply } from "./send-reply.ts";
import { serveJson } from "./serve-json.ts";
import { serveStream } from "./serve-stream.ts";

/** Time for the last replies to leave their sockets, in milliseconds. */
const settleMs = 250;

/** An HTTP server that listens. */
export interface HttpDoor {
  /** `host:port` with the port that was bound. */
  readonly address: string;
  /** Takes no more connections; those that are idle are closed. */
  refuse(): void;
  /** Closes every connection, once replies that were written have had a moment to leave. */
  close(): Promise<void>;
}

/**
 * Opens the HTTP door: the RPCs as JSON, the shapes of trainers, the page.
 *
 * @throws VerifierError LISTEN_FAILED when the address cannot be bound
 */
export async function openHttpDoor(
  rpcs: Rpcs,
  options: ServeOptions,
  watch: CallWatch,
  access: Access,
): Promise<HttpDoor> {
  const answer = createAnswer(rpcs, options, watch, access);
  const server = openServer(
    {
      headersTimeout: Math.min(headersTimeoutMs, options.httpBodyTimeoutMs),
      keepAliveTimeout: keepAliveTimeoutMs,
      // Bodies have a limit of their own: a stream may take its time.
      requestTimeout: 0,
      connectionsCheckingInterval: 1_000,
    },
    access,
    answer,
  );
  server.maxConnections = options.httpMaxConnections;
  const where = { host: options.host, port: options.httpPort ?? 0, flag: "--http-port" };
  const address = await listen(server, where);
  const closed = once(server, "close");
  return {
    address,
    refuse() {
      server.close();
      server.closeIdleConnections();
    },
    async close() {
      server.close();
      server.closeIdleConnections();
      await Promise.race([closed, sleep(settleMs)]);
      server.closeAllConnections();
      await closed;
    },
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

function openServer(options: ServerOptions, { tls }: Access, answer: Answer): Server {
  if (tls === undefined) return createServer(options, answer);
  const proof = tls.current.clientCa === undefined ? {} : { requestCert: true, rejectUnauthorized: true };
  const server = createTlsServer({ ...options, ...toContext(tls.current), ...proof }, answer);
  // Connections that are open stay as they are.
  const renew = (material: TlsMaterial) => server.setSecureContext(toContext(material));
  tls.listen(renew);
  server.once("close", () => tls.unlisten(renew));
  return server;
}

function toContext({ cert, key, clientCa }: TlsMaterial) {
  return { cert, key, ...(clientCa === undefined ? {} : { ca: clientCa }) };
}

function createAnswer(rpcs: Rpcs, options: ServeOptions, watch: CallWatch, access: Access): Answer {
  const routes = createRoutes(rpcs, options.maxItems);
  const limits = createBodyLimits(options);
  const idleMs = options.httpBodyTimeoutMs;
  const guarded = isLoopback(options.host);
  const dispatch = async (exchange: Exchange) => {
    const { request } = exchange;
    if (guarded) checkHost(request);
    const url = readUrl(request);
    const found = findRoute(routes, url.pathname, request);
    if ("body" in found) {
      sendReply(exchange, 200, found.body, { "content-type": found.contentType, ...found.headers }, idleMs);
      return;
    }
    // The page and the description are the same for everyone; all else is work.
    if (!mayCall(access, request.headers.authorization)) {
      throw new HttpError(401, "unauthenticated", refusal, { "www-authenticate": "Bearer" });
    }
    if ("handle" in found) {
      checkContentType(request, "application/json");
      await serveJson(found, exchange, url.searchParams, limits, watch);
    } else {
      checkContentType(request, "application/x-ndjson");
      await serveStream(found, exchange, limits, options.httpStreamIdleMs, watch);
    }
  };
  return (request, response) => {
    const requestId = chooseRequestId(request.headers[requestIdKey]);
    response.setHeader(requestIdKey, requestId);
    const exchange = { request, response, requestId };
    // In flight until the reply has left: a stop waits for it, within the time for draining.
    watch.counter.begin();
    response.once("close", () => watch.counter.end());
    dispatch(exchange).catch((error: unknown) => {
      if (!(error instanceof HttpError) && !request.destroyed)
        watch.log.error({ requestId, err: error }, "http request");
      const known = error instanceof HttpError ? error : internalError();
      sendError(exchange, known, idleMs);
    });
  };
}

function internalError(): HttpError {
  return new HttpError(500, "internal", "The verifier met a defect; its log has the details.");
}

function readUrl(request: IncomingMessage): URL {
  const base = "http://localhost";
  if (URL.canParse(request.url ?? "/", base)) return new URL(request.url ?? "/", base);
  throw new HttpError(400, "invalid_argument", "The address of the request cannot be read.");
}

function findRoute({ files, json, stream }: Routes, path: string, { method }: IncomingMessage) {
  const file = files.find((each) => each.path === path);
  if (file !== undefined) {
    if (method === "GET" || method === "HEAD") return file;
    throw wrongMethod("GET, HEAD");
  }
  const route = stream.path === path ? stream : json.find((each) => each.path === path);
  if (route === undefined) {
    throw new HttpError(
      404,
      "unimplemented",
      "There is nothing at this address; /openapi.json lists what there is.",
    );
  }
  if (method === "POST") return route;
  throw wrongMethod("POST");
}

function wrongMethod(allowed: string): HttpError {
  return new HttpError(405, "unimplemented", `This address takes ${allowed}.`, { allow: allowed });
}
