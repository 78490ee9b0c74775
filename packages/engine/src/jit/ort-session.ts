import * as ort from "onnxruntime-node";
import type { DType, HostTensor } from "../tensor-types.ts";

/** Execution provider of ONNX Runtime. */
export type Provider = "cpu" | "webgpu" | "cuda";

/** How a session computes and where its outputs stay. */
export interface SessionOptions {
  readonly provider: Provider;
  readonly threads: number;
  /** Outputs that stay on the device (WebGPU only). */
  readonly deviceOutputs?: readonly string[];
}

/** Returns a session for the bytes of a model. */
export function createSession(bytes: Uint8Array, options: SessionOptions): Promise<ort.InferenceSession> {
  const deviceOutputs = options.deviceOutputs ?? [];
  return ort.InferenceSession.create(bytes, {
    executionProviders: [options.provider],
    intraOpNumThreads: options.threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
    // Denormals make the second moments of Adam slow; spinning threads take the core from other work.
    extra: { session: { set_denormal_as_zero: "1", intra_op: { allow_spinning: "0" } } },
    ...(deviceOutputs.length > 0 && {
      preferredOutputLocation: Object.fromEntries(deviceOutputs.map((name) => [name, "gpu-buffer" as const])),
    }),
  });
}

/** Returns an ONNX Runtime tensor over the same array, without a copy. */
export function toOrtTensor(host: HostTensor): ort.Tensor {
  return new ort.Tensor(host.dtype, host.data, host.shape);
}

/** Returns a host tensor over the same array, without a copy. */
export function toHostTensor(tensor: ort.Tensor): HostTensor {
  return { shape: [...tensor.dims], dtype: tensor.type as DType, data: tensor.data as HostTensor["data"] };
}

/** Version of ONNX Runtime. */
export const ORT_VERSION: string = ort.env.versions.node ?? ort.env.versions.common;
