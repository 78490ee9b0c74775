import { once } from "node:events";
import { connect } from "node:http2";
import { credentials, loadPackageDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { createVerifierClient, type RetryNotice, type VerifierClientError } from "@touchstone/proto";
import { protoPath as healthProto } from "grpc-health-check";
import { afterEach, expect, test } from "vitest";
import {
  type StartVerifierOptions,
  startVerifierProcess,
  type VerifierProcess,
} from "../src/start-process.ts";

const running: VerifierProcess[] = [];
const closers: (() => void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

/** Resolves once the log says that a call of the method has reached the server. */
function watchForCall(method: string): { onLogLine: (line: string) => void; started: Promise<void> } {
  let arrived = () => {};
  const started = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const onLogLine = (line: string) => {
    const entry = JSON.parse(line);
    if (entry.msg === "call started" && entry.method === method) arrived();
  };
  return { onLogLine, started };
}

async function start(options: StartVerifierOptions = {}): Promise<VerifierProcess> {
  const server = await startVerifierProcess({ logLevel: "error", ...options });
  running.push(server);
  return server;
}

function connectTo(address: string, options: Partial<Parameters<typeof createVerifierClient>[0]> = {}) {
  const client = createVerifierClient({ address, ...options });
  closers.push(() => client.close());
  return client;
}

const manyItems = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    golds: ["(x+1)^3"],
    answer: "x^3+3x^2+3x+1",
  }));

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: VerifierClientError) => error,
  );

test("a client that waits gets its verdicts from a server killed and started again", async () => {
  const { onLogLine, started } = watchForCall("GradeAnswers");
  const first = await start({ logLevel: "debug", onLogLine });
  const port = Number(first.address.split(":")[1]);
  const notices: RetryNotice[] = [];
  const client = connectTo(first.address, {
    retry: { maxAttempts: Number.POSITIVE_INFINITY, initialBackoffMs: 50, maxBackoffMs: 300 },
    onRetry: (notice) => notices.push(notice),
  });
  const pending = client.gradeAnswers({ items: manyItems(10_000) });
  await started;
  first.process.kill("SIGKILL");
  await once(first.process, "close");
  while (notices.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(notices[0]?.code).toBe("UNAVAILABLE");
  await start({ port });
  const { verdicts } = await pending;
  expect(verdicts).toHaveLength(10_000);
  expect(verdicts.every(({ score }) => score?.correct)).toBe(true);
});

test("a message over the server's limit is refused with a hint, once", async () => {
  const server = await start({ args: ["--max-message-mib", "1"] });
  const client = connectTo(server.address, { retry: { maxAttempts: 5 } });
  const error = await caught(
    client.gradeAnswers({ items: [{ golds: ["1"], response: "x".repeat(2_000_000) }] }),
  );
  expect(error).toMatchObject({ code: "RESOURCE_EXHAUSTED", attempts: 1 });
  expect((await client.gradeAnswers({ items: manyItems(2) })).verdicts).toHaveLength(2);
});

test("a batch over the server's limit names the flag that raises it", async () => {
  const server = await start({ args: ["--max-items", "10"] });
  const error = await caught(connectTo(server.address).gradeAnswers({ items: manyItems(11) }));
  expect(error?.code).toBe("INVALID_ARGUMENT");
  expect(error?.details).toContain("--max-items");
});

test("a passed deadline and a cancelled call stop the work", async () => {
  const ended: string[] = [];
  const server = await start({
    logLevel: "info",
    onLogLine: (line) => {
      const { msg, method, code } = JSON.parse(line);
      if (msg === "call" && method === "GradeAnswers") ended.push(code);
    },
  });
  const client = connectTo(server.address);
  await client.waitForReady(10_000);
  // Minutes of work in a small message.
  const items = Array.from({ length: 100_000 }, () => ({
    golds: ["\\sqrt{5+2\\sqrt{6}}+\\sin(1)"],
    answer: "\\sqrt{2}+\\sqrt{3}+\\sin(1)",
  }));
  const late = await caught(client.gradeAnswers({ items }, { deadlineMs: 3_000 }));
  expect(late?.code).toBe("DEADLINE_EXCEEDED");
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 3_000);
  const stopped = await caught(client.gradeAnswers({ items }, { signal: controller.signal }));
  expect(stopped?.code).toBe("CANCELLED");
  while (ended.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ended).toEqual(["CANCELLED", "CANCELLED"]);
  expect((await client.gradeAnswers({ items: manyItems(3) })).verdicts).toHaveLength(3);
});

test("a stop signal lets a call finish and refuses new ones", async () => {
  const { onLogLine, started } = watchForCall("GradeAnswers");
  const server = await start({ logLevel: "debug", onLogLine });
  const client = connectTo(server.address, { retry: { maxAttempts: 1 } });
  const pending = client.gradeAnswers({ items: manyItems(5_000) });
  await started;
  server.process.kill("SIGTERM");
  expect((await pending).verdicts).toHaveLength(5_000);
  const [code] = await once(server.process, "close");
  expect(code).toBe(0);
  expect((await caught(client.describe()))?.code).toBe("UNAVAILABLE");
});

test("a server started as a child ends when its parent's pipe closes", async () => {
  const server = await start();
  server.process.stdin?.end();
  const [code] = await once(server.process, "close");
  expect(code).toBe(0);
});

test("a server that cannot start says why", async () => {
  const { address } = await start();
  const port = Number(address.split(":")[1]);
  const taken = startVerifierProcess({ port, onLogLine: () => {} });
  await expect(taken).rejects.toMatchObject({ code: "START_FAILED" });
  await expect(taken).rejects.toThrow(/Cannot listen on 127.0.0.1:\d+/);
  // Nothing that was opened before keeps the process from ending.
  const args = [
    "--workers",
    "1",
    "--spare-workers",
    "0",
    "--metrics-port",
    "0",
    "--otlp-endpoint",
    "http://127.0.0.1:9",
  ];
  const withWorkers = startVerifierProcess({ port, args, onLogLine: () => {} });
  await expect(withWorkers).rejects.toThrow(/exit code 1[\s\S]*Cannot listen/);
  const doorTaken = startVerifierProcess({
    args: [...args, "--http-port", String(port)],
    onLogLine: () => {},
  });
  await expect(doorTaken).rejects.toThrow(/exit code 1[\s\S]*another --http-port/);
  const mistyped = startVerifierProcess({ args: ["--max-itmes", "5"], onLogLine: () => {} });
  await expect(mistyped).rejects.toThrow(/exit code 2[\s\S]*Did you mean --max-items\?/);
});

test("health checks and reflection answer", async () => {
  const { address } = await start();
  const plain = credentials.createInsecure();
  // biome-ignore lint/suspicious/noExplicitAny: a client loaded at run time has no types.
  const { grpc } = loadPackageDefinition(loadSync(healthProto)) as any;
  const health = new grpc.health.v1.Health(address, plain);
  closers.push(() => health.close());
  for (const service of ["", "touchstone.verifier.v1.Verifier"]) {
    const reply = await new Promise<{ status: number }>((resolve, reject) =>
      health.Check({ service }, (error: Error | null, value: { status: number }) =>
        error === null ? resolve(value) : reject(error),
      ),
    );
    // SERVING = 1
    expect(reply.status).toBe(1);
  }
  for (const version of ["v1", "v1alpha"]) {
    expect(await listServices(address, version)).toContain("touchstone.verifier.v1.Verifier");
  }
});

/** Asks the reflection service over bare HTTP/2 for its list of services; returns the raw reply as text. */
async function listServices(address: string, version: string): Promise<string> {
  const session = connect(`http://${address}`);
  closers.push(() => session.destroy());
  const stream = session.request({
    ":method": "POST",
    ":path": `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
    "content-type": "application/grpc",
    te: "trailers",
  });
  // ServerReflectionRequest { list_services = 7: "" }, in one gRPC frame.
  stream.end(Buffer.from([0, 0, 0, 0, 2, 0x3a, 0x00]));
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("latin1");
}
