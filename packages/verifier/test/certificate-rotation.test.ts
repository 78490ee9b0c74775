import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { createVerifierClient, type VerifierClient } from "@touchstone/proto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";
import { hasOpenssl, makeCertificate } from "./make-certificate.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-rotation-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** Replaces the files of the server. The certificate comes last: until then the key does not belong to it. */
function putInForce(certificate: string, authority: string): void {
  copyFileSync(at(`${authority}.pem`), at("live-ca.pem"));
  copyFileSync(at(`${certificate}.key`), at("live.key"));
  copyFileSync(at(`${certificate}.pem`), at("live.pem"));
}

const clientOf = (address: string, authority: string, name: string) =>
  createVerifierClient({
    address,
    retry: { maxAttempts: 1 },
    tls: { caFile: at(`${authority}.pem`), certFile: at(`${name}.pem`), keyFile: at(`${name}.key`) },
  });

const describeOver = (client: VerifierClient) =>
  client.describe({ deadlineMs: 10_000 }).then(
    () => "OK",
    (error: { code: string }) => error.code,
  );

/** Common name of the certificate that a new connection is shown. */
function shownBy(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const [host, port] = address.split(":");
    const socket = connect({
      host: host!,
      port: Number(port),
      rejectUnauthorized: false,
      ALPNProtocols: ["h2", "http/1.1"],
    });
    socket.once("secureConnect", () => {
      resolve(String(socket.getPeerCertificate().subject.CN));
      socket.destroy();
    });
    socket.once("error", reject);
  });
}

describe.skipIf(!hasOpenssl)(
  "certificates are replaced under a running server (needs openssl on the path)",
  () => {
    let server: VerifierProcess;
    let agent: Agent;
    const lines: string[] = [];
    const open: VerifierClient[] = [];
    const remember = (client: VerifierClient) => {
      open.push(client);
      return client;
    };

    /** Over a connection that is kept; resolves to the status, and whether the connection was there before. */
    const get = () =>
      new Promise((resolve, reject) => {
        const sent = request(`https://${server.httpAddress}/`, { agent }, (reply) => {
          reply.resume().once("end", () => resolve([reply.statusCode, sent.reusedSocket]));
        });
        sent.once("error", reject).end();
      });

    beforeAll(async () => {
      for (const authority of ["old-authority", "new-authority"]) makeCertificate(folder, authority);
      makeCertificate(folder, "old-server", "old-authority");
      makeCertificate(folder, "old-client", "old-authority");
      makeCertificate(folder, "new-server", "new-authority");
      makeCertificate(folder, "new-client", "new-authority");
      putInForce("old-server", "old-authority");
      const files = [
        "--tls-cert",
        at("live.pem"),
        "--tls-key",
        at("live.key"),
        "--tls-client-ca",
        at("live-ca.pem"),
      ];
      server = await startVerifierProcess({
        logLevel: "info",
        onLogLine: (line) => lines.push(line),
        args: [...files, "--http-port", "0"],
      });
      const read = (name: string) => readFileSync(at(name));
      agent = new Agent({
        keepAlive: true,
        maxSockets: 1,
        ca: read("old-authority.pem"),
        cert: read("old-client.pem"),
        key: read("old-client.key"),
      });
    });
    afterAll(async () => {
      for (const client of open) client.close();
      agent?.destroy();
      await server?.stop();
    });

    const shown = async () => [await shownBy(server.address), await shownBy(server.httpAddress!)];

    test("new connections get the new ones and are asked for theirs, over gRPC and over HTTP; old connections live on", async () => {
      const before = remember(clientOf(server.address, "old-authority", "old-client"));
      expect(await describeOver(before)).toBe("OK");
      expect(await get()).toEqual([200, false]);
      expect(await shown()).toEqual(["old-server", "old-server"]);

      putInForce("new-server", "new-authority");
      await expect.poll(shown, { timeout: 20_000 }).toEqual(["new-server", "new-server"]);

      // Neither end would trust the other any more: these are the connections from before.
      expect(await describeOver(before)).toBe("OK");
      expect(await get()).toEqual([200, true]);

      const after = (authority: string, name: string) =>
        describeOver(remember(clientOf(server.address, authority, name)));
      expect(await after("new-authority", "new-client")).toBe("OK");
      expect(await after("old-authority", "old-client")).toBe("UNAVAILABLE");
      expect(await after("new-authority", "old-client")).toBe("UNAVAILABLE");
      expect(lines.join("\n")).toContain("certificates read again");
    });

    test.each([
      ["a key of another certificate", () => copyFileSync(at("old-server.key"), at("live.key"))],
      ["no certificate", () => writeFileSync(at("live.pem"), "none")],
      ["no file", () => rmSync(at("live.key"))],
    ])("%s changes nothing, and the log says so", async (_, spoil) => {
      const said = lines.length;
      spoil();
      await expect.poll(() => lines.slice(said).join("\n"), { timeout: 20_000 }).toContain("stay in force");
      expect(await shown()).toEqual(["new-server", "new-server"]);
      const client = remember(clientOf(server.address, "new-authority", "new-client"));
      expect(await describeOver(client)).toBe("OK");
    });

    test("after that, files that can be used are", async () => {
      putInForce("old-server", "old-authority");
      await expect.poll(shown, { timeout: 20_000 }).toEqual(["old-server", "old-server"]);
      const client = remember(clientOf(server.address, "old-authority", "old-client"));
      expect(await describeOver(client)).toBe("OK");
    });
  },
);
