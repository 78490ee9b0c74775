import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import type { MetricSink } from "./sink.ts";

/** An append-only JSONL file. */
export interface JsonlWriter {
  write(row: unknown): void;
  flush(): void;
  close(): void;
}

/** Opens a JSONL file for appending; one row is one write, so a killed process leaves at most one broken last line. */
export function createJsonlWriter(file: string): JsonlWriter {
  const descriptor = openSync(file, "a");
  return {
    write: (row) => writeAll(descriptor, `${JSON.stringify(row)}\n`),
    flush: () => fsyncSync(descriptor),
    close: () => closeSync(descriptor),
  };
}

/** Writes metrics as rows `{"step": 10, "loss": 0.5, ...}`; numbers that JSON has no word for become null. */
export function createJsonlSink(file: string): MetricSink {
  const writer = createJsonlWriter(file);
  return {
    writeMetrics: (step, metrics) => writer.write({ step, ...metrics }),
    flush: writer.flush,
    close: writer.close,
  };
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
