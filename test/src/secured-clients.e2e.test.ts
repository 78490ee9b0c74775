import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { startVerifierProcess, type VerifierProcess } from "@touchstone/verifier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Certificates, hasOpenssl, makeCertificates } from "./support/make-certificates.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const token = "a-token-of-the-tests-0123456789";
const serverName = "verifier.test";
const folder = mkdtempSync(join(tmpdir(), "touchstone-secured-"));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const tokenFile = write("token", `${token}\n`);
const counts = write("counts.jsonl", '{"problem_id":"a","rollouts":8,"correct":4}\n');
const samples = write(
  "samples.jsonl",
  ["1/2", "2"]
    .map((answer) => `{"problem_id":"a","model":"m","gold":"0.5","response":"\\\\boxed{${answer}}"}\n`)
    .join(""),
);
const pipeline = write(
  "pipeline.yaml",
  `task: { name: chain, settings: { n: [2, 2], q: [1] } }
model: { hidden_size: 16, layers: 1, heads: 2, kv_heads: 2, intermediate_size: 32, max_positions: 64 }
stages:
  - { type: pretrain, name: base, mix: [{ formats: { D: 1 } }], steps: 2, batch_size: 4, learning_rate: 1e-3 }
  - { type: sample, name: eval, from: [base], problems: { count: 2 }, samples_per_problem: 2, max_new_tokens: 8 }
`,
);

/** Runs a command as the install links it. */
async function run(name: string, args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(join(root, "node_modules", ".bin", `touchstone-${name}`), args, {
    cwd: folder,
    env: { ...process.env, TOUCHSTONE_TOKEN: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, output: stdout + stderr };
}

/** How each program is told where its verifier is. */
type Settings = Readonly<
  Partial<Record<"token_file" | "tls_ca" | "tls_cert" | "tls_key" | "tls_server_name", string>>
>;

const toFlags = (settings: Settings) =>
  Object.entries(settings).flatMap(([name, value]) => [`--${name.replaceAll("_", "-")}`, value]);
const toSets = (address: string, settings: Settings) =>
  Object.entries({ address, ...settings }).flatMap(([name, value]) => ["--set", `verifier.${name}=${value}`]);

const programs = {
  "difficulty import": (address: string, settings: Settings, environment?: Record<string, string>) => {
    const args = ["difficulty", "import", counts, "--stream", "s", "--address", address];
    return run("verifier", [...args, ...toFlags(settings)], environment);
  },
  "eval passk": (address: string, settings: Settings, environment?: Record<string, string>) =>
    run("eval", ["passk", samples, "--json", "--verifier", address, ...toFlags(settings)], environment),
  "trainer check": (address: string, settings: Settings, environment?: Record<string, string>) =>
    run("trainer", ["check", pipeline, ...toSets(address, settings)], environment),
};

describe.skipIf(!hasOpenssl())("a verifier with tokens and mutual TLS (needs openssl on the path)", () => {
  let server: VerifierProcess;
  let certificates: Certificates;
  let tls: Settings;

  beforeAll(async () => {
    certificates = makeCertificates(folder, serverName);
    const { authority, server: own, client } = certificates;
    tls = {
      tls_ca: authority,
      tls_cert: client.certificate,
      tls_key: client.key,
      tls_server_name: serverName,
    };
    const proof = ["--tls-client-ca", authority, "--token-file", tokenFile];
    server = await startVerifierProcess({
      logLevel: "error",
      args: ["--tls-cert", own.certificate, "--tls-key", own.key, ...proof],
    });
  });
  afterAll(() => server?.stop());

  const done = {
    "difficulty import": /imported {3}1|known {6}1/,
    "eval passk": /"value": 0\.5/,
    "trainer check": /verifier: version 0\./,
  } as const;
  const names = Object.keys(programs) as (keyof typeof programs)[];

  it.each(names)("%s reaches it with a token of a file", async (name) => {
    const { code, output } = await programs[name](server.address, { ...tls, token_file: tokenFile });
    expect(output).toMatch(done[name]);
    expect(code).toBe(0);
  });

  it.each(names)("%s reaches it with a token of the environment", async (name) => {
    const { code, output } = await programs[name](server.address, tls, { TOUCHSTONE_TOKEN: token });
    expect(output).toMatch(done[name]);
    expect(code).toBe(0);
  });

  it.each(names)("%s says that its token is refused", async (name) => {
    const { code, output } = await programs[name](server.address, tls, { TOUCHSTONE_TOKEN: `${token}x` });
    expect(output).toMatch(/does not accept this client.* Check the token/);
    expect(output).not.toContain(token);
    expect(code).toBe(1);
  });

  it.each([
    ["plain text", {}, /may speak TLS/],
    ["no certificate", { tls_ca: "authority", tls_server_name: serverName }, /tls_cert/],
    ["another name", { tls_ca: "authority", tls_cert: "certificate", tls_key: "key" }, /tls_server_name/],
    ["another authority", { tls_cert: "certificate", tls_key: "key", tls_server_name: serverName }, /tls_ca/],
  ])(
    "a client with %s does not reach it and says what may be the reason",
    async (_, given: Settings, advice) => {
      const files = {
        authority: certificates.authority,
        certificate: certificates.client.certificate,
        key: certificates.client.key,
      };
      const settings = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, files[value as keyof typeof files] ?? value]),
      );
      const { code, output } = await programs["trainer check"](server.address, {
        ...settings,
        token_file: tokenFile,
      });
      expect(output).toMatch(/VERIFIER_UNREACHABLE/);
      expect(output).toMatch(advice);
      expect(code).toBe(1);
    },
  );

  it.each(names)("%s without TLS says that TLS may be the reason", async (name) => {
    const { code, output } = await programs[name](server.address, { token_file: tokenFile });
    expect(output).toMatch(/Cannot reach the verifier.*may speak TLS/);
    expect(code).toBe(1);
  });

  it.each(names)("%s refuses a certificate without its key as bad usage", async (name) => {
    const { code, output } = await programs[name](server.address, { tls_cert: "c.pem" });
    expect(output).toContain("tls_cert and tls_key belong together");
    expect(output).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });

  it.each(names)("%s refuses a file that is no certificate as bad usage", async (name) => {
    const none = { tls_cert: tokenFile, tls_key: tokenFile };
    const { code, output } = await programs[name](server.address, none);
    expect(output).toContain("The TLS files cannot be used");
    expect(code).toBe(2);
  });

  it("a run grades its samples there", async () => {
    const settings = toSets(server.address, { ...tls, token_file: tokenFile });
    const { code, output } = await run("trainer", ["run", pipeline, ...settings, "--out", "run"]);
    expect(output).toMatch(/eval/);
    expect(code, output).toBe(0);
  });
});

it.each([
  [
    "difficulty",
    "verifier",
    ["difficulty", "list", "--ledger", "x.ledger"],
    /--token-file belongs to --address/,
  ],
  ["eval", "eval", ["passk", samples], /--token-file needs a --verifier to reach/],
])("%s refuses flags of a connection that is not made", async (_, name, args, message) => {
  const { code, output } = await run(name, [...args, "--token-file", tokenFile]);
  expect(output).toMatch(message);
  expect(code).toBe(2);
});
