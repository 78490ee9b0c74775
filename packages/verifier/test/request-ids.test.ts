import { Client, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { verifierService } from "@touchstone/proto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

let server: VerifierProcess;
let client: Client;
const log: Record<string, unknown>[] = [];

beforeAll(async () => {
  const onLogLine = (line: string) => log.push(JSON.parse(line));
  server = await startVerifierProcess({ logLevel: "info", onLogLine, args: ["--http-port", "0"] });
  client = new Client(server.address, credentials.createInsecure());
});

afterAll(async () => {
  client?.close();
  await server?.stop();
});

const logged = (requestId: unknown) =>
  log.filter((line) => line["msg"] === "call" && line["requestId"] === requestId);
const fresh = expect.stringMatching(/^[0-9a-f-]{36}$/);

function metadataOf(requestId: string | undefined): Metadata {
  const metadata = new Metadata();
  if (requestId !== undefined) metadata.set("x-request-id", requestId);
  return metadata;
}

/** The id in the trailing metadata of a unary call, whatever becomes of it. */
async function callUnary(request: object, given: string | undefined): Promise<unknown> {
  const { path, requestSerialize, responseDeserialize } = verifierService.GradeAnswers;
  return new Promise((resolve) => {
    const call = client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request as never,
      metadataOf(given),
      (_: ServiceError | null) => {},
    );
    call.once("status", ({ metadata }) => resolve(metadata.get("x-request-id")[0]));
  });
}

async function callStream(requests: readonly object[], given: string | undefined): Promise<unknown> {
  const { path, requestSerialize, responseDeserialize } = verifierService.StreamRollouts;
  const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, metadataOf(given));
  call.on("error", () => {});
  call.resume();
  for (const request of requests) call.write(request as never);
  call.end();
  return new Promise((resolve) => {
    call.once("status", ({ metadata }) => resolve(metadata.get("x-request-id")[0]));
  });
}

const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
  const reply = await fetch(`http://${server.httpAddress}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  await reply.text();
  return reply.headers.get("x-request-id");
};

const good = { items: [{ id: "1", golds: ["1"], answer: "1" }] };
const bad = { items: [good.items[0], good.items[0]] };
const batch = { groups: [{ problemId: "p", golds: ["1"], rollouts: [{ id: "r", response: "\\boxed{1}" }] }] };

describe("the id of a request", () => {
  test.each([
    ["a call", () => callUnary(good, "run-1"), "run-1", ["OK"]],
    ["a call that fails", () => callUnary(bad, "run-2"), "run-2", ["INVALID_ARGUMENT"]],
    ["a call without one", () => callUnary(good, undefined), fresh, ["OK"]],
    ["a call whose id is too long", () => callUnary(good, "x".repeat(129)), fresh, ["OK"]],
    ["a stream", () => callStream([batch, batch], "run-3"), "run-3", ["OK", "OK"]],
    [
      "a stream that fails",
      () => callStream([batch, { ...batch, admission: "?" }], "run-4"),
      "run-4",
      ["OK", "INVALID_ARGUMENT"],
    ],
    [
      "a call over HTTP",
      () =>
        post("/touchstone.verifier.v1.Verifier/GradeAnswers", JSON.stringify(good), {
          "x-request-id": "run-5",
        }),
      "run-5",
      ["OK"],
    ],
    [
      "a call over HTTP that fails",
      () => post("/touchstone.verifier.v1.Verifier/GradeAnswers", "{"),
      fresh,
      ["INVALID_ARGUMENT"],
    ],
  ])("of %s goes back to its caller and stands in the log", async (_, call, expected, codes) => {
    const id = await call();
    expect(id).toEqual(expected);
    await vi.waitFor(() => expect(logged(id).map(({ code }) => code)).toEqual(codes));
  });

  test("of what is no call goes back as well", async () => {
    expect(await post("/nowhere", "", { "x-request-id": "run-6" })).toBe("run-6");
  });

  test("of a stream is told apart by the place of the message", async () => {
    const id = await callStream([batch, batch, batch], undefined);
    await vi.waitFor(() => expect(logged(id).map(({ message }) => message)).toEqual([0, 1, 2]));
  });
});
