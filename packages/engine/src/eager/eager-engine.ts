import {
  checkFeedNames,
  checkHostTensor,
  checkInput,
  checkKeep,
  failMissingInput,
  findFunction,
} from "../check-inputs.ts";
import type { Engine, RunOptions } from "../engine.ts";
import { EngineError } from "../errors.ts";
import { forbidRandom } from "../forbid-random.ts";
import type { FunctionSpec, Program } from "../program.ts";
import { createSerialQueue } from "../serial-queue.ts";
import type { HostTensor, HostTensors, Tensors } from "../tensor-types.ts";
import { tf } from "../tf.ts";
import { downloadTensor, uploadTensor } from "./host-tensor.ts";

/** Runs a program op by op on a registered tfjs backend; the state lives on that backend. */
export class EagerEngine implements Engine {
  readonly description: string;
  readonly #program: Program;
  readonly #backend: string;
  readonly #store = new Map<string, tf.Tensor>();
  readonly #enqueue = createSerialQueue();
  #closed = false;

  constructor(program: Program, backend: string, description: string) {
    this.#program = program;
    this.#backend = backend;
    this.description = description;
  }

  put(name: string, tensor: HostTensor): Promise<void> {
    return this.#schedule(async () => {
      checkHostTensor(name, tensor);
      this.#keep(
        name,
        withBackend(this.#backend, () => tf.keep(uploadTensor(tensor))),
      );
    });
  }

  get(name: string): Promise<HostTensor> {
    return this.#schedule(async () => {
      const tensor = this.#store.get(name);
      if (tensor === undefined)
        throw new EngineError("UNKNOWN_STATE", `No tensor is stored under "${name}".`);
      return await downloadTensor(tensor);
    });
  }

  run(functionName: string, feeds: HostTensors, options: RunOptions = {}): Promise<HostTensors> {
    return this.#schedule(async () => {
      const spec = findFunction(this.#program, functionName);
      const keep = options.keep ?? {};
      const outputs = this.#compute(functionName, spec, feeds);
      const results: Record<string, HostTensor> = {};
      try {
        checkKeep(functionName, Object.keys(outputs), keep);
        for (const [name, tensor] of Object.entries(outputs)) {
          const storeName = keep[name];
          if (storeName === undefined) results[name] = await downloadTensor(tensor);
          else
            this.#keep(
              storeName,
              withBackend(this.#backend, () => tf.keep(tensor.clone())),
            );
        }
      } finally {
        tf.dispose(outputs as Record<string, tf.Tensor>);
      }
      return results;
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#schedule(async () => {
      this.#closed = true;
      for (const tensor of this.#store.values()) tensor.dispose();
      this.#store.clear();
    });
  }

  #compute(functionName: string, spec: FunctionSpec, feeds: HostTensors): Tensors {
    return withBackend(this.#backend, () =>
      tf.tidy(() => {
        const inputs = this.#resolveInputs(functionName, spec, feeds);
        const outputs = forbidRandom(() => spec.run(inputs));
        // Clones, so that disposing an output never disposes an input or the same tensor twice.
        return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, tensor.clone()]));
      }),
    );
  }

  #resolveInputs(functionName: string, spec: FunctionSpec, feeds: HostTensors): Tensors {
    checkFeedNames(functionName, spec, feeds);
    const bindings = new Map<string, number>();
    const inputs: Record<string, tf.Tensor> = {};
    for (const [name, inputSpec] of Object.entries(spec.inputs)) {
      const feed = Object.hasOwn(feeds, name) ? feeds[name] : undefined;
      if (feed !== undefined) checkHostTensor(name, feed);
      const found = feed ?? this.#store.get(name) ?? failMissingInput(functionName, name);
      checkInput(functionName, name, inputSpec, found, bindings);
      inputs[name] = found instanceof tf.Tensor ? found : uploadTensor(found);
    }
    return inputs;
  }

  #keep(name: string, tensor: tf.Tensor): void {
    this.#store.get(name)?.dispose();
    this.#store.set(name, tensor);
  }

  #schedule<T>(task: () => Promise<T>): Promise<T> {
    return this.#enqueue(async () => {
      if (this.#closed) throw new EngineError("ENGINE_CLOSED", "The engine was closed; create a new one.");
      return await task();
    });
  }
}

/** Runs a synchronous function with another backend active and restores the one before. */
function withBackend<T>(backend: string, task: () => T): T {
  const previous = tf.getBackend();
  if (previous === backend) return task();
  tf.setBackend(backend);
  try {
    return task();
  } finally {
    if (previous) tf.setBackend(previous);
  }
}
