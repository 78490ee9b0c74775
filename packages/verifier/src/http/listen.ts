import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { VerifierError } from "../errors.ts";

/** Where an HTTP server listens, and the flag that says so. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
  readonly flag: string;
}

/**
 * Starts to listen; resolves to `host:port` with the port that was bound.
 *
 * @throws VerifierError LISTEN_FAILED
 */
export async function listen(server: Server, { host, port, flag }: ListenAddress): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      const message =
        `Cannot listen on ${showHost(host)}:${port} for HTTP (${error.message}). ` +
        `Choose another ${flag} (0 picks a free one), or stop the program that holds it.`;
      reject(new VerifierError("LISTEN_FAILED", message, { cause: error }));
    });
    server.listen(port, host.replace(/^\[|\]$/g, ""), resolve);
  });
  return `${showHost(host)}:${(server.address() as AddressInfo).port}`;
}

function showHost(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}
