import type { Provider } from "../../src/jit/ort-session.ts";
import type { LoweringProfile } from "../../src/trace/lowering-profile.ts";
import { CPU_PROFILE, PORTABLE_PROFILE, WEBGPU_PROFILE } from "../../src/trace/lowering-profile.ts";

/** Execution provider under test; TOUCHSTONE_TEST_PROVIDER=webgpu runs the same tests on another device. */
export const PROVIDER = (process.env["TOUCHSTONE_TEST_PROVIDER"] ?? "cpu") as Provider;

/** Lowerings that the provider under test must support. */
export const PROFILES: readonly LoweringProfile[] = {
  cpu: [CPU_PROFILE, PORTABLE_PROFILE],
  webgpu: [WEBGPU_PROFILE],
  cuda: [PORTABLE_PROFILE],
}[PROVIDER];

/** Allowed relative error where `onCpu` is allowed on the CPU. */
export const allowedError = (onCpu: number): number => (PROVIDER === "cpu" ? onCpu : Math.max(onCpu, 1e-3));
