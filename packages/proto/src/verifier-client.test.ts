import { Metadata, Server, ServerCredentials, type ServiceError, status } from "@grpc/grpc-js";
import { afterEach, expect, test } from "vitest";
import { ProtoError, VerifierClientError } from "./errors.ts";
import { verifierService } from "./load-contract.ts";
import type { RetryNotice } from "./retry.ts";
import type { VerifierHandlers } from "./server-messages.ts";
import { createVerifierClient, type VerifierClient } from "./verifier-client.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listen(
  grade: VerifierHandlers["GradeAnswers"],
  port = 0,
): Promise<{ address: string; server: Server }> {
  const server = new Server();
  const refuse: VerifierHandlers["Describe"] = (_call, callback) => callback({ code: status.UNIMPLEMENTED });
  server.addService(verifierService, { GradeAnswers: grade, Describe: refuse, ScoreRollouts: refuse });
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, chosen) => {
      if (error === null) resolve(chosen);
      else reject(error);
    });
  });
  closers.push(() => server.forceShutdown());
  return { address: `127.0.0.1:${bound}`, server };
}

function connect(
  address: string,
  options: Partial<Parameters<typeof createVerifierClient>[0]> = {},
): VerifierClient {
  const retry = { initialBackoffMs: 5, maxBackoffMs: 50, ...options.retry };
  const client = createVerifierClient({ address, jitterSeed: 1, ...options, retry });
  closers.push(() => client.close());
  return client;
}

const echo: VerifierHandlers["GradeAnswers"] = (call, callback) =>
  callback(null, { verdicts: call.request.items.map(({ id }) => ({ id, reason: "equal" })) });

const oneItem = { items: [{ id: "a", golds: ["1"], answer: "1" }] };

async function catchError(promise: Promise<unknown>): Promise<VerifierClientError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(VerifierClientError);
  return error as VerifierClientError;
}

test("a call returns the verdicts, and the token travels", async () => {
  const tokens: unknown[] = [];
  const { address } = await listen((call, callback) => {
    tokens.push(...call.metadata.get("authorization"));
    echo(call, callback);
  });
  const client = connect(address, { token: "secret" });
  await client.waitForReady(5_000);
  const { verdicts } = await client.gradeAnswers(oneItem);
  expect(verdicts.map(({ id, reason }) => [id, reason])).toEqual([["a", "equal"]]);
  expect(tokens).toEqual(["Bearer secret"]);
});

test("a busy server is asked again, when it says so", async () => {
  let calls = 0;
  const { address } = await listen((call, callback) => {
    if (++calls === 3) return echo(call, callback);
    const metadata = new Metadata();
    metadata.set("grpc-retry-pushback-ms", "7");
    callback({ code: status.RESOURCE_EXHAUSTED, details: "queue full", metadata } as Partial<ServiceError>);
  });
  const notices: RetryNotice[] = [];
  await connect(address, { onRetry: (notice) => notices.push(notice) }).gradeAnswers(oneItem);
  expect(notices).toEqual(
    [1, 2].map((attempt) => ({ attempt, delayMs: 7, code: "RESOURCE_EXHAUSTED", message: "queue full" })),
  );
});

test("a negative push-back ends the attempts", async () => {
  let calls = 0;
  const { address } = await listen((_call, callback) => {
    calls++;
    const metadata = new Metadata();
    metadata.set("grpc-retry-pushback-ms", "-1");
    callback({ code: status.UNAVAILABLE, details: "go away", metadata } as Partial<ServiceError>);
  });
  expect((await catchError(connect(address).gradeAnswers(oneItem))).code).toBe("UNAVAILABLE");
  expect(calls).toBe(1);
});

test("nobody listening: the error says where and what to do", async () => {
  const { address, server } = await listen(echo);
  server.forceShutdown();
  const error = await catchError(connect(address, { retry: { maxAttempts: 3 } }).gradeAnswers(oneItem));
  expect(error).toMatchObject({ code: "UNAVAILABLE", attempts: 3, address });
  expect(error.message).toContain(`Cannot reach the verifier at ${address}`);
  expect(error.message).toContain("touchstone-verifier serve");
  const notReady = await catchError(connect(address).waitForReady(100));
  expect(notReady.code).toBe("UNAVAILABLE");
  expect(notReady.message).toMatch(/No connection within 100 ms.*ECONNREFUSED.*touchstone-verifier serve/);
});

test("a client that waits comes through when the server comes back", async () => {
  const first = await listen(echo);
  first.server.forceShutdown();
  const notices: RetryNotice[] = [];
  const client = connect(first.address, {
    retry: { maxAttempts: Number.POSITIVE_INFINITY },
    onRetry: (notice) => notices.push(notice),
  });
  const pending = client.gradeAnswers(oneItem);
  while (notices.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
  await listen(echo, Number(first.address.split(":")[1]));
  expect((await pending).verdicts).toHaveLength(1);
});

test("a message over the limit is not sent again and again", async () => {
  const { address } = await listen(echo);
  const client = connect(address, { retry: { maxAttempts: Number.POSITIVE_INFINITY } });
  const error = await catchError(
    client.gradeAnswers({ items: [{ id: "a", golds: ["1"], response: "x".repeat(5_000_000) }] }),
  );
  expect(error).toMatchObject({ code: "RESOURCE_EXHAUSTED", attempts: 1 });
  expect(error.message).toContain("Send smaller batches");
  const small = connect(address, { maxMessageBytes: 1000 });
  const unsent = await catchError(
    small.gradeAnswers({ items: [{ golds: ["1"], response: "x".repeat(2000) }] }),
  );
  expect(unsent).toMatchObject({ code: "RESOURCE_EXHAUSTED", attempts: 1 });
});

test("deadlines and signals end a call that hangs", async () => {
  let cancelled = 0;
  const { address } = await listen((call) => {
    call.on("cancelled", () => cancelled++);
  });
  const client = connect(address);
  const late = await catchError(client.gradeAnswers(oneItem, { deadlineMs: 50 }));
  expect(late.code).toBe("DEADLINE_EXCEEDED");
  expect(late.message).toContain("within 50 ms");
  const controller = new AbortController();
  const pending = catchError(client.gradeAnswers(oneItem, { signal: controller.signal }));
  setTimeout(() => controller.abort(new Error("enough")), 30);
  const stopped = await pending;
  expect(stopped.code).toBe("CANCELLED");
  expect(String(stopped.cause)).toContain("enough");
  expect((await catchError(client.gradeAnswers(oneItem, { signal: controller.signal }))).code).toBe(
    "CANCELLED",
  );
  while (cancelled < 2) await new Promise((resolve) => setTimeout(resolve, 5));
});

test("verdicts in another order are an error, never rewards", async () => {
  const { address } = await listen((call, callback) =>
    callback(null, { verdicts: call.request.items.map(({ id }) => ({ id })).reverse() }),
  );
  const pending = connect(address).gradeAnswers({ items: [{ id: "a" }, { id: "b" }] });
  await expect(pending).rejects.toThrow(ProtoError);
  await expect(pending).rejects.toMatchObject({ code: "RESPONSE_MISMATCH" });
});

test("contradictory settings are refused at once", () => {
  const create = (options: object) => () => createVerifierClient({ address: "127.0.0.1:1", ...options });
  expect(create({ retry: { maxAttempts: 0 } })).toThrow(/maxAttempts >= 1/);
  expect(create({ tls: { certFile: "a.pem" } })).toThrow(/belong together/);
  expect(create({ tls: { caFile: "/nonexistent/ca.pem" } })).toThrow(/Cannot read the PEM file/);
});
