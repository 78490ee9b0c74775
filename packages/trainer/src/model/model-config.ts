import { TrainerError } from "../errors.ts";

/** Shape of a Llama-family decoder: RMSNorm before each block, rotary positions, grouped queries, SwiGLU, no biases. */
export interface ModelConfig {
  readonly vocabSize: number;
  readonly hiddenSize: number;
  readonly layers: number;
  /** Query heads; hiddenSize / heads is the head size and must be even. */
  readonly heads: number;
  /** Key and value heads; divides `heads`. */
  readonly kvHeads: number;
  /** Width of the feed-forward block. */
  readonly intermediateSize: number;
  /** Longest sequence the model accepts, prompt and completion together. */
  readonly maxPositions: number;
  readonly ropeTheta: number;
  readonly normEpsilon: number;
  /** The output head is the embedding matrix (no `lm_head.weight`). */
  readonly tieEmbeddings: boolean;
}

/** Returns the size of one attention head. */
export function headSizeOf(config: ModelConfig): number {
  return config.hiddenSize / config.heads;
}

/** Throws MODEL_INVALID when the sizes of a configuration do not fit together. */
export function checkModelConfig(config: ModelConfig): void {
  const sizes = [
    "vocabSize",
    "hiddenSize",
    "layers",
    "heads",
    "kvHeads",
    "intermediateSize",
    "maxPositions",
  ] as const;
  for (const name of sizes) {
    if (!Number.isSafeInteger(config[name]) || config[name] < 1) {
      throw new TrainerError(
        "MODEL_INVALID",
        `${name} must be a whole number of at least 1, not ${config[name]}.`,
      );
    }
  }
  if (!(config.ropeTheta > 0) || !(config.normEpsilon > 0)) {
    throw new TrainerError("MODEL_INVALID", "ropeTheta and normEpsilon must be positive numbers.");
  }
  if (config.hiddenSize % config.heads !== 0 || headSizeOf(config) % 2 !== 0) {
    throw new TrainerError(
      "MODEL_INVALID",
      `hiddenSize (${config.hiddenSize}) divided by heads (${config.heads}) must be an even whole number.`,
    );
  }
  if (config.heads % config.kvHeads !== 0) {
    throw new TrainerError(
      "MODEL_INVALID",
      `heads (${config.heads}) must be a multiple of kvHeads (${config.kvHeads}).`,
    );
  }
}
