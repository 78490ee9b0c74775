import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Device, EngineKind } from "../engine.ts";
import { EngineError } from "../errors.ts";
import { checkProvider } from "../jit/check-provider.ts";
import type { Provider } from "../jit/ort-session.ts";
import { explainMissingNodeGpu, loadNodeGpu, NODE_GPU_BACKEND } from "./node-gpu.ts";

/** A device that was found usable. */
export type OpenDevice =
  | { readonly kind: "jit"; readonly provider: Provider }
  | { readonly kind: "eager"; readonly backend: string; readonly name: string };

/** Returns a usable device for an engine kind; throws DEVICE_UNAVAILABLE, saying why, when it is not usable. */
export async function openDevice(kind: EngineKind, device: Device): Promise<OpenDevice> {
  if (device === "auto") return await openDevice(kind, "cuda").catch(() => openDevice(kind, "cpu"));
  const missing = explainMissing(kind, device);
  if (missing !== "") throw new EngineError("DEVICE_UNAVAILABLE", missing);
  if (kind === "jit") {
    if (device !== "cpu") await checkProvider(device);
    return { kind, provider: device };
  }
  if (device === "cpu") return { kind, backend: "cpu", name: "tfjs cpu" };
  await loadNodeGpu();
  return { kind, backend: NODE_GPU_BACKEND, name: "tfjs-node-gpu" };
}

/** Returns why a device cannot be used, as far as that is known without trying it, or an empty string. */
export function explainMissing(kind: EngineKind, device: Provider): string {
  if (device === "cpu") return "";
  if (kind === "eager") {
    return device === "cuda"
      ? explainMissingNodeGpu()
      : "Eager execution has no WebGPU backend here; use the jit engine for WebGPU.";
  }
  if (device === "webgpu" || hasCudaProvider()) return "";
  return "onnxruntime-node was installed without its CUDA provider; reinstall it with ONNXRUNTIME_NODE_INSTALL=cuda12 set, on a machine with CUDA 12 and cuDNN 9.";
}

/** The provider is a separate library beside the binding; asking ONNX Runtime for a missing one prints to stderr. */
function hasCudaProvider(): boolean {
  const entry = createRequire(import.meta.url).resolve("onnxruntime-node");
  const library =
    process.platform === "win32" ? "onnxruntime_providers_cuda.dll" : "libonnxruntime_providers_cuda.so";
  return existsSync(join(dirname(entry), "..", "bin", "napi-v6", process.platform, process.arch, library));
}
