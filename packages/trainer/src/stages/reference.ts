import { readModel } from "../checkpoint/manager.ts";
import type { RlvrConfig } from "../config.ts";
import type { TokenSequence } from "../policy/policy.ts";
import { resolveInput } from "../run/resolve-input.ts";
import type { StageContext } from "../run/stage-context.ts";

/** The frozen policy that the KL term holds on to. */
export interface Reference {
  /** Log-probabilities of the completion tokens, one array per sequence. */
  logprobs(sequences: readonly TokenSequence[], temperature: number): Promise<Float32Array[]>;
}

/** Opens the stage's starting checkpoint as reference; undefined when `loss.beta` is 0 and none is needed. */
export async function openReference(
  context: StageContext,
  config: RlvrConfig,
): Promise<Reference | undefined> {
  if (config.loss.beta === 0) return undefined;
  const { model, parameters } = await readModel(resolveInput(context, config.from));
  const policy = await context.policies.acquire("reference", model);
  await policy.importState({ parameters });
  return policy;
}
