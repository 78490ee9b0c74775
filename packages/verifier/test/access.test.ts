import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentials, loadPackageDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { createVerifierClient, type TlsOptions, type VerifierClientError } from "@touchstone/proto";
import { protoPath as healthProto } from "grpc-health-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";
import { hasOpenssl, makeCertificate } from "./make-certificate.ts";

const first = "first-token-0123456789";
const second = "second-token-987654321";
const folder = mkdtempSync(join(tmpdir(), "touchstone-access-"));
const at = (name: string) => join(folder, name);
const running: VerifierProcess[] = [];

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function start(...args: string[]): Promise<VerifierProcess> {
  const server = await startVerifierProcess({ logLevel: "error", onLogLine: () => {}, args });
  running.push(server);
  return server;
}

/** Describes the server; resolves to the code of the error, or "OK". */
async function call(server: VerifierProcess, given: { token?: string; tls?: TlsOptions } = {}) {
  const client = createVerifierClient({ address: server.address, retry: { maxAttempts: 1 }, ...given });
  try {
    await client.describe({ deadlineMs: 5_000 });
    return "OK";
  } catch (error) {
    return (error as VerifierClientError).code;
  } finally {
    client.close();
  }
}

function writeTokens(text: string): string[] {
  writeFileSync(at("tokens"), text);
  return ["--token-file", at("tokens")];
}

test("a token of the file is asked for, over gRPC and over HTTP", async () => {
  const server = await start(...writeTokens(`${first}\n${second}\n`), "--http-port", "0");
  expect(await call(server)).toBe("UNAUTHENTICATED");
  expect(await call(server, { token: `${first}x` })).toBe("UNAUTHENTICATED");
  expect(await call(server, { token: first })).toBe("OK");
  expect(await call(server, { token: second })).toBe("OK");

  const url = `http://${server.httpAddress}/touchstone.verifier.v1.Verifier/Describe`;
  const post = (headers: Record<string, string>) =>
    fetch(url, { method: "POST", body: "{}", headers: { "content-type": "application/json", ...headers } });
  const refused = await post({});
  expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  expect((await post({ authorization: "Bearer wrong" })).status).toBe(401);
  expect((await post({ authorization: `Bearer ${first}` })).status).toBe(200);
  expect((await fetch(`http://${server.httpAddress}/`)).status).toBe(200);
});

test("streams are refused as well, health probes are not", async () => {
  const server = await start(...writeTokens(first));
  const client = createVerifierClient({ address: server.address });
  const replies = client.streamRollouts(
    (async function* () {
      yield { batchId: "b", groups: [] };
    })(),
  );
  await expect(replies.next()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  client.close();

  // biome-ignore lint/suspicious/noExplicitAny: the health contract is loaded without types.
  const { grpc } = loadPackageDefinition(loadSync(healthProto)) as any;
  const health = new grpc.health.v1.Health(server.address, credentials.createInsecure());
  const status = await new Promise((resolve, reject) =>
    health.check({ service: "" }, (error: Error | null, reply: { status: unknown }) =>
      error === null ? resolve(reply.status) : reject(error),
    ),
  );
  health.close();
  expect([1, "SERVING"]).toContain(status);
});

test("tokens change with their file; a file without tokens changes nothing", async () => {
  const server = await start(...writeTokens(first));
  writeTokens(`${second}\n`);
  await expect.poll(() => call(server, { token: second }), { timeout: 10_000 }).toBe("OK");
  expect(await call(server, { token: first })).toBe("UNAUTHENTICATED");

  const lines: string[] = [];
  const watched = await startVerifierProcess({
    logLevel: "error",
    onLogLine: (line) => lines.push(line),
    args: ["--token-file", at("tokens")],
  });
  running.push(watched);
  writeTokens("# none\n");
  await expect.poll(() => lines.join("\n"), { timeout: 10_000 }).toContain("stay in force");
  expect(await call(watched, { token: second })).toBe("OK");
  expect(lines.join("\n")).not.toContain(second);
});

test.each([
  ["beyond loopback without proof", ["--host", "0.0.0.0"], "--allow-unauthenticated"],
  ["a name that only looks like loopback", ["--host", "127.example.org"], "--allow-unauthenticated"],
  ["no token file", ["--token-file", "/nowhere/tokens"], "Cannot read the token file"],
  ["a certificate without a key", ["--tls-cert", "cert.pem"], "--tls-cert and --tls-key"],
])("does not start: %s", async (_name, args, words) => {
  await expect(start(...args)).rejects.toThrow(words);
});

test("beyond loopback with tokens, or when told to", async () => {
  expect(await call(await start("--host", "0.0.0.0", ...writeTokens(first)), { token: first })).toBe("OK");
  expect(await call(await start("--host", "0.0.0.0", "--allow-unauthenticated"))).toBe("OK");
});

describe.skipIf(!hasOpenssl)("TLS (needs openssl on the path to make certificates)", () => {
  const serve = (name: string) => ["--tls-cert", at(`${name}.pem`), "--tls-key", at(`${name}.key`)];
  const caFile = at("authority.pem");
  const shown = (name: string) => ({ caFile, certFile: at(`${name}.pem`), keyFile: at(`${name}.key`) });

  beforeAll(() => {
    makeCertificate(folder, "authority");
    makeCertificate(folder, "stranger");
    makeCertificate(folder, "server", "authority");
    makeCertificate(folder, "client", "authority");
    makeCertificate(folder, "intruder", "stranger");
    makeCertificate(folder, "expired", "authority", "-days", "-1");
  });

  test("the client checks the certificate; plain text and unknown authorities get nothing", async () => {
    const server = await start(...serve("server"), ...writeTokens(first));
    expect(await call(server, { token: first, tls: { caFile } })).toBe("OK");
    expect(await call(server, { tls: { caFile } })).toBe("UNAUTHENTICATED");
    expect(await call(server, { token: first, tls: { caFile: at("stranger.pem") } })).not.toBe("OK");
    expect(await call(server, { token: first })).not.toBe("OK");
  });

  test("an expired certificate is not trusted", async () => {
    const server = await start(...serve("expired"));
    expect(await call(server, { tls: { caFile } })).not.toBe("OK");
  });

  test("mutual TLS asks for a certificate of the right authority, over gRPC and over HTTP", async () => {
    const server = await start(...serve("server"), "--tls-client-ca", caFile, "--http-port", "0");
    expect(await call(server, { tls: shown("client") })).toBe("OK");
    expect(await call(server, { tls: { caFile } })).not.toBe("OK");
    expect(await call(server, { tls: shown("intruder") })).not.toBe("OK");

    const get = (files: { cert?: Buffer; key?: Buffer }) =>
      new Promise((resolve, reject) => {
        const ca = readFileSync(caFile);
        const sent = request(`https://${server.httpAddress}/`, { ca, agent: false, ...files }, (reply) => {
          reply.resume();
          resolve(reply.statusCode);
        });
        sent.once("error", reject).end();
      });
    const proof = { cert: readFileSync(at("client.pem")), key: readFileSync(at("client.key")) };
    expect(await get(proof)).toBe(200);
    await expect(get({})).rejects.toThrow();
  });

  test("a key of another certificate is refused at the start", async () => {
    const args = ["--tls-cert", at("server.pem"), "--tls-key", at("client.key")];
    await expect(start(...args)).rejects.toThrow("has to belong to");
  });
});
