import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createListenFailure } from "../listen-failure.ts";

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
      reject(createListenFailure(`${showHost(host)}:${port} for HTTP`, flag, error));
    });
    server.listen(port, host.replace(/^\[|\]$/g, ""), resolve);
  });
  return `${showHost(host)}:${(server.address() as AddressInfo).port}`;
}

function showHost(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}
