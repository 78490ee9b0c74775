import { VerifierError } from "../errors.ts";
import type { ServeOptions } from "../service/serve-options.ts";
import { openTlsSource, type TlsNotices, type TlsSource } from "./tls-source.ts";
import {
  openTokenSource,
  serverTokensVariable,
  type TokenNotices,
  type TokenSource,
} from "./token-source.ts";
import { readBearer } from "./tokens.ts";

/** Who may call a server, and how its connections are protected. */
export interface Access {
  /** Absent: plain text. */
  readonly tls?: TlsSource;
  /** Absent: no token is asked for. */
  readonly tokens?: TokenSource;
}

/** Who is told of changes of the files. */
export interface AccessNotices {
  readonly tokens: TokenNotices;
  readonly tls: TlsNotices;
}

/** What a caller is told that shows no token, or one that is not in force. */
export const refusal =
  "This server asks for a token that is in force: send the header authorization: Bearer <token>.";

/**
 * Loads certificates and tokens.
 *
 * @throws VerifierError INVALID_TLS, INVALID_TOKENS; UNPROTECTED where others could reach a server that asks for
 * nothing
 */
export function openAccess(
  options: ServeOptions,
  environment: NodeJS.ProcessEnv,
  notices: AccessNotices,
): Access {
  const tls = openTlsSource(options, notices.tls);
  const tokens = openTokenSource(options.tokenFile, environment, notices.tokens);
  const asksForProof = tokens !== undefined || tls?.current.clientCa !== undefined;
  if (asksForProof || isLoopback(options.host) || options.allowUnauthenticated) {
    return { ...(tls === undefined ? {} : { tls }), ...(tokens === undefined ? {} : { tokens }) };
  }
  throw new VerifierError(
    "UNPROTECTED",
    `--host ${options.host} lets other machines call this server, and it would ask none of them for a token or a ` +
      `certificate. Give --token-file, ${serverTokensVariable} or --tls-client-ca, or say --allow-unauthenticated ` +
      "inside a network that you trust.",
  );
}

/** Whether a call with this `authorization` header may pass. */
export function mayCall({ tokens }: Access, authorization: string | undefined): boolean {
  if (tokens === undefined) return true;
  const token = readBearer(authorization);
  return token !== undefined && tokens.isAccepted(token);
}

/** Whether an address to listen on is reachable from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
