import type * as ort from "onnxruntime-node";
import { encodeModel } from "../onnx/encode-model.ts";
import type { OnnxDType } from "../onnx/graph.ts";
import { createGraph } from "../onnx/graph.ts";
import type { HostTensor } from "../tensor-types.ts";
import type { SessionOptions } from "./ort-session.ts";
import { createSession, toHostTensor } from "./ort-session.ts";

/**
 * Returns a host copy of a tensor. One on a device is read by a session that returns its input: asking the tensor for
 * its data ends the process in onnxruntime-node 1.30.
 */
export async function downloadOrtTensor(tensor: ort.Tensor, options: SessionOptions): Promise<HostTensor> {
  if (tensor.location === "cpu") {
    const host = toHostTensor(tensor);
    return { ...host, data: host.data.slice() };
  }
  const graph = createGraph("download");
  const info = { dtype: tensor.type as OnnxDType, shape: tensor.dims };
  graph.inputs.push({ name: "device", ...info });
  graph.outputs.push({ name: "host", ...info });
  graph.nodes.push({ op: "Identity", domain: "", inputs: ["device"], outputs: ["host"], attributes: {} });
  const session = await createSession(encodeModel(graph), options);
  try {
    const { host } = await session.run({ device: tensor });
    return toHostTensor(host as ort.Tensor);
  } finally {
    await session.release();
  }
}
