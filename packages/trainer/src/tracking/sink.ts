/** Numbers by metric name, in the spelling of metrics.jsonl. */
export type Metrics = Readonly<Record<string, number>>;

/** Receives the metrics of a stage, step after step. */
export interface MetricSink {
  /** Writes the metrics of one step. Steps only grow. */
  writeMetrics(step: number, metrics: Metrics): void;
  /** Makes everything written so far survive a crash. */
  flush(): void;
  close(): void;
}

/** Returns a sink that passes everything on to several. */
export function combineSinks(sinks: readonly MetricSink[]): MetricSink {
  return {
    writeMetrics: (step, metrics) => {
      for (const sink of sinks) sink.writeMetrics(step, metrics);
    },
    flush: () => {
      for (const sink of sinks) sink.flush();
    },
    close: () => {
      for (const sink of sinks) sink.close();
    },
  };
}
