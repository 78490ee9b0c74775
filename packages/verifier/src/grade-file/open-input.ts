import { createReadStream, statSync } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { VerifierError } from "../errors.ts";

/** Bytes to read, with what a progress display needs. */
export interface OpenedInput {
  /** Name for messages: the path, or "stdin". */
  readonly name: string;
  readonly chunks: AsyncIterable<Buffer>;
  /** Size of the file in bytes; absent for stdin. */
  readonly totalBytes?: number;
  /** Bytes of the file read so far (compressed bytes for .gz). */
  readonly readBytes: () => number;
}

/**
 * Opens a file, unpacking `.gz`, or standard input for "-".
 *
 * @throws VerifierError INPUT_UNREADABLE
 */
export function openInput(path: string): OpenedInput {
  if (path === "-") return { name: "stdin", chunks: process.stdin, readBytes: () => 0 };
  const totalBytes = measureFile(path);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const readBytes = () => file.bytesRead;
  if (!path.endsWith(".gz")) return { name: path, chunks: guard(path, file), totalBytes, readBytes };
  const unpacked = pipeline(file, createGunzip(), () => {});
  return { name: path, chunks: guard(path, unpacked), totalBytes, readBytes };
}

function measureFile(path: string): number {
  try {
    const stats = statSync(path);
    if (!stats.isDirectory()) return stats.size;
  } catch (cause) {
    throw unreadable(path, cause);
  }
  throw new VerifierError(
    "INPUT_UNREADABLE",
    `${path} is a folder. Name a JSONL file, or - for standard input.`,
  );
}

async function* guard(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): VerifierError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new VerifierError("INPUT_UNREADABLE", `Cannot read ${path}: ${reason}.`, { cause });
}
