import { expect, test } from "vitest";
import { adviseOnConnection } from "./advise-on-connection.ts";

const last = (error: string) => `No connection established. Last error: ${error}. Resolution note: `;

test.each([
  ["connect ECONNREFUSED 127.0.0.1:50051", false, /^Start it with: touchstone-verifier serve$/],
  ["connect ECONNREFUSED 127.0.0.1:50051", true, /^Start it with: touchstone-verifier serve$/],
  ["Failed to connect (2026-01-01T00:00:00.000Z)", false, /may speak TLS.*tls_ca/],
  ["Failed to connect (2026-01-01T00:00:00.000Z)", true, /may speak no TLS.*tls_cert/],
  ["Protocol error (2026-01-01T00:00:00.000Z)", false, /gRPC port/],
  ["Error: read ECONNRESET", false, /may speak TLS/],
  [
    "Error: 803C:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl3_record.c:350:\n",
    true,
    /without TLS/,
  ],
  [
    "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: IP: 127.0.0.1",
    true,
    /tls_server_name/,
  ],
  ["Error: certificate has expired", true, /Renew/],
  ["Error: certificate is not yet valid", true, /clock/],
  [
    "806C:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:../rec_layer_s3.c:1601",
    true,
    /tls_cert and tls_key/,
  ],
  ["Error: unable to verify the first certificate", true, /tls_ca/],
  ["Error: self-signed certificate in certificate chain", true, /tls_ca/],
  ["Error: unable to get local issuer certificate", true, /tls_ca/],
])("%s, with TLS %s", (error, secure, advice) => {
  expect(adviseOnConnection(last(error), secure)).toMatch(advice);
});

test("a name that is not known", () => {
  expect(adviseOnConnection("Name resolution failed for target dns:nowhere:50051", false)).toMatch(
    /the name/,
  );
});

test("no connection in time, for no reason that is known", () => {
  expect(adviseOnConnection("No connection within 10000 ms.", false)).toMatch(/may speak TLS/);
});

test("a server that ends is to be started again", () => {
  expect(adviseOnConnection("The server is stopping.", false)).toMatch(
    /^Start it with: touchstone-verifier serve$/,
  );
});
