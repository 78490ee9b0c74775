import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { VerifierError } from "../errors.ts";

/** What a server shows and asks for over TLS, in PEM. */
export interface TlsMaterial {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Authorities of client certificates; where set, a client has to show one (mutual TLS). */
  readonly clientCa?: Buffer;
}

/** Paths of the files. */
export interface TlsFiles {
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
  readonly tlsClientCa?: string | undefined;
}

/**
 * Reads the certificate, its key and the authorities of clients; undefined where no file is named.
 *
 * @throws VerifierError INVALID_TLS where one is missing, cannot be read, or they do not belong together
 */
export function loadTlsMaterial({ tlsCert, tlsKey, tlsClientCa }: TlsFiles): TlsMaterial | undefined {
  if (tlsCert === undefined && tlsKey === undefined && tlsClientCa === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new VerifierError("INVALID_TLS", "TLS needs both --tls-cert and --tls-key.");
  }
  const material = {
    cert: readPem(tlsCert, "--tls-cert"),
    key: readPem(tlsKey, "--tls-key"),
    ...(tlsClientCa === undefined ? {} : { clientCa: readPem(tlsClientCa, "--tls-client-ca") }),
  };
  try {
    createSecureContext({ cert: material.cert, key: material.key, ca: material.clientCa });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const message = `The TLS files cannot be used (${detail}): --tls-key has to belong to --tls-cert, all in PEM.`;
    throw new VerifierError("INVALID_TLS", message, { cause });
  }
  return material;
}

function readPem(path: string, flag: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new VerifierError("INVALID_TLS", `Cannot read ${path} of ${flag}; check the path.`, { cause });
  }
}
