import { parentPort, workerData } from "node:worker_threads";
import { createEngine } from "../create-engine.ts";
import type { Engine } from "../engine.ts";
import { EngineError } from "../errors.ts";
import type { Program } from "../program.ts";
import type { HostTensor, HostTensors } from "../tensor-types.ts";
import type { WorkerReply, WorkerRequest, WorkerSetup } from "./protocol.ts";
import { listBuffers, packError } from "./protocol.ts";

/** Loads the program module, opens its engine, says so, then answers calls. */
async function main(port: NonNullable<typeof parentPort>, setup: WorkerSetup): Promise<void> {
  const reply = (message: WorkerReply, tensors: Iterable<HostTensor> = []) =>
    port.postMessage(message, listBuffers(tensors));
  try {
    const engine = await createEngine(await loadProgram(setup), setup.options);
    reply({ id: 0, isOk: true, value: engine.description });
    port.on("message", async (request: WorkerRequest) => {
      try {
        const { value, tensors } = await answer(engine, request);
        reply({ id: request.id, isOk: true, value }, tensors);
      } catch (error) {
        reply({ id: request.id, isOk: false, failure: packError(error) });
      }
    });
  } catch (error) {
    reply({ id: 0, isOk: false, failure: packError(error) });
  }
}

async function loadProgram({ module, config }: WorkerSetup): Promise<Program> {
  const loaded: Record<string, unknown> = await import(module);
  const build = loaded["buildProgram"];
  if (typeof build !== "function") {
    throw new EngineError(
      "INVALID_FUNCTION",
      `The module ${module} does not export a function buildProgram(config).`,
    );
  }
  return (await build(config)) as Program;
}

async function answer(
  engine: Engine,
  request: WorkerRequest,
): Promise<{ value: unknown; tensors: HostTensor[] }> {
  switch (request.method) {
    case "put":
      await engine.put(request.name, request.tensor);
      return { value: undefined, tensors: [] };
    case "get": {
      const tensor = await engine.get(request.name);
      return { value: tensor, tensors: [tensor] };
    }
    case "run": {
      const outputs: HostTensors = await engine.run(request.functionName, request.feeds, request.options);
      return { value: outputs, tensors: Object.values(outputs) };
    }
    case "close":
      await engine.close();
      return { value: undefined, tensors: [] };
  }
}

if (parentPort !== null) await main(parentPort, workerData as WorkerSetup);
