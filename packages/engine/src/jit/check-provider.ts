import { EngineError } from "../errors.ts";
import { encodeModel } from "../onnx/encode-model.ts";
import { createGraph } from "../onnx/graph.ts";
import type { Provider } from "./ort-session.ts";
import { createSession } from "./ort-session.ts";

/** Opens and releases a one-node session; throws DEVICE_UNAVAILABLE with the reason when the provider cannot start. */
export async function checkProvider(provider: Provider): Promise<void> {
  const graph = createGraph("probe");
  graph.inputs.push({ name: "x", dtype: "float32", shape: [1] });
  graph.outputs.push({ name: "y", dtype: "float32", shape: [1] });
  graph.nodes.push({ op: "Neg", domain: "", inputs: ["x"], outputs: ["y"], attributes: {} });
  try {
    const session = await createSession(encodeModel(graph), { provider, threads: 1 });
    await session.release();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError("DEVICE_UNAVAILABLE", `ONNX Runtime cannot use ${provider}: ${shorten(reason)}`, {
      cause,
    });
  }
}

/** Messages of native code begin with a source path and a C++ signature; the reason is at the end. */
function shorten(reason: string): string {
  const line = reason.trim().split("\n")[0] as string;
  const end = line.lastIndexOf(" was false. ");
  return end < 0 ? line : line.slice(end + " was false. ".length);
}
