import { createEngine, createWorkerEngine, type EngineOptions } from "@touchstone/engine";
import { checkModelConfig, type ModelConfig } from "../model/model-config.ts";
import { initializeParameters } from "../model/parameters.ts";
import { EnginePolicy } from "./engine-policy.ts";
import type { Policy } from "./policy.ts";
import { buildProgram } from "./program.ts";

/** What a policy is made of. */
export interface CreatePolicyOptions {
  readonly model: ModelConfig;
  /** Names the fresh parameters. */
  readonly seed: number;
  /** Engine, device and threads; default jit on one CPU thread. */
  readonly engine?: EngineOptions;
  /** Compute in a worker thread, so that this thread stays free; default true. */
  readonly worker?: boolean;
  /** Padded tokens per gradient micro-batch; default 2048. */
  readonly microBatchTokens?: number;
  /** Rows sampled per engine call; default 64. */
  readonly sampleRows?: number;
}

/**
 * Returns a policy with freshly initialised parameters and optimiser.
 *
 * Throws MODEL_INVALID when the model's sizes do not fit together, and what the engine throws when the device cannot
 * be used.
 */
export async function createPolicy(options: CreatePolicyOptions): Promise<Policy> {
  const {
    model,
    seed,
    engine: engineOptions,
    worker = true,
    microBatchTokens = 2048,
    sampleRows = 64,
  } = options;
  checkModelConfig(model);
  const engine = worker
    ? await createWorkerEngine(programModule(), model, engineOptions)
    : await createEngine(buildProgram(model), engineOptions);
  const policy = new EnginePolicy(model, engine, { microBatchTokens, sampleRows });
  try {
    await policy.importState({ parameters: initializeParameters(model, seed) });
  } catch (error) {
    await policy.close();
    throw error;
  }
  return policy;
}

/** Worker threads load built modules, also when this file itself runs from its source. */
function programModule(): URL {
  const here = import.meta.url;
  return here.endsWith(".ts") ? new URL("../../dist/policy/program.js", here) : new URL("./program.js", here);
}
