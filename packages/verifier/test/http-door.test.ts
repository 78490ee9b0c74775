import { once } from "node:events";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { createVerifierClient, type VerifierClient } from "@touchstone/proto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

let server: VerifierProcess;
let small: VerifierProcess;
let client: VerifierClient;

beforeAll(async () => {
  const limits = [
    "--http-max-body-mib",
    "1",
    "--http-body-timeout-ms",
    "400",
    "--http-stream-idle-ms",
    "600",
  ];
  [server, small] = await Promise.all([
    startVerifierProcess({ logLevel: "error", args: ["--http-port", "0"] }),
    startVerifierProcess({
      logLevel: "silent",
      args: ["--http-port", "0", ...limits, "--http-max-buffered-mib", "1", "--http-max-connections", "8"],
    }),
  ]);
  client = createVerifierClient({ address: server.address });
});

afterAll(async () => {
  client?.close();
  await Promise.all([server?.stop(), small?.stop()]);
});

const rpc = (name: string) => `/touchstone.verifier.v1.Verifier/${name}`;
const json = { "content-type": "application/json" };

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const reply = await fetch(`http://${server.httpAddress}${path}`, {
    method: "POST",
    headers: { ...json, ...headers },
    body: text,
  });
  return {
    status: reply.status,
    headers: reply.headers,
    body: (await reply.json()) as Record<string, unknown>,
  };
}

/** 64-bit numbers are strings in JSON; unset messages are left out of it and null in the client. */
function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, content: unknown) => {
      if (content === null || key.startsWith("_") || key === "outcome" || key === "candidate")
        return undefined;
      if (["fuelUsed", "seed", "maxMessageBytes", "fuelPerItem"].includes(key)) return Number(content);
      return content;
    }),
  );
}

test("each RPC gives over HTTP what it gives over gRPC", async () => {
  const graded = {
    items: [
      { id: "1", golds: ["1/2"], response: "so \\boxed{0.5}" },
      { id: "2", golds: [], answer: "3" },
      { id: "3", golds: ["2"], answer: "3", policy: { place: "ANSWER_PLACE_BOX" as const } },
    ],
  };
  expect(comparable((await post(rpc("GradeAnswers"), graded)).body)).toEqual(
    comparable(await client.gradeAnswers(graded)),
  );
  const scored = {
    batchId: "b1",
    groups: [
      {
        problemId: "p",
        problem: "2+2",
        golds: ["4"],
        rollouts: [{ response: "\\boxed{4}" }, { response: "5" }],
      },
    ],
  };
  expect(comparable((await post(rpc("ScoreRollouts"), scored)).body)).toEqual(
    comparable(await client.scoreRollouts(scored)),
  );
  const traced = { items: [{ id: "t", problem: "3 and 4", trace: "3 * 4 = 13.\nThe answer is 13." }] };
  const overHttp = (await post(rpc("CheckSteps"), traced)).body as {
    verdicts: { report: { steps: { outcome: string }[]; validity: string } }[];
  };
  const { verdicts } = await client.checkSteps(traced);
  expect(overHttp.verdicts[0]?.report.validity).toBe(verdicts[0]?.report?.validity);
  expect(overHttp.verdicts[0]?.report.steps.map(({ outcome }) => outcome)).toEqual(
    verdicts[0]?.report?.steps.map(({ outcome }) => outcome),
  );
  const described = (await post(rpc("Describe"), {})).body;
  expect(described["methods"]).toEqual((await client.describe()).methods);
});

test("the ledger over HTTP: import, read, list, select", async () => {
  const policy_stream = "http-run";
  const problems = [{ problem_id: "a", rollouts: 16, correct: 8 }];
  const imported = await post(rpc("ImportDifficulty"), { batch_id: "i", policy_stream, problems });
  expect(imported.body).toEqual({ imported: 1, repeated: false });
  const got = await post(rpc("GetDifficulty"), { policy_stream, problem_ids: ["a"] });
  expect(got.body["problems"]).toMatchObject([{ problemId: "a", evidence: 16, visits: "0" }]);
  const listed = await post(rpc("ListDifficulty"), {});
  expect(listed.body["policyStreams"]).toContain(policy_stream);
  const chosen = await post(rpc("SelectProblems"), { policy_stream, problem_ids: ["a"], count: 1 });
  expect(chosen.body["problems"]).toMatchObject([{ problemId: "a" }]);
  const conflict = await post(rpc("ImportDifficulty"), { batch_id: "i", policy_stream, problems: [] });
  expect(conflict).toMatchObject({ status: 409, body: { code: "already_exists" } });
});

test.each<[string, string, string, Record<string, string>, number, string]>([
  ["no JSON", rpc("GradeAnswers"), "{", {}, 400, "no valid JSON"],
  ["an empty body", rpc("GradeAnswers"), "", {}, 400, "empty"],
  ["an unknown field", rpc("GradeAnswers"), '{"item":[]}', {}, 400, 'Did you mean "items"'],
  [
    "a form",
    rpc("GradeAnswers"),
    "{}",
    { "content-type": "application/x-www-form-urlencoded" },
    415,
    "content-type",
  ],
  ["plain text", rpc("GradeAnswers"), "{}", { "content-type": "text/plain" }, 415, "application/json"],
  ["a compressed body", rpc("GradeAnswers"), "{}", { "content-encoding": "gzip" }, 415, "Compressed"],
  ["no such address", "/v1/nothing", "{}", {}, 404, "/openapi.json"],
  ["a post to the page", "/", "{}", {}, 405, "GET"],
  ["a deadline in words", rpc("Describe"), "{}", { "connect-timeout-ms": "soon" }, 400, "milliseconds"],
  ["repeated ids", rpc("GradeAnswers"), '{"items":[{"id":"a"},{"id":"a"}]}', {}, 400, "share the id"],
])("%s is refused with what to do", async (_name, path, body, headers, status, message) => {
  const reply = await post(path, body, headers);
  expect([reply.status, String(reply.body["message"])]).toEqual([status, expect.stringContaining(message)]);
});

test("another host name is refused on loopback; addresses and localhost are not", async () => {
  const statusFor = async (host: string) => {
    const sent = httpRequest({ ...hostAndPort(server), path: "/", headers: { host } });
    const reply = await sendAll(sent);
    return reply.status;
  };
  expect(await statusFor("evil.example:8080")).toBe(403);
  expect(await statusFor("127.0.0.1.evil.example")).toBe(403);
  expect(await statusFor("localhost:1")).toBe(200);
  expect(await statusFor("127.0.0.1:8080")).toBe(200);
  expect(await statusFor("[::1]:8080")).toBe(200);
});

test("a passed deadline stops the work and says so", async () => {
  const items = Array.from({ length: 20_000 }, () => ({ golds: ["(x+1)^9"], answer: "(1+x)^9" }));
  const reply = await post(rpc("GradeAnswers"), { items }, { "connect-timeout-ms": "30" });
  expect(reply).toMatchObject({ status: 504, body: { code: "deadline_exceeded" } });
});

test("a stream answers line by line, waits for its reader, and ends at the first wrong line", async () => {
  const { host, port } = hostAndPort(server);
  const sent = httpRequest({
    host,
    port,
    path: rpc("StreamRollouts"),
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
  });
  sent.flushHeaders();
  const [reply] = (await once(sent, "response")) as [IncomingMessage];
  reply.setEncoding("utf8");
  const lines = readLines(reply);
  for (const batchId of ["one", "two"]) {
    sent.write(`${JSON.stringify({ batchId, groups: [] })}\n`);
    expect(JSON.parse((await lines.next()).value!)).toMatchObject({ batchId, groups: [] });
  }
  sent.end('{"batchId": 7}\n{"batchId":"never"}');
  expect(JSON.parse((await lines.next()).value!)).toEqual({
    error: { code: "invalid_argument", message: "batchId must be a string, and is 7." },
  });
  expect((await lines.next()).done).toBe(true);
});

// ------------------------------------------------------------------------------------------ limits

test("a body over the limit is refused, whether it says its length or not", async () => {
  const large = JSON.stringify({ items: [{ answer: "x".repeat(1_200_000) }] });
  const { host, port } = hostAndPort(small);
  const options = { host, port, path: rpc("GradeAnswers"), method: "POST" };
  const told = httpRequest({ ...options, headers: { ...json, "content-length": large.length } });
  told.flushHeaders();
  expect((await readReply(told)).status).toBe(413);
  told.destroy();
  const untold = httpRequest({ ...options, headers: json });
  untold.end(large);
  const reply = await readReply(untold);
  expect([reply.status, reply.body]).toEqual([413, expect.stringContaining("--http-max-body-mib")]);
});

test("bytes held over all connections are bounded, and given back", async () => {
  const { host, port } = hostAndPort(small);
  const open = () => {
    const sent = httpRequest({ host, port, path: rpc("GradeAnswers"), method: "POST", headers: json });
    sent.on("error", () => {});
    sent.write(`{"items":[{"answer":"${"x".repeat(600_000)}`);
    return sent;
  };
  const first = open();
  // Time for the first to be held.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await readReply(open())).status).toBe(503);
  first.destroy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const again = httpRequest({ host, port, path: rpc("GradeAnswers"), method: "POST", headers: json });
  again.end(`{"items":[{"golds":["1"],"answer":"${"x".repeat(600_000)}"}]}`);
  expect((await readReply(again)).status).toBe(200);
});

test("a body that trickles is cut off, and so is a stream that says nothing", async () => {
  const { host, port } = hostAndPort(small);
  const slow = httpRequest({ host, port, path: rpc("GradeAnswers"), method: "POST", headers: json });
  slow.on("error", () => {});
  const drip = setInterval(() => slow.write(" "), 50);
  const reply = await readReply(slow);
  clearInterval(drip);
  expect(reply.status).toBe(408);
  slow.destroy();

  const silent = httpRequest({
    host,
    port,
    path: rpc("StreamRollouts"),
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
  });
  silent.on("error", () => {});
  silent.flushHeaders();
  const [stream] = (await once(silent, "response")) as [IncomingMessage];
  const startedAt = performance.now();
  await new Promise((resolve) => stream.on("error", resolve).resume());
  expect(performance.now() - startedAt).toBeGreaterThan(300);
});

test("headers that trickle and connections over the limit are closed", async () => {
  const { host, port } = hostAndPort(small);
  const sockets: Socket[] = [];
  const closed = new Set<Socket>();
  for (let index = 0; index < 12; index++) {
    const socket = connect(port, host);
    socket
      .on("error", () => {})
      .on("close", () => closed.add(socket))
      .resume();
    socket.write("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    sockets.push(socket);
  }
  await expect.poll(() => closed.size, { timeout: 5_000 }).toBeGreaterThanOrEqual(4);
  await expect.poll(() => closed.size, { timeout: 15_000 }).toBe(12);
  const reply = await fetch(`http://${small.httpAddress}/`);
  expect(reply.status).toBe(200);
}, 30_000);

test.each([
  ["deep nesting", `{"items":[${"[".repeat(200_000)}${"]".repeat(200_000)}]}`],
  ["a million empty items", `{"items":[${"{},".repeat(340_000)}{}]}`],
  ["a prototype", '{"__proto__":{"items":[]},"constructor":{"prototype":{"items":1}}}'],
  ["bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
])("%s harms nobody else", async (_name, body) => {
  const { host, port } = hostAndPort(small);
  const sent = httpRequest({ host, port, path: rpc("GradeAnswers"), method: "POST", headers: json });
  sent.end(body);
  const [hostile, other] = await Promise.all([readReply(sent), fetch(`http://${small.httpAddress}/`)]);
  expect(hostile.status).toBe(400);
  expect(other.status).toBe(200);
});

test("bytes that are no HTTP end their connection alone", async () => {
  const { host, port } = hostAndPort(small);
  const socket = connect(port, host);
  socket.end("\u0000\u0001GET\r\n\r\n");
  const [answer] = (await once(socket, "data")) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 400/);
  expect((await fetch(`http://${small.httpAddress}/`)).status).toBe(200);
});

test("a stop lets a call in flight finish and takes no new connection", async () => {
  let arrived = () => {};
  const isInFlight = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const stopping = await startVerifierProcess({
    logLevel: "debug",
    args: ["--http-port", "0"],
    onLogLine: (line) => {
      if (line.includes('"call started"')) arrived();
    },
  });
  const items = Array.from({ length: 3_000 }, () => ({ golds: ["(x+1)^5"], answer: "(1+x)^5" }));
  const pending = fetch(`http://${stopping.httpAddress}${rpc("GradeAnswers")}`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ items }),
  });
  await isInFlight;
  const stopped = stopping.stop();
  const { verdicts } = (await (await pending).json()) as { verdicts: unknown[] };
  expect(verdicts).toHaveLength(3_000);
  await stopped;
  await expect(fetch(`http://${stopping.httpAddress}/`)).rejects.toThrow();
});

function hostAndPort({ httpAddress }: VerifierProcess): { host: string; port: number } {
  const [host, port] = httpAddress!.split(":");
  return { host: host!, port: Number(port) };
}

function sendAll(sent: ClientRequest) {
  sent.end();
  return readReply(sent);
}

async function readReply(sent: ClientRequest): Promise<{ status: number; body: string }> {
  const [reply] = (await once(sent, "response")) as [IncomingMessage];
  let body = "";
  for await (const chunk of reply) body += String(chunk);
  return { status: reply.statusCode!, body };
}

async function* readLines(reply: IncomingMessage): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of reply) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
}
