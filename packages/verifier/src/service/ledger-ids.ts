import { createHash } from "node:crypto";
import type { ReceivedGraderSpec, ReceivedScoreRolloutsRequest } from "@touchstone/proto";
import { InvalidRequestError } from "../errors.ts";

/** Longest id that enters the ledger, in UTF-8 bytes: it is part of a database key. */
export const maxIdBytes = 1024;

/** @throws InvalidRequestError when an id is too long for the ledger */
export function requireLedgerId(what: string, id: string): void {
  if (Buffer.byteLength(id) <= maxIdBytes) return;
  throw new InvalidRequestError(
    `${what} is ${Buffer.byteLength(id)} bytes long and the difficulty ledger takes ids of at most ${maxIdBytes}.`,
  );
}

/** @throws InvalidRequestError when the name of the stream is missing or too long */
export function requireStream(stream: string): void {
  if (stream === "") throw new InvalidRequestError("policy_stream is empty: name the policy being trained.");
  requireLedgerId("policy_stream", stream);
}

/** @throws InvalidRequestError for a step that is no exact whole number here */
export function requireStep(step: number): void {
  if (Number.isSafeInteger(step) && step >= 0) return;
  throw new InvalidRequestError("policy_step must be a whole number below 2^53.");
}

/** Digest of everything a batch says, whatever the order of its fields on the wire. */
export function fingerprintBatch(request: ReceivedScoreRolloutsRequest): string {
  const hash = createHash("sha256");
  const { groups, reward, admissionSettings, grader, ...rest } = request;
  const maps = [reward?.weights, reward?.gates, reward?.shortcutThresholds, admissionSettings].map(
    sortEntries,
  );
  const settings = [reward?.profile, reward?.seed, reward?.skipShortcuts, maps, orderOptions(grader)];
  hash.update(JSON.stringify([rest, ...settings, groups.length]));
  // Group by group: a large batch as one text would not fit into a string.
  for (const group of groups) hash.update(JSON.stringify({ ...group, grader: orderOptions(group.grader) }));
  return hash.digest("hex");
}

function orderOptions(grader: ReceivedGraderSpec | null): unknown {
  return grader && [grader.name, sortEntries(grader.options)];
}

function sortEntries(map: Readonly<Record<string, unknown>> | undefined): [string, unknown][] {
  return Object.entries(map ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
}
