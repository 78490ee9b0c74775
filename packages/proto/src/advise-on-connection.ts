/** What the transport says, and what is to be done about it; the first that fits. Texts of gRPC, Node.js and OpenSSL. */
const advices: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [
    /wrong version number|packet length too long/i,
    "It answers without TLS: leave the settings of TLS out here, or start it with --tls-cert and --tls-key.",
  ],
  [
    /altnames|ERR_TLS_CERT_ALTNAME_INVALID/,
    "Its certificate bears another name: give that as tls_server_name, or call it by a name of the certificate.",
  ],
  [/expired|not yet valid/i, "Renew its certificate, or set the clock of this machine."],
  [
    /\balert\b/i,
    "It wants a client certificate of an authority that it trusts: give one as tls_cert and tls_key.",
  ],
  [
    /certificate|self.signed|issuer/i,
    "Its certificate is of no authority that is trusted here: name the authority as tls_ca.",
  ],
  [
    /Protocol error/,
    "Another protocol answers there: take the gRPC port of serve (--port), not that of HTTP or metrics.",
  ],
  [/https?:\/\//, "The address is host:port, without http://."],
  [/name resolution|ENOTFOUND|EAI_AGAIN/i, "Check the name in the address."],
];

const startIt = "Start it with: touchstone-verifier serve";

/**
 * What to do where a verifier cannot be reached. TLS that only one side speaks looks like a connection that is closed at
 * once or never stands, so that it is named as a possible reason there.
 *
 * @param details the status text of the transport
 * @param secure whether the client speaks TLS
 */
export function adviseOnConnection(details: string, secure: boolean): string {
  const advice = advices.find(([pattern]) => pattern.test(details))?.[1];
  if (advice !== undefined) return advice;
  if (!/No connection|Failed to connect|ECONNRESET/.test(details) || details.includes("ECONNREFUSED")) {
    return startIt;
  }
  return secure
    ? `${startIt}. If it runs: it may speak no TLS, or want a client certificate (tls_cert, tls_key).`
    : `${startIt}. If it runs: it may speak TLS, and then so must this program (tls, or tls_ca).`;
}
