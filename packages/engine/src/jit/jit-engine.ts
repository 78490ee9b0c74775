import type * as ort from "onnxruntime-node";
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
import type { FunctionSpec, Program } from "../program.ts";
import { createSerialQueue } from "../serial-queue.ts";
import type { HostTensor, HostTensors } from "../tensor-types.ts";
import type { TracedFunction, TraceOptions } from "../trace/trace-function.ts";
import { inputName, outputName, traceFunction } from "../trace/trace-function.ts";
import { downloadOrtTensor } from "./download-ort-tensor.ts";
import type { SessionOptions } from "./ort-session.ts";
import { createSession, toHostTensor, toOrtTensor } from "./ort-session.ts";

/** Runs each function of a program as one ONNX graph, traced at its first call; the state lives in ONNX Runtime tensors. */
export class JitEngine implements Engine {
  readonly description: string;
  readonly #program: Program;
  readonly #session: SessionOptions;
  readonly #trace: TraceOptions;
  readonly #traced = new Map<string, TracedFunction>();
  readonly #sessions = new Map<string, ort.InferenceSession>();
  readonly #store = new Map<string, ort.Tensor>();
  readonly #enqueue = createSerialQueue();
  #closed = false;

  constructor(program: Program, session: SessionOptions, trace: TraceOptions, description: string) {
    this.#program = program;
    this.#session = session;
    this.#trace = trace;
    this.description = description;
  }

  put(name: string, tensor: HostTensor): Promise<void> {
    return this.#schedule(async () => {
      checkHostTensor(name, tensor);
      this.#keep(name, toOrtTensor({ ...tensor, data: tensor.data.slice() }));
    });
  }

  get(name: string): Promise<HostTensor> {
    return this.#schedule(async () => {
      const tensor = this.#store.get(name);
      if (tensor === undefined)
        throw new EngineError("UNKNOWN_STATE", `No tensor is stored under "${name}".`);
      return await downloadOrtTensor(tensor, this.#session);
    });
  }

  run(functionName: string, feeds: HostTensors, options: RunOptions = {}): Promise<HostTensors> {
    return this.#schedule(async () => {
      const spec = findFunction(this.#program, functionName);
      const keep = options.keep ?? {};
      const inputs = this.#resolveInputs(functionName, spec, feeds);
      const traced = this.#traceOnce(functionName, spec);
      checkKeep(functionName, traced.outputs, keep);
      const session = await this.#openSession(functionName, traced, Object.keys(keep));
      const outputs = await runSession(functionName, session, inputs);
      return this.#sortOutputs(traced.outputs, outputs, keep);
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#schedule(async () => {
      this.#closed = true;
      for (const tensor of this.#store.values()) tensor.dispose();
      this.#store.clear();
      for (const session of this.#sessions.values()) await session.release();
      this.#sessions.clear();
    });
  }

  #resolveInputs(functionName: string, spec: FunctionSpec, feeds: HostTensors): Record<string, ort.Tensor> {
    checkFeedNames(functionName, spec, feeds);
    const bindings = new Map<string, number>();
    const inputs: Record<string, ort.Tensor> = {};
    for (const [name, inputSpec] of Object.entries(spec.inputs)) {
      const feed = Object.hasOwn(feeds, name) ? feeds[name] : undefined;
      if (feed !== undefined) checkHostTensor(name, feed);
      const tensor =
        feed === undefined
          ? (this.#store.get(name) ?? failMissingInput(functionName, name))
          : toOrtTensor(feed);
      checkInput(functionName, name, inputSpec, { shape: tensor.dims, dtype: tensor.type }, bindings);
      inputs[inputName(name)] = tensor;
    }
    return inputs;
  }

  #traceOnce(functionName: string, spec: FunctionSpec): TracedFunction {
    const known = this.#traced.get(functionName);
    if (known !== undefined) return known;
    const traced = traceFunction(spec, this.#trace);
    this.#traced.set(functionName, traced);
    return traced;
  }

  /** On a device, which outputs stay there is part of a session; on the CPU one session serves all. */
  async #openSession(
    functionName: string,
    traced: TracedFunction,
    kept: readonly string[],
  ): Promise<ort.InferenceSession> {
    const deviceOutputs = this.#session.provider === "webgpu" ? kept.map(outputName).sort() : [];
    const key = JSON.stringify([functionName, deviceOutputs]);
    const known = this.#sessions.get(key);
    if (known !== undefined) return known;
    const session = await createSession(traced.bytes, { ...this.#session, deviceOutputs });
    this.#sessions.set(key, session);
    return session;
  }

  #sortOutputs(
    names: readonly string[],
    outputs: ort.InferenceSession.ReturnType,
    keep: Readonly<Record<string, string>>,
  ): HostTensors {
    const results: Record<string, HostTensor> = {};
    for (const name of names) {
      const tensor = outputs[outputName(name)] as ort.Tensor;
      const storeName = keep[name];
      if (storeName === undefined) results[name] = toHostTensor(tensor);
      else this.#keep(storeName, tensor);
    }
    return results;
  }

  #keep(name: string, tensor: ort.Tensor): void {
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

async function runSession(
  functionName: string,
  session: ort.InferenceSession,
  inputs: Record<string, ort.Tensor>,
): Promise<ort.InferenceSession.ReturnType> {
  try {
    return await session.run(inputs);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError("RUN_FAILED", `ONNX Runtime failed in "${functionName}": ${reason}`, { cause });
  }
}
