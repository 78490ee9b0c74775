import type { ServeOptions } from "../service/serve-options.ts";
import type { Metrics } from "./create-metrics.ts";
import { openMetricsDoor } from "./metrics-door.ts";
import type { Readiness } from "./readiness.ts";

/** Metrics with the door that shows them. */
export interface Observation {
  readonly metrics: Metrics;
  /** `host:port` of the door. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Opens metrics and probes where the settings ask for them.
 *
 * @throws VerifierError LISTEN_FAILED when the address cannot be bound
 */
export async function openObservation(
  { host, metricsPort: port }: ServeOptions,
  readiness: Readiness,
): Promise<Observation | undefined> {
  if (port === undefined) return undefined;
  // Loaded only when asked for: it times the event loop and the garbage collector.
  const { createMetrics } = await import("./create-metrics.ts");
  const metrics = createMetrics();
  const door = await openMetricsDoor({ host, port, metrics, readiness });
  return { metrics, address: door.address, close: () => door.close() };
}
