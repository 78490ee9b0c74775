import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeFileDurably } from "../durable-files.ts";

/**
 * Returns the name under which the verifier keeps what it learns about the policy of a stage: `prefix` and an id of its
 * own, drawn when the stage first starts and kept in `file`. A stage that goes on keeps its name, wherever it lies and
 * whichever verifier it calls. One that starts again takes another, though its batches carry the same ids: a ledger that
 * outlived its first run would take them for repetitions. No draw of the training depends on the name.
 */
export function openPolicyStream(file: string, prefix: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const name = `${prefix}/${randomUUID()}`;
  writeFileDurably(file, `${name}\n`);
  return name;
}
