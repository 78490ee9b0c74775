import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { type EventContent, encodeEventRecord } from "./event-file.ts";
import type { MetricSink } from "./sink.ts";

/** Where and when TensorBoard event files are written. */
export interface TensorboardOptions {
  readonly directory: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Set on resume: earlier files' points from this step on are dropped by readers. */
  readonly restartStep?: number;
}

/** A metric sink that can also show texts. */
export interface TensorboardSink extends MetricSink {
  writeText(step: number, tag: string, text: string): void;
}

/** Creates `events.out.tfevents.<seconds>.<host>.<pid>.v2` and writes every finite metric as a scalar. */
export function createTensorboardSink(options: TensorboardOptions): TensorboardSink {
  mkdirSync(options.directory, { recursive: true });
  const stamp = String(Math.floor(options.now() / 1000)).padStart(10, "0");
  const file = join(options.directory, `events.out.tfevents.${stamp}.${hostname()}.${process.pid}.v2`);
  const descriptor = openSync(file, "a");
  const write = (step: number, content: EventContent) => {
    const record = encodeEventRecord(options.now() / 1000, step, content);
    for (let written = 0; written < record.length; ) written += writeSync(descriptor, record, written);
  };
  write(0, { kind: "file_version" });
  if (options.restartStep !== undefined) write(options.restartStep, { kind: "restart" });
  return {
    writeMetrics: (step, metrics) => {
      const scalars = Object.fromEntries(
        Object.entries(metrics).filter(([, value]) => Number.isFinite(value)),
      );
      write(step, { kind: "scalars", scalars });
    },
    writeText: (step, tag, text) => write(step, { kind: "text", tag, text }),
    flush: () => fsyncSync(descriptor),
    close: () => closeSync(descriptor),
  };
}
