import type { HostTensor, HostTensors } from "./tensor-types.ts";

/** jit: traced once into an ONNX graph and run by ONNX Runtime; eager: op by op on a tfjs backend. */
export type EngineKind = "jit" | "eager";

/** Where to compute. `auto` takes CUDA when it is usable and the CPU otherwise. */
export type Device = "cpu" | "webgpu" | "cuda" | "auto";

/** How to run a program. */
export interface EngineOptions {
  /** Default jit. */
  readonly kind?: EngineKind;
  /** Default cpu. */
  readonly device?: Device;
  /** Threads inside one op, default 1; more than one never spin while idle. Ignored by eager cpu. */
  readonly threads?: number;
  /** Compare one tiny training and decoding step with eager cpu before first use; default true. */
  readonly selfCheck?: boolean;
  /** jit: elements a tensor from outside a function may have to become a constant of its graph, default 65536. */
  readonly maxCapturedElements?: number;
}

/** Options of one call. */
export interface RunOptions {
  /** Output name to store name: these outputs stay inside the engine and are not returned. */
  readonly keep?: Readonly<Record<string, string>>;
}

/**
 * Runs the functions of one program and holds their state.
 *
 * Calls are executed one after the other in the order they were made. Arrays given to `put` and `run` stay the
 * caller's: they are read before the returned promise settles and never changed. Returned arrays belong to the caller.
 */
export interface Engine {
  /** What runs where, for example "jit · onnxruntime 1.30.0 · cpu · 1 thread". */
  readonly description: string;
  /** Stores a copy of the tensor under a name, replacing what was there. */
  put(name: string, tensor: HostTensor): Promise<void>;
  /** Returns a copy of a stored tensor. Throws UNKNOWN_STATE when there is none. */
  get(name: string): Promise<HostTensor>;
  /**
   * Runs a function and returns all outputs that are not kept. An input that is not fed is taken from the store.
   * Throws UNKNOWN_FUNCTION, MISSING_INPUT or INVALID_INPUT when the call does not fit the program.
   */
  run(functionName: string, feeds: HostTensors, options?: RunOptions): Promise<HostTensors>;
  /** Frees everything; later calls reject with ENGINE_CLOSED. */
  close(): Promise<void>;
}
