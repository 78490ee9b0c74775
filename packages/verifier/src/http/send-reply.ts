import type { IncomingMessage, ServerResponse } from "node:http";
import { lingerMs } from "./door-options.ts";
import type { HttpError } from "./http-error.ts";

/** A request with what answers it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Also a header of the reply. */
  readonly requestId: string;
}

const commonHeaders = { "x-content-type-options": "nosniff", "cache-control": "no-store" };

/** Sends a whole reply; a reader that stops reading for `idleMs` is cut off. */
export function sendReply(
  { request, response }: Pick<Exchange, "request" | "response">,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
  idleMs: number,
): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const socket = request.socket;
  const cutOff = () => socket.destroy();
  socket.setTimeout(idleMs, cutOff);
  response.once("finish", () => {
    socket.setTimeout(0);
    socket.off("timeout", cutOff);
  });
  response.writeHead(status, { ...commonHeaders, ...headers, "content-length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Sends a JSON value. */
export function sendJson(exchange: Exchange, value: unknown, idleMs: number): void {
  sendReply(exchange, 200, JSON.stringify(value), { "content-type": "application/json" }, idleMs);
}

/** Sends an error in the form of the Connect protocol, and gives up on a body that is still arriving. */
export function sendError(
  exchange: Pick<Exchange, "request" | "response">,
  error: HttpError,
  idleMs: number,
): void {
  const { request } = exchange;
  const body = JSON.stringify(describeHttpError(error));
  sendReply(exchange, error.status, body, { "content-type": "application/json", ...error.headers }, idleMs);
  if (request.complete || request.destroyed) return;
  const timer = setTimeout(() => request.destroy(), lingerMs);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
  request.resume();
}

/** The body of an error. */
export function describeHttpError({ code, message }: HttpError): { code: string; message: string } {
  return { code, message };
}
