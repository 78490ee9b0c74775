import { crc32 } from "node:zlib";
import type { KeptBatch, LedgerTable } from "./ledger-table.ts";

type StatePairs = readonly (readonly [problemId: string, state: string])[];

/** One record of the log. */
export type LogRecord =
  | readonly ["ledger", version: number]
  | readonly ["states", stream: string, states: StatePairs]
  | readonly [
      "batch",
      stream: string,
      batchId: string,
      fingerprint: string,
      outcome: string,
      states: StatePairs,
    ];

/** First record of every log. */
export const logHeader: LogRecord = ["ledger", 1];

/** A record as one line: the checksum (CRC-32, 8 hex digits), a space, JSON, a newline. */
export function encodeRecord(record: LogRecord): string {
  const text = JSON.stringify(record);
  return `${crc32(text).toString(16).padStart(8, "0")} ${text}\n`;
}

/** The record of a line without its newline; undefined when the line is damaged. */
export function decodeRecord(line: Buffer): LogRecord | undefined {
  if (line.length < 10 || line[8] !== 0x20) return undefined;
  const body = line.subarray(9);
  if (crc32(body).toString(16).padStart(8, "0") !== line.toString("latin1", 0, 8)) return undefined;
  return JSON.parse(body.toString("utf8")) as LogRecord;
}

/** Enters a record into the table. */
export function replayRecord(table: LedgerTable, record: LogRecord): void {
  if (record[0] === "ledger") return;
  if (record[0] === "states") {
    table.write(record[1], record[2]);
    return;
  }
  const [, stream, batchId, fingerprint, outcome, states] = record;
  table.write(stream, states);
  if (batchId !== "") table.keepBatch({ stream, batchId, fingerprint, outcome });
}

const statesPerRecord = 1000;

/** The records of a log that holds what the table holds and nothing else. */
export function* listSnapshot(table: LedgerTable): Generator<LogRecord> {
  yield logHeader;
  for (const [stream, problems] of table.entries()) {
    let chunk: (readonly [string, string])[] = [];
    for (const pair of problems) {
      chunk.push(pair);
      if (chunk.length < statesPerRecord) continue;
      yield ["states", stream, chunk];
      chunk = [];
    }
    if (chunk.length > 0) yield ["states", stream, chunk];
  }
  for (const batch of table.batches()) yield toRecord(batch);
}

function toRecord({ stream, batchId, fingerprint, outcome }: KeptBatch): LogRecord {
  return ["batch", stream, batchId, fingerprint, outcome, []];
}
