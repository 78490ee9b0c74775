import { status } from "@grpc/grpc-js";
import {
  type Attributes,
  DiagLogLevel,
  defaultTextMapGetter,
  diag,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { verifierServiceName } from "@touchstone/proto";
import type { Logger } from "pino";
import { readPackageVersion } from "../package-version.ts";
import type { CallTally } from "../service/call-tally.ts";
import type { CallTracer } from "./call-tracer.ts";

/** What a tracer is made of; the rest of its settings are OpenTelemetry's own variables. */
export interface OtlpTracerOptions {
  readonly otlpEndpoint: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Logger;
}

/** How long one batch of spans may take to be sent, in milliseconds. */
const exportTimeoutMs = 5_000;

/** Codes that are the server's fault, by the semantic conventions of gRPC. */
const serverFaults: ReadonlySet<string> = new Set([
  "UNKNOWN",
  "DEADLINE_EXCEEDED",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
]);

/** Sends a span for each call to an OTLP/HTTP receiver, in batches. No attribute holds text of a request. */
export function createOtlpTracer({ otlpEndpoint, environment, log }: OtlpTracerOptions): CallTracer {
  tellOfProblems(log);
  const where = otlpEndpoint === undefined ? {} : { url: `${otlpEndpoint.replace(/\/+$/, "")}/v1/traces` };
  const exporter = new OTLPTraceExporter({ ...where, timeoutMillis: exportTimeoutMs });
  const version = readPackageVersion();
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({
      "service.name": environment["OTEL_SERVICE_NAME"] ?? "touchstone-verifier",
      "service.version": version,
    }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: exportTimeoutMs })],
  });
  const tracer = provider.getTracer("touchstone-verifier", version);
  const propagator = new W3CTraceContextPropagator();
  return {
    start({ method, requestId }, parent) {
      const context = propagator.extract(ROOT_CONTEXT, parent, defaultTextMapGetter);
      const attributes = {
        "rpc.system": "grpc",
        "rpc.service": verifierServiceName,
        "rpc.method": method,
        "touchstone.request_id": requestId,
      };
      const span = tracer.startSpan(
        `${verifierServiceName}/${method}`,
        { kind: SpanKind.SERVER, attributes },
        context,
      );
      return {
        traceId: span.spanContext().traceId,
        end(code, tally) {
          span.setAttributes({ "rpc.grpc.status_code": status[code], ...describeTally(tally) });
          if (serverFaults.has(code)) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    async close() {
      await provider.shutdown().catch((error: unknown) => log.warn({ err: error }, "traces were not sent"));
    },
  };
}

function describeTally(tally: CallTally): Attributes {
  return {
    "touchstone.items": tally.items,
    "touchstone.correct": tally.correct,
    "touchstone.incorrect": tally.incorrect,
    "touchstone.failed": tally.failed,
    "touchstone.slow_items": tally.slowCount,
    "touchstone.queue_wait_ms": tally.queueWaitMs,
  };
}

/** Longest piece of a message of OpenTelemetry that is logged, in UTF-16 units. */
const maxDetail = 500;

/** A receiver that is away, or attributes that it refuses, must not go unseen. */
function tellOfProblems(log: Logger): void {
  const warn = (message: string) => log.warn({ detail: message.slice(0, maxDetail) }, "tracing");
  const ignore = () => {};
  const logger = { error: warn, warn, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
}
