import type { OpenDevice } from "./devices/open-device.ts";
import { openDevice } from "./devices/open-device.ts";
import { EagerEngine } from "./eager/eager-engine.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { EngineError } from "./errors.ts";
import { JitEngine } from "./jit/jit-engine.ts";
import { ORT_VERSION } from "./jit/ort-session.ts";
import type { Program } from "./program.ts";
import { checkDevice } from "./self-check/self-check.ts";
import { CPU_PROFILE, PORTABLE_PROFILE, WEBGPU_PROFILE } from "./trace/lowering-profile.ts";

const DEFAULT_MAX_CAPTURED_ELEMENTS = 65_536;

const PROFILES = { cpu: CPU_PROFILE, webgpu: WEBGPU_PROFILE, cuda: PORTABLE_PROFILE };

/** Largest relative error in the self-check: float32 rounding on a CPU; GPUs may multiply with 10-bit mantissas. */
const TOLERANCE = { cpu: 1e-4, gpu: 1e-2 };

/**
 * Runs a program in this thread (tests, small tools); a run blocks it, so servers use createWorkerEngine.
 *
 * Throws DEVICE_UNAVAILABLE when the device cannot be used, and SELF_CHECK_FAILED when it computes wrongly.
 */
export async function createEngine(program: Program, options: EngineOptions = {}): Promise<Engine> {
  const threads = options.threads ?? 1;
  if (!Number.isSafeInteger(threads) || threads < 1) {
    throw new EngineError("INVALID_INPUT", `threads must be a whole number of at least 1, not ${threads}.`);
  }
  const device = await openDevice(options.kind ?? "jit", options.device ?? "cpu");
  const open = (opened: Program) => openEngine(opened, device, threads, options);
  const isReference = device.kind === "eager" && device.backend === "cpu";
  if (options.selfCheck !== false && !isReference) {
    const isCpu = device.kind === "jit" && device.provider === "cpu";
    await checkDevice(`${JSON.stringify(device)} ${threads}`, open, isCpu ? TOLERANCE.cpu : TOLERANCE.gpu);
  }
  return open(program);
}

function openEngine(program: Program, device: OpenDevice, threads: number, options: EngineOptions): Engine {
  if (device.kind === "eager") return new EagerEngine(program, device.backend, `eager · ${device.name}`);
  const { provider } = device;
  const trace = {
    profile: PROFILES[provider],
    maxCapturedElements: options.maxCapturedElements ?? DEFAULT_MAX_CAPTURED_ELEMENTS,
  };
  const place = provider === "cpu" ? `cpu · ${threads} thread${threads === 1 ? "" : "s"}` : provider;
  return new JitEngine(program, { provider, threads }, trace, `jit · onnxruntime ${ORT_VERSION} · ${place}`);
}
