import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { VerifierError } from "../errors.ts";

/** Writes lines and waits when the reader is slow. */
export interface LineWriter {
  write(line: string): Promise<void>;
  close(): Promise<void>;
}

/** Writes to a file, or to standard output when `path` is undefined or "-". */
export async function openLineWriter(path: string | undefined): Promise<LineWriter> {
  if (path === undefined || path === "-") {
    return { write: (line) => writeLine(process.stdout, line), close: async () => {} };
  }
  const stream = createWriteStream(path);
  try {
    await once(stream, "open");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VerifierError("OUTPUT_UNWRITABLE", `Cannot write ${path}: ${reason}.`, { cause });
  }
  return {
    write: (line) => writeLine(stream, line),
    async close() {
      stream.end();
      await once(stream, "finish");
    },
  };
}

async function writeLine(stream: Writable, line: string): Promise<void> {
  if (!stream.write(`${line}\n`)) await once(stream, "drain");
}
