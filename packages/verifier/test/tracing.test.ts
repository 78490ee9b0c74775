import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { Client, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { verifierService } from "@touchstone/proto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type StartVerifierOptions,
  startVerifierProcess,
  type VerifierProcess,
} from "../src/start-process.ts";
import { openTracer, unavailable } from "../src/tracing/open-tracer.ts";

interface Span {
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly status: { readonly code?: number };
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly resource: Readonly<Record<string, string | number>>;
}

type Encoded = { key: string; value: { stringValue?: string; intValue?: number; doubleValue?: number } }[];

const readAttributes = (encoded: Encoded) =>
  Object.fromEntries(
    encoded.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.doubleValue ?? ""]),
  );

/** An OTLP/HTTP receiver: https://opentelemetry.io/docs/specs/otlp/#otlphttp, JSON form. */
class Receiver {
  readonly spans: Span[] = [];
  readonly bodies: string[] = [];
  readonly #server: Server = createServer(async (request, response) => {
    const body = (await json(request)) as {
      resourceSpans: {
        resource: { attributes: Encoded };
        scopeSpans: { spans: (Omit<Span, "attributes"> & { attributes: Encoded })[] }[];
      }[];
    };
    expect([request.method, request.url]).toEqual(["POST", "/v1/traces"]);
    this.bodies.push(JSON.stringify(body));
    for (const { resource, scopeSpans } of body.resourceSpans)
      for (const span of scopeSpans.flatMap(({ spans }) => spans))
        this.spans.push({
          ...span,
          attributes: readAttributes(span.attributes),
          resource: readAttributes(resource.attributes),
        });
    response.setHeader("content-type", "application/json").end("{}");
  });

  async open(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

let receiver: Receiver;
let endpoint: string;
const log: Record<string, unknown>[] = [];
const running: VerifierProcess[] = [];

beforeEach(async () => {
  log.length = 0;
  receiver = new Receiver();
  endpoint = await receiver.open();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(running.splice(0).map((server) => server.stop()));
  receiver.close();
});

async function start(options: StartVerifierOptions = {}): Promise<VerifierProcess> {
  const onLogLine = (line: string) => log.push(JSON.parse(line));
  const server = await startVerifierProcess({ logLevel: "info", onLogLine, ...options });
  running.push(server);
  return server;
}

const traceId = "0af7651916cd43dd8448eb211c80319c";
const parent = { traceparent: `00-${traceId}-b7ad6b7169203331-01`, tracestate: "vendor=1" };

function call(
  address: string,
  request: object,
  headers: Record<string, string> = {},
): Promise<ServiceError | null> {
  const client = new Client(address, credentials.createInsecure());
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(headers)) metadata.set(key, value);
  const { path, requestSerialize, responseDeserialize } = verifierService.GradeAnswers;
  return new Promise((resolve) => {
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request as never,
      metadata,
      (error) => {
        client.close();
        resolve(error);
      },
    );
  });
}

const items = [
  { id: "SECRET", golds: ["SECRET", "1"], response: "SECRET \\boxed{1}" },
  { id: "2", golds: ["1"], response: "\\boxed{2}" },
];

describe("with a receiver of traces", () => {
  test("every call is a span under its caller's, with what it came to and none of its text", async () => {
    const args = ["--otlp-endpoint", `${endpoint}/`, "--http-port", "0", "--workers", "1"];
    const server = await start({ args });
    await call(server.address, { items }, { ...parent, "x-request-id": "run-1" });
    await call(server.address, { items: [items[0], items[0]] });
    await fetch(`http://${server.httpAddress}/touchstone.verifier.v1.Verifier/GradeAnswers`, {
      method: "POST",
      headers: { "content-type": "application/json", ...parent, "x-request-id": "run-2" },
      body: JSON.stringify({ items }),
    });
    // What is left is sent at the end.
    await server.stop();
    const byRequest = (id: string) =>
      receiver.spans.find(({ attributes }) => attributes["touchstone.request_id"] === id);
    for (const id of ["run-1", "run-2"])
      expect(byRequest(id)).toMatchObject({
        traceId,
        parentSpanId: "b7ad6b7169203331",
        name: "touchstone.verifier.v1.Verifier/GradeAnswers",
        kind: 2, // SERVER
        attributes: {
          "rpc.method": "GradeAnswers",
          "rpc.grpc.status_code": 0,
          "touchstone.items": 2,
          "touchstone.correct": 1,
          "touchstone.incorrect": 1,
          "touchstone.queue_wait_ms": expect.any(Number),
        },
        resource: { "service.name": "touchstone-verifier" },
      });
    expect(byRequest("run-1")?.attributes["touchstone.queue_wait_ms"]).toBeGreaterThanOrEqual(0);
    const alone = receiver.spans.filter((span) => span.traceId !== traceId);
    expect(alone).toMatchObject([{ attributes: { "rpc.grpc.status_code": 3 }, status: {} }]);
    expect(alone[0]).not.toHaveProperty("parentSpanId");
    expect(receiver.bodies.join()).not.toContain("SECRET");
    const logged = log.filter(({ msg }) => msg === "call").map((line) => line["traceId"]);
    expect(logged).toEqual([traceId, alone[0]?.traceId, traceId]);
  });

  test("the environment of OpenTelemetry names the receiver and the service", async () => {
    vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
    vi.stubEnv("OTEL_SERVICE_NAME", "grader-7");
    const server = await start();
    await call(server.address, { items });
    await server.stop();
    expect(receiver.spans).toMatchObject([{ resource: { "service.name": "grader-7" } }]);
  });

  test.each([["00-0-0-00"], ["x".repeat(600)], ["00-00000000000000000000000000000000-b7ad6b7169203331-01"]])(
    "a trace context that is none (%s) begins a trace of its own",
    async (traceparent) => {
      const server = await start({ args: ["--otlp-endpoint", endpoint] });
      expect(await call(server.address, { items }, { traceparent })).toBeNull();
      await server.stop();
      expect(receiver.spans).toHaveLength(1);
      expect(receiver.spans[0]).not.toHaveProperty("parentSpanId");
    },
  );
});

test("a receiver that is away costs no call, is told in the log, and holds no stop up", async () => {
  receiver.close();
  const server = await start({ args: ["--otlp-endpoint", endpoint] });
  expect(await call(server.address, { items })).toBeNull();
  await server.stop();
  expect(server.process.exitCode).toBe(0);
  expect(log.some(({ msg }) => msg === "tracing" || msg === "traces were not sent")).toBe(true);
});

test("without a receiver there is no tracer", async () => {
  const nothing = undefined as never;
  expect(await openTracer({}, {}, nothing)).toBeUndefined();
  const disabled = { OTEL_SDK_DISABLED: "true", OTEL_EXPORTER_OTLP_ENDPOINT: endpoint };
  expect(await openTracer({}, disabled, nothing)).toBeUndefined();
});

test("missing packages are named", () => {
  const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
  expect(unavailable(missing)).toMatchObject({
    code: "TRACING_UNAVAILABLE",
    message: expect.stringContaining("npm install @opentelemetry/api@1.9 @opentelemetry/core@2"),
  });
  const other = new Error("defect");
  expect(unavailable(other)).toBe(other);
});

test("an address that is none is refused", async () => {
  const refused = startVerifierProcess({ args: ["--otlp-endpoint", "localhost:4318"], onLogLine() {} });
  await expect(refused).rejects.toThrow(/--otlp-endpoint must be an address/);
});
