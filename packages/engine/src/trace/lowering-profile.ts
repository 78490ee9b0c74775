/** Which of several equivalent lowerings suits an execution provider. */
export interface LoweringProfile {
  readonly name: "cpu" | "webgpu" | "portable";
  /** Use the two-output SimplifiedLayerNormalization; its second output is wrong on WebGPU. */
  readonly fusedRmsNorm: boolean;
  /** Whether GroupQueryAttention may be used for a head size. */
  readonly fusedAttention: (headSize: number) => boolean;
  /** Largest table whose gather gradient is a one-hot matrix product rather than a scatter. */
  readonly maxOneHotRows: number;
  /** Pick one value per row by a one-hot product instead of GatherElements. */
  readonly pickByOneHot: boolean;
  /** Whether Pow takes operands that both broadcast; on WebGPU it fails. */
  readonly broadcastsPow: boolean;
}

/** For the CPU provider. */
export const CPU_PROFILE: LoweringProfile = {
  name: "cpu",
  fusedRmsNorm: true,
  fusedAttention: (headSize) => headSize % 16 === 0,
  maxOneHotRows: 256,
  pickByOneHot: false,
  broadcastsPow: true,
};

/** Operators that every provider computes rightly and on the device; for CUDA, whose GroupQueryAttention lacks float32. */
export const PORTABLE_PROFILE: LoweringProfile = {
  name: "portable",
  fusedRmsNorm: false,
  fusedAttention: () => false,
  maxOneHotRows: 8192,
  pickByOneHot: true,
  broadcastsPow: false,
};

/** For the WebGPU provider. */
export const WEBGPU_PROFILE: LoweringProfile = {
  ...PORTABLE_PROFILE,
  name: "webgpu",
  fusedAttention: (headSize) => headSize % 16 === 0,
};
