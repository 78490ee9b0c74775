import type { EngineOptions } from "@touchstone/engine";
import type { ModelConfig } from "../model/model-config.ts";
import type { CreatePolicyOptions } from "../policy/create-policy.ts";
import type { Policy } from "../policy/policy.ts";

/** Makes policies; `createPolicy`, or a stand-in for tests. */
export type PolicyFactory = (options: CreatePolicyOptions) => Promise<Policy>;

/** Keeps the compiled policies of a run, so that stages of one model share them. */
export interface PolicyPool {
  /** A policy with fresh parameters. */
  createFresh(role: PolicyRole, model: ModelConfig, seed: number): Promise<Policy>;
  /** A policy of this shape with any parameters: import a state before use. */
  acquire(role: PolicyRole, model: ModelConfig): Promise<Policy>;
  close(): Promise<void>;
}

/** What a policy is used for; one policy per role is held at a time. */
export type PolicyRole = "policy" | "reference";

/** Creates an empty pool. */
export function createPolicyPool(create: PolicyFactory, engine: EngineOptions): PolicyPool {
  const held = new Map<PolicyRole, Policy>();
  const release = async (role: PolicyRole) => {
    await held.get(role)?.close();
    held.delete(role);
  };
  const createFresh = async (role: PolicyRole, model: ModelConfig, seed: number) => {
    await release(role);
    const policy = await create({ model, seed, engine });
    held.set(role, policy);
    return policy;
  };
  return {
    createFresh,
    acquire: async (role, model) => {
      const policy = held.get(role);
      return policy !== undefined && isSameModel(policy.config, model) ? policy : createFresh(role, model, 0);
    },
    close: async () => {
      for (const role of [...held.keys()]) await release(role);
    },
  };
}

/** Whether two models have the same shape. */
export function isSameModel(a: ModelConfig, b: ModelConfig): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof ModelConfig>;
  return [...keys].every((key) => a[key] === b[key]);
}
