import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { builtModule } from "../built-module.ts";
import type { Device, EngineKind } from "../engine.ts";
import { ORT_VERSION } from "../jit/ort-session.ts";
import { tf } from "../tf.ts";
import { explainMissing } from "./open-device.ts";

/** One way to compute and whether it works here. */
export interface DeviceReport {
  readonly kind: EngineKind;
  readonly device: Exclude<Device, "auto">;
  /** For example "jit cpu". */
  readonly name: string;
  readonly usable: boolean;
  /** One line: what it is, or why it cannot be used and what would change that. */
  readonly detail: string;
}

/** Options of listDevices. */
export interface ListDevicesOptions {
  /** Longest wait for one device to answer, default 60000. */
  readonly timeoutMs?: number;
}

const CANDIDATES: readonly Omit<DeviceReport, "usable">[] = [
  {
    kind: "jit",
    device: "cpu",
    name: "jit cpu",
    detail: `ONNX Runtime ${ORT_VERSION}, one graph per function`,
  },
  {
    kind: "eager",
    device: "cpu",
    name: "eager cpu",
    detail: `tfjs ${tf.version_core} in JavaScript, the reference; slow`,
  },
  { kind: "eager", device: "cuda", name: "eager cuda", detail: "tfjs-node-gpu" },
  {
    kind: "jit",
    device: "webgpu",
    name: "jit webgpu",
    detail: `ONNX Runtime ${ORT_VERSION}, WebGPU provider`,
  },
  { kind: "jit", device: "cuda", name: "jit cuda", detail: `ONNX Runtime ${ORT_VERSION}, CUDA provider` },
];

/** Returns what can compute on this machine and why the rest cannot. Devices are tried in child processes, since a broken driver may end its process. */
export async function listDevices(options: ListDevicesOptions = {}): Promise<readonly DeviceReport[]> {
  const timeoutMs = options.timeoutMs ?? 60_000;
  return await Promise.all(
    CANDIDATES.map(async (candidate) => {
      const { kind, device } = candidate;
      const missing = explainMissing(kind, device);
      const reason = missing !== "" || device === "cpu" ? missing : await probe(kind, device, timeoutMs);
      return { ...candidate, usable: reason === "", detail: reason === "" ? candidate.detail : reason };
    }),
  );
}

/** Returns why a device cannot be used, or an empty string. */
function probe(kind: EngineKind, device: Device, timeoutMs: number): Promise<string> {
  const script = fileURLToPath(builtModule("devices/probe.js"));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, kind, device],
      { timeout: timeoutMs, env: process.env },
      (error, stdout) => {
        const line = stdout.trim().split("\n").at(-1) ?? "";
        if (line.startsWith("{")) resolve((JSON.parse(line) as { reason: string }).reason);
        else if (error?.killed === true) resolve(`it did not answer within ${timeoutMs} ms.`);
        else resolve(`trying it ended the process (${error?.signal ?? `exit code ${error?.code}`}).`);
      },
    );
  });
}
