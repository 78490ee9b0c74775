import { randomUUID } from "node:crypto";

/** Metadata and header under which a request id comes and goes back. */
export const requestIdKey = "x-request-id";

/** Short, and nothing that could break or forge a line of a log. */
const acceptable = /^[\x21-\x7e]{1,128}$/;

/** The caller's id where it is 1 to 128 visible ASCII characters, else a fresh one. */
export function chooseRequestId(given: unknown): string {
  return typeof given === "string" && acceptable.test(given) ? given : randomUUID();
}
