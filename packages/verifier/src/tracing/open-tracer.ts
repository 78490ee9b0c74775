import type { Logger } from "pino";
import { VerifierError } from "../errors.ts";
import type { CallTracer } from "./call-tracer.ts";

/** Where spans are sent. */
export interface TracerOptions {
  /** Address of an OTLP/HTTP receiver, such as http://127.0.0.1:4318; over the environment. */
  readonly otlpEndpoint?: string | undefined;
}

/** Variables of OpenTelemetry by which a receiver is named. */
const endpointVariables = ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];

/**
 * Opens a tracer where the settings or the environment name a receiver.
 *
 * @throws VerifierError TRACING_UNAVAILABLE where the packages of OpenTelemetry are not installed
 */
export async function openTracer(
  { otlpEndpoint }: TracerOptions,
  environment: NodeJS.ProcessEnv,
  log: Logger,
): Promise<CallTracer | undefined> {
  const isAsked = otlpEndpoint !== undefined || endpointVariables.some((name) => environment[name]);
  if (!isAsked || environment["OTEL_SDK_DISABLED"] === "true") return undefined;
  // Loaded only when asked for: the packages are optional.
  const { createOtlpTracer } = await import("./otlp-tracer.ts").catch((cause: unknown) => {
    throw unavailable(cause);
  });
  return createOtlpTracer({ otlpEndpoint, environment, log });
}

/** What to install where a package is missing. */
export function unavailable(cause: unknown): unknown {
  const isMissing = cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";
  if (!isMissing) return cause;
  const names = ["api", "core", "exporter-trace-otlp-http", "resources", "sdk-trace-base"];
  const versions: Readonly<Record<string, string>> = { api: "1.9", "exporter-trace-otlp-http": "0.223" };
  const packages = names.map((name) => `@opentelemetry/${name}@${versions[name] ?? "2"}`).join(" ");
  const message = `Traces are asked for, and the packages that send them are not installed: npm install ${packages}`;
  return new VerifierError("TRACING_UNAVAILABLE", message, { cause });
}
