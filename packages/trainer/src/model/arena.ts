import { tf } from "@touchstone/engine";
import type { NamedArray, NamedArrays } from "../checkpoint/named-arrays.ts";
import { headSizeOf, type ModelConfig } from "./model-config.ts";
import { elementCount, type ParameterSpec, parameterSpecs } from "./parameters.ts";

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

/** Shapes of the tensors that the arena is cut into for computing: q, k and v are one matrix. */
export function computeShapes(config: ModelConfig): number[][] {
  const { hiddenSize: width, intermediateSize, vocabSize, heads, kvHeads, layers } = config;
  const headSize = headSizeOf(config);
  const block = [
    [(heads + 2 * kvHeads) * headSize, width],
    [width, heads * headSize],
    [intermediateSize, width],
    [intermediateSize, width],
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
