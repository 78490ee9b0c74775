import { readFileSync } from "node:fs";
import type { TlsOptions, VerifierClientOptions } from "./client-options.ts";
import { type ConnectionSettings, tokenVariable } from "./connection-flags.ts";
import { ProtoError } from "./errors.ts";

/**
 * The token and certificates of a client, from settings and the environment. The token of a file is read again for
 * every attempt, so that it can be changed under a long run; while the file holds none, the last one is shown.
 *
 * @throws ProtoError INVALID_OPTION for contradictory settings, and a token that is missing or that no header takes
 */
export function readConnection(
  settings: ConnectionSettings,
  environment: NodeJS.ProcessEnv,
): Pick<VerifierClientOptions, "token" | "tls"> {
  const token = chooseToken(settings.tokenFile, environment[tokenVariable]);
  const tls = chooseTls(settings);
  return { ...(token === undefined ? {} : { token }), ...(tls === undefined ? {} : { tls }) };
}

function chooseToken(
  file: string | undefined,
  fromEnvironment: string | undefined,
): VerifierClientOptions["token"] {
  // An empty variable is how a shell script says that there is none.
  if (fromEnvironment === undefined || fromEnvironment === "") {
    return file === undefined ? undefined : followTokenFile(file);
  }
  if (file === undefined) return checkToken(fromEnvironment.trim(), tokenVariable);
  throw new ProtoError(
    "INVALID_OPTION",
    `Give the verifier's token by token_file or by ${tokenVariable}, not by both.`,
  );
}

function followTokenFile(file: string): () => string {
  let last = readTokenFile(file);
  return () => {
    try {
      last = readTokenFile(file);
    } catch {
      // In the middle of a change. A token that is not in force any more is refused by the server, which says so.
    }
    return last;
  };
}

function readTokenFile(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const message = `Cannot read the token file ${file}; check the path and its permissions.`;
    throw new ProtoError("INVALID_OPTION", message, { cause });
  }
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const token = lines.find((line) => line !== "" && !line.startsWith("#"));
  if (token !== undefined) return checkToken(token, file);
  throw new ProtoError("INVALID_OPTION", `There is no token in ${file}: write it on a line of its own.`);
}

/** Messages hold no token. */
function checkToken(token: string, source: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new ProtoError(
    "INVALID_OPTION",
    `The token in ${source} needs visible ASCII characters and no spaces.`,
  );
}

function chooseTls({
  tls,
  tlsCa,
  tlsCert,
  tlsKey,
  tlsServerName,
}: ConnectionSettings): TlsOptions | undefined {
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    throw new ProtoError(
      "INVALID_OPTION",
      "tls_cert and tls_key belong together: give both, or neither where the verifier asks for no certificate.",
    );
  }
  const options = {
    ...(tlsCa === undefined ? {} : { caFile: tlsCa }),
    ...(tlsCert === undefined ? {} : { certFile: tlsCert }),
    ...(tlsKey === undefined ? {} : { keyFile: tlsKey }),
    ...(tlsServerName === undefined ? {} : { serverName: tlsServerName }),
  };
  if (Object.keys(options).length === 0 && tls !== true) return undefined;
  if (tls !== false) return options;
  throw new ProtoError(
    "INVALID_OPTION",
    "tls is false beside other settings of TLS: leave it out, or leave them out.",
  );
}
