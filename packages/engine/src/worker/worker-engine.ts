import { Worker } from "node:worker_threads";
import { builtModule } from "../built-module.ts";
import type { Engine, EngineOptions, RunOptions } from "../engine.ts";
import { EngineError } from "../errors.ts";
import type { HostTensor, HostTensors } from "../tensor-types.ts";
import type { WorkerCall, WorkerReply, WorkerSetup } from "./protocol.ts";
import { listBuffers, unpackError } from "./protocol.ts";

interface PendingCall {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** The engine of a worker thread, seen from the thread that started it. */
class WorkerEngine implements Engine {
  description = "worker";
  readonly #worker: Worker;
  readonly #pending = new Map<number, PendingCall>();
  #nextId = 0;
  #ended: EngineError | undefined;

  constructor(setup: WorkerSetup) {
    // No flags of this process: a test runner's loaders have no place in a built module.
    this.#worker = new Worker(builtModule("worker/worker-main.js"), { workerData: setup, execArgv: [] });
    this.#worker.on("message", (reply: WorkerReply) => this.#settle(reply));
    this.#worker.on("error", (cause) =>
      this.#fail(`The engine's worker thread failed: ${describe(cause)}`, cause),
    );
    this.#worker.on("exit", (code) => this.#fail(`The engine's worker thread ended with exit code ${code}.`));
  }

  /** Waits until the program is loaded and its engine is open. */
  async start(): Promise<void> {
    this.description = `${await this.#wait<string>()} · worker thread`;
  }

  async put(name: string, tensor: HostTensor): Promise<void> {
    const copy = copyTensor(tensor);
    await this.#call<void>({ method: "put", name, tensor: copy }, [copy]);
  }

  async get(name: string): Promise<HostTensor> {
    return await this.#call<HostTensor>({ method: "get", name });
  }

  async run(functionName: string, feeds: HostTensors, options: RunOptions = {}): Promise<HostTensors> {
    // Copies are moved to the worker, so the caller's arrays stay usable.
    const copies = Object.fromEntries(
      Object.entries(feeds).map(([name, tensor]) => [name, copyTensor(tensor)]),
    );
    return await this.#call<HostTensors>(
      { method: "run", functionName, feeds: copies, options },
      Object.values(copies),
    );
  }

  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    const closing = this.#call<void>({ method: "close" });
    this.#ended = new EngineError("ENGINE_CLOSED", "The engine was closed; create a new one.");
    await closing.catch(() => undefined);
    await this.terminate();
  }

  /** Ends the thread at once; calls under way reject. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  async #call<T>(call: WorkerCall, moved: Iterable<HostTensor> = []): Promise<T> {
    if (this.#ended !== undefined) throw this.#ended;
    const answer = this.#wait<T>();
    this.#worker.postMessage({ ...call, id: this.#nextId - 1 }, listBuffers(moved));
    return await answer;
  }

  #wait<T>(): Promise<T> {
    const id = this.#nextId++;
    // A thread that nobody waits for must not keep the process alive.
    this.#worker.ref();
    return new Promise<T>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  #settle(reply: WorkerReply): void {
    const call = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (this.#pending.size === 0) this.#worker.unref();
    if (reply.isOk) call?.resolve(reply.value as never);
    else call?.reject(unpackError(reply.failure));
  }

  #fail(message: string, cause?: unknown): void {
    const error = new EngineError("WORKER_FAILED", message, { cause });
    this.#ended ??= error;
    for (const call of this.#pending.values()) call.reject(error);
    this.#pending.clear();
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function copyTensor(tensor: HostTensor): HostTensor {
  return { shape: [...tensor.shape], dtype: tensor.dtype, data: tensor.data.slice() };
}

/**
 * Runs a program in a worker thread, which keeps the event loop of this one free: a run blocks its thread for its
 * whole duration.
 *
 * `module` is the URL of a built ES module that exports `buildProgram(config): Program` and imports its ops from this
 * package; `config` must be structured-cloneable. Errors of the program arrive with the stack they had in the worker.
 * When the thread dies, all pending and later calls reject with WORKER_FAILED.
 */
export async function createWorkerEngine(
  module: URL,
  config: unknown,
  options: EngineOptions = {},
): Promise<Engine> {
  const engine = new WorkerEngine({ module: module.href, config, options });
  try {
    await engine.start();
  } catch (error) {
    await engine.terminate();
    throw error;
  }
  return engine;
}
