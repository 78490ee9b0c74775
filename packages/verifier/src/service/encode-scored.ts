import { type SentScoreRolloutsResponse, verifierService } from "@touchstone/proto";
import { inSlices } from "../grading/in-slices.ts";

/**
 * The bytes of a ScoreRolloutsResponse, written group by group with turns for others in between: the general encoder holds
 * the event loop for the whole of it. Encoded messages laid end to end add up to one.
 *
 * @throws the signal's reason once it is aborted
 */
export async function encodeScored(
  { groups, ...rest }: SentScoreRolloutsResponse,
  signal: AbortSignal,
): Promise<Buffer> {
  const { responseSerialize } = verifierService.ScoreRollouts;
  const encoded = await inSlices(groups ?? [], (group) => responseSerialize({ groups: [group] }), { signal });
  return Buffer.concat([...encoded, responseSerialize(rest)]);
}
