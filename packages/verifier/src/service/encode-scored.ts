import type { MessageTypeDefinition } from "@grpc/proto-loader";
import {
  packageDefinition,
  type SentGroupResult,
  type SentScoreRolloutsResponse,
  verifierService,
} from "@touchstone/proto";
import { inSlices } from "../grading/in-slices.ts";
import { frame } from "../grading/pool/wire.ts";

/** Field of ScoreRolloutsResponse. */
const groupsField = 2;

/** Rollouts that are encoded in one go. */
const maxRollouts = 64;

const { serialize: encodeGroup } = packageDefinition[
  "touchstone.verifier.v1.GroupResult"
] as MessageTypeDefinition<SentGroupResult, unknown>;

/**
 * The bytes of a ScoreRolloutsResponse, written a few rollouts at a time with turns for others in between: the general
 * encoder copies every message first, and holds the event loop for the whole of it. Encoded messages laid end to end add up.
 *
 * @throws the signal's reason once it is aborted
 */
export async function encodeScored(
  { groups = [], ...rest }: SentScoreRolloutsResponse,
  signal: AbortSignal,
): Promise<Buffer> {
  const parts = groups.map(cutGroup);
  const encoded = (await inSlices(parts.flat(), encodeGroup, { signal })).values();
  const framed = parts.map((group) =>
    frame(
      groupsField,
      group.map(() => encoded.next().value!),
    ),
  );
  return Buffer.concat([...framed, verifierService.ScoreRollouts.responseSerialize(rest)]);
}

/** Groups that add up to this one: its rollouts, a few in each, and the first with all the rest. */
function cutGroup({ rollouts = [], ...rest }: SentGroupResult): SentGroupResult[] {
  const parts: SentGroupResult[] = [{ ...rest, rollouts: rollouts.slice(0, maxRollouts) }];
  for (let at = maxRollouts; at < rollouts.length; at += maxRollouts)
    parts.push({ rollouts: rollouts.slice(at, at + maxRollouts) });
  return parts;
}
