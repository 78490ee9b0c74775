import type { TensorSpec, Tensors } from "./tensor-types.ts";

/**
 * One compiled unit: inputs by name, outputs by name.
 *
 * `run` must be pure: it may only use tfjs-core ops and the ops of this package. Reading a value (dataSync),
 * Math.random and the random ops of tfjs throw; feed random numbers as an input instead.
 */
export interface FunctionSpec {
  readonly inputs: Readonly<Record<string, TensorSpec>>;
  readonly run: (inputs: Tensors) => Tensors;
  /** Outputs whose leading dim is unknown before the run, for example the stacked outputs of an early-exit loop. */
  readonly dynamicOutputs?: readonly string[];
}

/** Functions that share one store of named state tensors. */
export interface Program {
  readonly functions: Readonly<Record<string, FunctionSpec>>;
}
