import { TrainerError } from "../errors.ts";
import type { PolicyState } from "../policy/policy.ts";
import type { NamedArrays } from "./named-arrays.ts";

type Optimizer = Pick<PolicyState, "firstMoments" | "secondMoments" | "updates">;
interface Stored {
  readonly tensors: NamedArrays;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Tensors and metadata of `optimizer.safetensors`: moments under `first_moment.` and `second_moment.`, and the update count. */
export function encodeOptimizer(optimizer: Optimizer): Stored {
  const tensors = {
    ...prefix("first_moment.", optimizer.firstMoments),
    ...prefix("second_moment.", optimizer.secondMoments),
  };
  return { tensors, metadata: { updates: String(optimizer.updates) } };
}

/** Reverses `encodeOptimizer`. Throws CHECKPOINT_INVALID when the update count is missing. */
export function decodeOptimizer(stored: Stored, directory: string): Optimizer {
  const updates = Number(stored.metadata["updates"] ?? Number.NaN);
  if (!Number.isSafeInteger(updates) || updates < 0) {
    throw new TrainerError(
      "CHECKPOINT_INVALID",
      `The optimizer.safetensors of ${directory} has no update count; remove this checkpoint.`,
    );
  }
  const firstMoments = select("first_moment.", stored.tensors);
  return { firstMoments, secondMoments: select("second_moment.", stored.tensors), updates };
}

function prefix(text: string, arrays: NamedArrays): NamedArrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${text}${name}`, array]));
}

function select(text: string, arrays: NamedArrays): NamedArrays {
  const chosen = Object.entries(arrays).filter(([name]) => name.startsWith(text));
  return Object.fromEntries(chosen.map(([name, array]) => [name.slice(text.length), array]));
}
