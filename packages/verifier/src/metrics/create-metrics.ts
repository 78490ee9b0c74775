import { verifierService } from "@touchstone/proto";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { readPackageVersion } from "../package-version.ts";
import type { CallObserver } from "../service/serve-call.ts";
import { failureKinds } from "../service/wire-verdict.ts";
import { reasonLabel } from "./label-values.ts";
import { type WatchedParts, watchParts } from "./watch-parts.ts";

/** The metrics of a server. No name, label or value holds text of a request. */
export interface Metrics {
  readonly observer: CallObserver;
  /** Content type of the exposition. */
  readonly contentType: string;
  /** Also shows how these parts stand, from now on. */
  watch(parts: WatchedParts): void;
  /** Everything, in the text format of Prometheus. */
  render(): Promise<string>;
}

/** Upper bounds of the latency buckets, in seconds: from one item to the largest batch. */
const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Creates the metrics; the names are those of docs/guides/operate.md. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "touchstone_info",
    help: "1; its label is the version.",
    labelNames: ["version"],
    registers,
  })
    .labels(readPackageVersion())
    .set(1);
  return {
    observer: createObserver(registry),
    contentType: registry.contentType,
    watch: (parts) => watchParts(registry, parts),
    render: () => registry.metrics(),
  };
}

/** Counts calls. What a batch comes to is added at its end: a count a batch, not an item. */
function createObserver(registry: Registry): CallObserver {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const requests = counter("touchstone_requests_total", "Calls and messages of streams, by their end.", [
    "rpc",
    "code",
  ]);
  const inFlight = new Gauge({
    name: "touchstone_requests_in_flight",
    help: "Calls under way.",
    labelNames: ["rpc"],
    registers,
  });
  const durations = new Histogram({
    name: "touchstone_request_duration_seconds",
    help: "Time from the request to its response.",
    labelNames: ["rpc"],
    buckets: latencyBuckets,
    registers,
  });
  const waits = new Histogram({
    name: "touchstone_queue_wait_seconds",
    help: "Time until a worker takes up the work of a call.",
    labelNames: ["rpc"],
    buckets: latencyBuckets,
    registers,
  });
  const items = counter("touchstone_items_total", "Answers and traces judged.", ["rpc"]);
  const slow = counter("touchstone_slow_items_total", "Items over --slow-item-ms.", ["rpc"]);
  const verdicts = counter("touchstone_verdicts_total", "Scores of answers.", ["kind", "method", "reason"]);
  const failures = counter("touchstone_failures_total", "Answers without a score.", ["kind"]);
  const traces = counter("touchstone_traces_total", "Traces checked.", ["outcome"]);
  const decisions = counter("touchstone_decisions_total", "Decisions about groups.", ["action"]);
  const batches = counter("touchstone_ledger_batches_total", "Batches entered into the ledger.", ["result"]);
  // What alerts ask for is shown before it happens: Prometheus sees no increase in a series that begins with its first event.
  const show = (rpc: string) => {
    requests.inc({ rpc, code: "INTERNAL" }, 0);
    items.inc({ rpc }, 0);
  };
  for (const rpc of Object.keys(verifierService)) show(rpc);
  for (const kind of Object.keys(failureKinds)) failures.inc({ kind }, 0);
  return {
    started(rpc) {
      show(rpc);
      inFlight.inc({ rpc });
    },
    ended(rpc, code, seconds, tally) {
      inFlight.dec({ rpc });
      requests.inc({ rpc, code });
      durations.observe({ rpc }, seconds);
      if (tally.items > 0) {
        items.inc({ rpc }, tally.items);
        waits.observe({ rpc }, tally.queueWaitMs / 1000);
      }
      if (tally.slowCount > 0) slow.inc({ rpc }, tally.slowCount);
      for (const { correct, method, reason, count } of tally.scores)
        verdicts.inc({ kind: correct ? "correct" : "incorrect", method, reason: reasonLabel(reason) }, count);
      for (const [kind, count] of Object.entries(tally.failures)) failures.inc({ kind }, count);
      for (const [outcome, count] of Object.entries(tally.traces)) traces.inc({ outcome }, count);
      for (const [action, count] of Object.entries(tally.decisions)) decisions.inc({ action }, count);
      if (tally.ledgerBatch !== undefined) batches.inc({ result: tally.ledgerBatch });
    },
  };
}
