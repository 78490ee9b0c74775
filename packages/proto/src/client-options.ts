import { readFileSync } from "node:fs";
import { type ChannelCredentials, type ChannelOptions, credentials } from "@grpc/grpc-js";
import type { RetryOptions } from "./back-off.ts";
import { ProtoError } from "./errors.ts";
import type { RetryNotice, Sleep } from "./retry.ts";

/** Files of a TLS connection, in PEM. All are optional: the system's roots and no client certificate. */
export interface TlsOptions {
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  /** Name to expect in the server's certificate, when it differs from the address. */
  readonly serverName?: string;
}

/** Settings of a client. */
export interface VerifierClientOptions {
  /** `host:port`, or any gRPC target such as `dns:///verifier:50051` or `unix:/run/verifier.sock`. */
  readonly address: string;
  /** Ready-made credentials; excludes `tls`. Default: plain text. */
  readonly credentials?: ChannelCredentials;
  readonly tls?: TlsOptions;
  /** Sent as `authorization: Bearer <token>` with every call; a function is asked before each attempt. */
  readonly token?: string | (() => string);
  /** Limit of each attempt in milliseconds; `Infinity` for none. Default 120 000. */
  readonly deadlineMs?: number;
  readonly retry?: Partial<RetryOptions>;
  /** Largest message sent or received, in bytes. Default 256 MiB. */
  readonly maxMessageBytes?: number;
  /** Called before each wait. */
  readonly onRetry?: (notice: RetryNotice) => void;
  /** Seeds the jitter of the delays; default: the operating system's random source. */
  readonly jitterSeed?: number;
  /** Replaces the timer between attempts (tests). */
  readonly sleep?: Sleep;
}

/** Default of `maxMessageBytes`: 256 MiB. */
export const defaultMaxMessageBytes = 256 * 1024 * 1024;

/** Default of `deadlineMs`. */
export const defaultDeadlineMs = 120_000;

/**
 * Channel credentials for the options.
 *
 * @throws ProtoError INVALID_OPTION for contradictory settings, or PEM files that cannot be read or used
 */
export function createCredentials(options: VerifierClientOptions): ChannelCredentials {
  const { tls } = options;
  if (options.credentials !== undefined) {
    if (tls === undefined) return options.credentials;
    throw new ProtoError("INVALID_OPTION", "Give either credentials or tls, not both.");
  }
  if (tls === undefined) return credentials.createInsecure();
  if ((tls.certFile === undefined) !== (tls.keyFile === undefined)) {
    throw new ProtoError(
      "INVALID_OPTION",
      "tls.certFile and tls.keyFile belong together: give both or none.",
    );
  }
  const [ca, key, cert] = [readPem(tls.caFile), readPem(tls.keyFile), readPem(tls.certFile)];
  try {
    return credentials.createSsl(ca, key, cert);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const message = `The TLS files cannot be used (${detail}): the key has to belong to the certificate, all in PEM.`;
    throw new ProtoError("INVALID_OPTION", message, { cause });
  }
}

function readPem(path: string | undefined): Buffer | null {
  if (path === undefined) return null;
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ProtoError("INVALID_OPTION", `Cannot read the PEM file ${path}; check the path.`, { cause });
  }
}

/** Channel settings: message limits, and a connection that comes back soon after the server does. */
export function createChannelOptions(options: VerifierClientOptions, maxBackoffMs: number): ChannelOptions {
  const maxMessageBytes = options.maxMessageBytes ?? defaultMaxMessageBytes;
  const serverName = options.tls?.serverName;
  return {
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
    "grpc.initial_reconnect_backoff_ms": 100,
    "grpc.max_reconnect_backoff_ms": Math.max(100, Math.min(maxBackoffMs, 5_000)),
    // Repeats are counted and announced by this client; the channel must not add its own.
    "grpc.enable_retries": 0,
    // A server that vanished without closing its socket is noticed in the middle of a call.
    "grpc.keepalive_time_ms": 60_000,
    "grpc.keepalive_timeout_ms": 20_000,
    ...(serverName === undefined
      ? {}
      : { "grpc.ssl_target_name_override": serverName, "grpc.default_authority": serverName }),
  };
}
