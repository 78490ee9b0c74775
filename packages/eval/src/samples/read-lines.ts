import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { EvaluationError } from "../errors.ts";

/** One line of a file. `text` is null when the line is longer than the limit; the rest of it is skipped. */
export interface FileLine {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
}

const NEWLINE = 10;

/**
 * Yields the lines of a file; a name ending in `.gz` is decompressed on the way. Memory is bounded by `maxLineBytes`,
 * whatever the size of the file or of what it decompresses to.
 *
 * Throws an `EvaluationError` (FILE_UNREADABLE) when the file cannot be opened, read or decompressed.
 */
export async function* readLines(file: string, maxLineBytes: number): AsyncGenerator<FileLine> {
  let number = 0;
  let held: Buffer[] = [];
  let heldBytes = 0;
  let tooLong = false;
  const hold = (piece: Buffer): void => {
    heldBytes += piece.length;
    if (heldBytes > maxLineBytes) tooLong = true;
    if (tooLong) held = [];
    else held.push(piece);
  };
  const release = (): FileLine => {
    number++;
    const text = tooLong ? null : Buffer.concat(held).toString("utf8");
    held = [];
    heldBytes = 0;
    tooLong = false;
    return { number, text };
  };
  for await (const chunk of openStream(file)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      hold(chunk.subarray(start, end));
      yield release();
      start = end + 1;
    }
    if (start < chunk.length) hold(Buffer.from(chunk.subarray(start)));
  }
  if (heldBytes > 0) yield release();
}

async function* openStream(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  let stream: Readable = source;
  if (file.endsWith(".gz")) {
    const gunzip = createGunzip();
    source.on("error", (error) => gunzip.destroy(error));
    stream = source.pipe(gunzip);
  }
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EvaluationError(
      "FILE_UNREADABLE",
      `Cannot read ${file}: ${detail}. Check the path and the file.`,
      { cause },
    );
  } finally {
    source.destroy();
  }
}
