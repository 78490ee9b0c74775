import { createHash } from "node:crypto";

/** First 16 hexadecimal digits of the SHA-256 of a canonical problem text, prefixed by the task's name. */
export function hashContent(taskName: string, canonical: string): string {
  return createHash("sha256").update(`${taskName}\n${canonical}`).digest("hex").slice(0, 16);
}
