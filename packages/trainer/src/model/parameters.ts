import type { NamedArray, NamedArrays } from "../checkpoint/named-arrays.ts";
import { TrainerError } from "../errors.ts";
import { createRandom, type Random } from "../random.ts";
import { headSizeOf, type ModelConfig } from "./model-config.ts";

/** One parameter of the model under its Hugging Face name; matrices are [out, in] as on disk. */
export interface ParameterSpec {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * Returns all parameters in arena order: first every matrix, then every norm gain, so that weight decay covers one
 * leading span; the q, k and v projections of a block are neighbours, so that one matrix product computes them together.
 */
export function parameterSpecs(config: ModelConfig): ParameterSpec[] {
  const { hiddenSize, intermediateSize, vocabSize, heads, kvHeads } = config;
  const headSize = headSizeOf(config);
  const matrices: ParameterSpec[] = [{ name: "model.embed_tokens.weight", shape: [vocabSize, hiddenSize] }];
  if (!config.tieEmbeddings) matrices.push({ name: "lm_head.weight", shape: [vocabSize, hiddenSize] });
  const gains: ParameterSpec[] = [];
  for (let layer = 0; layer < config.layers; layer++) {
    const prefix = `model.layers.${layer}`;
    matrices.push(
      { name: `${prefix}.self_attn.q_proj.weight`, shape: [heads * headSize, hiddenSize] },
      { name: `${prefix}.self_attn.k_proj.weight`, shape: [kvHeads * headSize, hiddenSize] },
      { name: `${prefix}.self_attn.v_proj.weight`, shape: [kvHeads * headSize, hiddenSize] },
      { name: `${prefix}.self_attn.o_proj.weight`, shape: [hiddenSize, heads * headSize] },
      { name: `${prefix}.mlp.gate_proj.weight`, shape: [intermediateSize, hiddenSize] },
      { name: `${prefix}.mlp.up_proj.weight`, shape: [intermediateSize, hiddenSize] },
      { name: `${prefix}.mlp.down_proj.weight`, shape: [hiddenSize, intermediateSize] },
    );
    gains.push(
      { name: `${prefix}.input_layernorm.weight`, shape: [hiddenSize] },
      { name: `${prefix}.post_attention_layernorm.weight`, shape: [hiddenSize] },
    );
  }
  return [...matrices, ...gains, { name: "model.norm.weight", shape: [hiddenSize] }];
}

/** Returns the number of elements of a shape. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}

/** Returns the number of trainable numbers of a model; a tied head counts once. */
export function countParameters(config: ModelConfig): number {
  return parameterSpecs(config).reduce((sum, spec) => sum + elementCount(spec.shape), 0);
}

/**
 * Returns fresh parameters: gains of 1; embedding and head normal with deviation 0.02; other matrices normal with
 * deviation 1 / sqrt(in), those that write to the residual stream divided by sqrt(2 * layers) more, so that its
 * variance does not grow with depth (GPT-2). Each parameter draws from a stream of its own name.
 */
export function initializeParameters(config: ModelConfig, seed: number): NamedArrays {
  const residualScale = 1 / Math.sqrt(2 * config.layers);
  const entries = parameterSpecs(config).map(({ name, shape }): [string, NamedArray] => {
    const data = new Float32Array(elementCount(shape));
    const deviation = initialDeviation(name, shape, residualScale);
    if (deviation === undefined) data.fill(1);
    else fillNormal(data, deviation, createRandom(seed, "parameters", name));
    return [name, { shape, data }];
  });
  return Object.fromEntries(entries);
}

function initialDeviation(name: string, shape: readonly number[], residualScale: number): number | undefined {
  const inputs = shape[1];
  if (inputs === undefined) return undefined;
  if (name === "model.embed_tokens.weight" || name === "lm_head.weight") return 0.02;
  const writesResidual = name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight");
  return (writesResidual ? residualScale : 1) / Math.sqrt(inputs);
}

function fillNormal(data: Float32Array, deviation: number, random: Random): void {
  for (let i = 0; i < data.length; i++) data[i] = random.normal() * deviation;
}

/** Throws CHECKPOINT_INVALID unless the arrays are exactly the parameters of the model, by name and shape. */
export function checkParameters(config: ModelConfig, arrays: NamedArrays, what: string): void {
  const specs = parameterSpecs(config);
  for (const { name, shape } of specs) {
    const array = Object.hasOwn(arrays, name) ? arrays[name] : undefined;
    if (array === undefined) throw new TrainerError("CHECKPOINT_INVALID", `${what} lack the tensor ${name}.`);
    const fits = array.shape.length === shape.length && shape.every((dim, axis) => dim === array.shape[axis]);
    if (!fits || array.data.length !== elementCount(shape)) {
      throw new TrainerError(
        "CHECKPOINT_INVALID",
        `${what}: ${name} is [${array.shape}] with ${array.data.length} values but the model needs [${shape}].`,
      );
    }
  }
  const known = new Set(specs.map((spec) => spec.name));
  const extra = Object.keys(arrays).find((name) => !known.has(name));
  if (extra !== undefined) {
    throw new TrainerError(
      "CHECKPOINT_INVALID",
      `${what} hold the tensor ${extra}, which this model does not have.`,
    );
  }
}
