import { createHash } from "node:crypto";
import type { PipelineConfig } from "../config.ts";

/**
 * The name under which the verifier keeps what it learns about the policy of a stage. It holds a digest of the whole
 * configuration: a run that is resumed keeps its name, and a run with other settings, whose batches carry the same ids,
 * takes another, so that the two are never mistaken for repetitions of each other.
 */
export function namePolicyStream(config: PipelineConfig, stageName: string): string {
  const digest = createHash("sha256").update(JSON.stringify(config)).digest("hex").slice(0, 16);
  return `${config.run.name}/${config.run.seed}/${stageName}/${digest}`;
}
