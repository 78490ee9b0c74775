import { tf } from "@touchstone/engine";
import type { NamedArray, NamedArrays } from "../checkpoint/named-arrays.ts";
import { headSizeOf, type ModelConfig } from "./model-config.ts";
import { elementCount, type ParameterSpec, parameterSpecs } from "./parameters.ts";

/** Weights of one block as tensors; D width, F feed-forward width, hd head size. */
export interface BlockWeights {
  readonly qkv: tf.Tensor; // [(heads + 2 kvHeads) * hd, D]
  readonly output: tf.Tensor; // [D, heads * hd]
  readonly gateUp: tf.Tensor; // [2 F, D]
  readonly down: tf.Tensor; // [D, F]
  readonly attentionGain: tf.Tensor; // [D]
  readonly feedForwardGain: tf.Tensor; // [D]
}

/** Weights of the model as tensors. */
export interface ModelWeights {
  readonly embedding: tf.Tensor; // [V, D]
  readonly head: tf.Tensor; // [V, D], the embedding itself when tied
  readonly blocks: readonly BlockWeights[];
  readonly finalGain: tf.Tensor; // [D]
}

/** Returns the arrays one after another in arena order. */
export function packArena(config: ModelConfig, arrays: NamedArrays): Float32Array {
  const specs = parameterSpecs(config);
  const arena = new Float32Array(specs.reduce((sum, spec) => sum + elementCount(spec.shape), 0));
  forEachSpan(specs, ({ name }, start) => arena.set((arrays[name] as NamedArray).data, start));
  return arena;
}

/** Returns copies of the parts of an arena by name. */
export function unpackArena(config: ModelConfig, arena: Float32Array): NamedArrays {
  const arrays: Record<string, NamedArray> = {};
  forEachSpan(parameterSpecs(config), ({ name, shape }, start, end) => {
    arrays[name] = { shape, data: arena.slice(start, end) };
  });
  return arrays;
}

function forEachSpan(
  specs: readonly ParameterSpec[],
  visit: (spec: ParameterSpec, start: number, end: number) => void,
): void {
  let start = 0;
  for (const spec of specs) {
    const end = start + elementCount(spec.shape);
    visit(spec, start, end);
    start = end;
  }
}

/** Returns how many leading elements of the arena belong to matrices, the part that weight decay applies to. */
export function countMatrixElements(config: ModelConfig): number {
  return parameterSpecs(config).reduce(
    (sum, { shape }) => sum + (shape.length > 1 ? elementCount(shape) : 0),
    0,
  );
}

/** Shapes of the tensors that the arena is cut into for computing: neighbours that share an input are one matrix. */
export function computeShapes(config: ModelConfig): number[][] {
  const { hiddenSize: width, intermediateSize, vocabSize, heads, kvHeads, layers } = config;
  const headSize = headSizeOf(config);
  const block = [
    [(heads + 2 * kvHeads) * headSize, width],
    [width, heads * headSize],
    [2 * intermediateSize, width],
    [width, intermediateSize],
  ];
  return [
    ...(config.tieEmbeddings
      ? [[vocabSize, width]]
      : [
          [vocabSize, width],
          [vocabSize, width],
        ]),
    ...Array.from({ length: layers }, () => block).flat(),
    ...Array.from({ length: 2 * layers + 1 }, () => [width]),
  ];
}

/** Cuts an arena tensor [P] into tensors of `computeShapes`. */
export function splitArena(config: ModelConfig, arena: tf.Tensor): tf.Tensor[] {
  const shapes = computeShapes(config);
  const parts = tf.split(arena as tf.Tensor1D, shapes.map(elementCount), 0);
  return parts.map((part, index) => tf.reshape(part, shapes[index] as number[]));
}

/** Joins tensors of `computeShapes` into one arena tensor [P]. */
export function joinArena(parts: readonly tf.Tensor[]): tf.Tensor {
  return tf.concat(
    parts.map((part) => tf.reshape(part, [-1])),
    0,
  );
}

/** Names the tensors that an arena was cut into. */
export function nameWeights(config: ModelConfig, parts: readonly tf.Tensor[]): ModelWeights {
  const at = (index: number) => parts[index] as tf.Tensor;
  const first = config.tieEmbeddings ? 1 : 2;
  const gains = first + 4 * config.layers;
  const blocks = Array.from({ length: config.layers }, (_, layer) => ({
    qkv: at(first + 4 * layer),
    output: at(first + 4 * layer + 1),
    gateUp: at(first + 4 * layer + 2),
    down: at(first + 4 * layer + 3),
    attentionGain: at(gains + 2 * layer),
    feedForwardGain: at(gains + 2 * layer + 1),
  }));
  return { embedding: at(0), head: at(first - 1), blocks, finalGain: at(gains + 2 * config.layers) };
}
