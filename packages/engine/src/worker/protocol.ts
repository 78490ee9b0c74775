import type { EngineOptions, RunOptions } from "../engine.ts";
import type { EngineErrorCode } from "../errors.ts";
import { EngineError } from "../errors.ts";
import type { HostTensor, HostTensors } from "../tensor-types.ts";

/** What a worker is started with. */
export interface WorkerSetup {
  /** URL of the module that exports buildProgram. */
  readonly module: string;
  readonly config: unknown;
  readonly options: EngineOptions;
}

/** A call to the engine in the worker. */
export type WorkerCall =
  | { readonly method: "put"; readonly name: string; readonly tensor: HostTensor }
  | { readonly method: "get"; readonly name: string }
  | {
      readonly method: "run";
      readonly functionName: string;
      readonly feeds: HostTensors;
      readonly options: RunOptions;
    }
  | { readonly method: "close" };

/** A call with the number that its answer carries. */
export type WorkerRequest = WorkerCall & { readonly id: number };

/** An error as it crosses the thread boundary. */
export interface WorkerFailure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: EngineErrorCode | undefined;
}

/** Answer to a request; id 0 tells that the engine is there, with its description. */
export type WorkerReply =
  | { readonly id: number; readonly isOk: true; readonly value: unknown }
  | { readonly id: number; readonly isOk: false; readonly failure: WorkerFailure };

/** Returns an error in a form that can be posted. */
export function packError(error: unknown): WorkerFailure {
  if (!(error instanceof Error))
    return { name: "Error", message: String(error), stack: undefined, code: undefined };
  const { name, message, stack } = error;
  return { name, message, stack, code: error instanceof EngineError ? error.code : undefined };
}

/** Returns a posted error with the name, message, code and stack it had in the worker. */
export function unpackError(failure: WorkerFailure): Error {
  const error =
    failure.code === undefined ? new Error(failure.message) : new EngineError(failure.code, failure.message);
  error.name = failure.name;
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}

/** Returns the buffers under host tensors, each once, to be moved instead of copied. */
export function listBuffers(tensors: Iterable<HostTensor>): ArrayBuffer[] {
  return [...new Set([...tensors].map((tensor) => tensor.data.buffer as ArrayBuffer))];
}
