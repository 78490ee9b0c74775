import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { HttpError } from "./http-error.ts";

/**
 * On loopback a request must name this machine by address or as localhost: a web page whose own name is made to point
 * here must not reach the server through a visitor's browser.
 *
 * @throws HttpError 403
 */
export function checkHost(request: IncomingMessage): void {
  const name = readHostName(request.headers.host ?? "");
  if (name === "localhost" || isIP(name) !== 0) return;
  throw new HttpError(
    403,
    "permission_denied",
    "This server listens on loopback and is reached as 127.0.0.1 or localhost, not under another name.",
  );
}

function readHostName(host: string): string {
  if (host.startsWith("[")) return host.slice(1, Math.max(1, host.indexOf("]")));
  return host.split(":")[0]!.toLowerCase();
}

/**
 * Checks what a body says that it is. Other types are refused also because browsers send them across sites unasked.
 *
 * @throws HttpError 415
 */
export function checkContentType(request: IncomingMessage, wanted: string): void {
  const type = (request.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== wanted) {
    throw new HttpError(415, "invalid_argument", `Send the header content-type: ${wanted}.`);
  }
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") {
    throw new HttpError(415, "unimplemented", "Compressed bodies are not read. Leave content-encoding out.");
  }
}
