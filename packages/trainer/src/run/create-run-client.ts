import { createVerifierClient, ProtoError, readConnection, type VerifierClient } from "@touchstone/proto";
import type { PipelineConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";

/**
 * A client for the verifier of a pipeline, with the token and certificates that its config and the environment name.
 * It makes each call once: waiting is the caller's.
 *
 * @param address `host:port`, which differs from the config's where the run starts a verifier on a free port
 * @throws TrainerError CONFIG_INVALID for a token or certificate that cannot be used
 */
export function createRunClient(config: PipelineConfig["verifier"], address: string): VerifierClient {
  try {
    return createVerifierClient({
      address,
      deadlineMs: config.deadlineMs,
      retry: { maxAttempts: 1 },
      ...readConnection(config, process.env),
    });
  } catch (cause) {
    if (!(cause instanceof ProtoError)) throw cause;
    throw new TrainerError("CONFIG_INVALID", `verifier: ${cause.message}`, { cause });
  }
}
