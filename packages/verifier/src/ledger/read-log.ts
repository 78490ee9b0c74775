import type { FileHandle } from "node:fs/promises";
import { VerifierError } from "../errors.ts";
import type { LedgerTable } from "./ledger-table.ts";
import { decodeRecord, encodeRecord, logHeader, replayRecord } from "./log-record.ts";

/** What a log held. */
export interface LogContent {
  /** Bytes of whole, sound records; what follows is a torn tail. */
  readonly soundBytes: number;
  readonly totalBytes: number;
  readonly records: number;
}

const newline = 0x0a;
const chunkBytes = 1024 * 1024;

/**
 * Replays a log into a table. Damage at the end is a torn write that was never acknowledged; damage with sound
 * records behind it is corruption.
 *
 * @throws VerifierError LEDGER_CORRUPT with the place of the damage, or for a file that is no ledger
 */
export async function readLog(file: FileHandle, path: string, table: LedgerTable): Promise<LogContent> {
  let soundBytes = 0;
  let records = 0;
  let damagedAt: number | undefined;
  let offset = 0;
  let start: Buffer | undefined;
  for await (const { line, complete } of readLines(file)) {
    start ??= line;
    const record = complete ? decodeRecord(line) : undefined;
    if (record === undefined) {
      damagedAt ??= offset;
    } else {
      if (damagedAt !== undefined) throw describeCorruption(path, damagedAt);
      if (records === 0 && record[0] !== "ledger") throw describeForeign(path);
      if (record[0] === "ledger" && record[1] !== 1) throw describeVersion(path, record[1]);
      replayRecord(table, record);
      records++;
      soundBytes = offset + line.length + 1;
    }
    offset += line.length + (complete ? 1 : 0);
  }
  // A crash before the header was whole leaves a beginning of it; anything else is somebody's file.
  const header = encodeRecord(logHeader);
  if (records === 0 && !header.startsWith(start?.toString("latin1") ?? "")) throw describeForeign(path);
  return { soundBytes, totalBytes: offset, records };
}

async function* readLines(file: FileHandle): AsyncGenerator<{ line: Buffer; complete: boolean }> {
  let parts: Buffer[] = [];
  for (let position = 0; ; ) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const { bytesRead } = await file.read(chunk, 0, chunkBytes, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const read = chunk.subarray(0, bytesRead);
    let start = 0;
    for (let end = read.indexOf(newline); end !== -1; end = read.indexOf(newline, start)) {
      parts.push(read.subarray(start, end));
      yield { line: parts.length === 1 ? parts[0]! : Buffer.concat(parts), complete: true };
      parts = [];
      start = end + 1;
    }
    if (start < read.length) parts.push(read.subarray(start));
  }
  if (parts.length > 0) yield { line: Buffer.concat(parts), complete: false };
}

function describeCorruption(path: string, offset: number): VerifierError {
  return new VerifierError(
    "LEDGER_CORRUPT",
    `${path} is damaged at byte ${offset}, with sound records behind it. Restore it from a copy; to go on without ` +
      "the damaged record, remove that line.",
  );
}

function describeForeign(path: string): VerifierError {
  return new VerifierError("LEDGER_CORRUPT", `${path} is no difficulty ledger. Name another file.`);
}

function describeVersion(path: string, version: number): VerifierError {
  return new VerifierError(
    "LEDGER_CORRUPT",
    `${path} is a ledger of version ${version}; this program reads version 1.`,
  );
}
