import { EngineError } from "./errors.ts";
import type { FunctionSpec, Program } from "./program.ts";
import type { DType, HostTensor, HostTensors, TensorSpec } from "./tensor-types.ts";
import { countElements } from "./tensor-types.ts";

/** Shape and element type of a tensor that is about to be used as an input. */
interface TensorShape {
  readonly shape: readonly number[];
  readonly dtype: string;
}

/** Returns a function of a program; throws UNKNOWN_FUNCTION with the names that exist. */
export function findFunction(program: Program, name: string): FunctionSpec {
  const spec = Object.hasOwn(program.functions, name) ? program.functions[name] : undefined;
  if (spec === undefined) {
    const known = Object.keys(program.functions).join(", ");
    throw new EngineError(
      "UNKNOWN_FUNCTION",
      `There is no function "${name}" in the program; it has: ${known}.`,
    );
  }
  return spec;
}

/** Throws INVALID_INPUT unless the typed array of a host tensor fits its element type and shape. */
export function checkHostTensor(name: string, tensor: HostTensor): void {
  const arrays: Record<DType, unknown> = { float32: Float32Array, int32: Int32Array, bool: Uint8Array };
  const expected = arrays[tensor.dtype];
  if (expected === undefined || tensor.data.constructor !== expected) {
    throw new EngineError(
      "INVALID_INPUT",
      `Tensor "${name}" is declared ${tensor.dtype} but its data is a ${tensor.data.constructor.name}; use Float32Array for float32, Int32Array for int32, Uint8Array for bool.`,
    );
  }
  const size = countElements(tensor.shape);
  if (tensor.shape.some((dim) => !Number.isSafeInteger(dim) || dim < 0) || size !== tensor.data.length) {
    throw new EngineError(
      "INVALID_INPUT",
      `Tensor "${name}" has shape [${tensor.shape}] (${size} elements) but ${tensor.data.length} values.`,
    );
  }
}

/** Throws INVALID_INPUT when a feed is not an input of the function. */
export function checkFeedNames(functionName: string, spec: FunctionSpec, feeds: HostTensors): void {
  for (const name of Object.keys(feeds)) {
    if (!Object.hasOwn(spec.inputs, name)) {
      const known = Object.keys(spec.inputs).join(", ");
      throw new EngineError(
        "INVALID_INPUT",
        `Function "${functionName}" has no input "${name}"; it takes: ${known}.`,
      );
    }
  }
}

/**
 * Throws INVALID_INPUT unless a tensor fits the spec of an input. `bindings` collects the sizes of symbolic dims over
 * all inputs of one call, so that a name means one size.
 */
export function checkInput(
  functionName: string,
  name: string,
  spec: TensorSpec,
  tensor: TensorShape,
  bindings: Map<string, number>,
): void {
  const dtype = spec.dtype ?? "float32";
  const fits =
    tensor.dtype === dtype &&
    tensor.shape.length === spec.shape.length &&
    spec.shape.every((dim, axis) => fitsDim(dim, tensor.shape[axis] as number, bindings));
  if (!fits) {
    const bound = [...bindings].map(([symbol, size]) => `${symbol}=${size}`).join(", ");
    throw new EngineError(
      "INVALID_INPUT",
      `Input "${name}" of "${functionName}" must be ${dtype} [${spec.shape}] but is ${tensor.dtype} [${tensor.shape}]${bound === "" ? "" : ` (symbolic dims so far: ${bound})`}.`,
    );
  }
}

function fitsDim(dim: number | string, size: number, bindings: Map<string, number>): boolean {
  if (typeof dim === "number") return dim === size;
  const bound = bindings.get(dim);
  if (bound !== undefined) return bound === size;
  if (size < 1) return false;
  bindings.set(dim, size);
  return true;
}

/** Throws MISSING_INPUT for an input that was neither fed nor stored. */
export function failMissingInput(functionName: string, name: string): never {
  throw new EngineError(
    "MISSING_INPUT",
    `Input "${name}" of "${functionName}" was not fed and no tensor of that name is stored; feed it or put it first.`,
  );
}

/** Throws INVALID_INPUT when `keep` names an output that the function did not return. */
export function checkKeep(
  functionName: string,
  outputs: readonly string[],
  keep: Readonly<Record<string, string>>,
): void {
  for (const name of Object.keys(keep)) {
    if (!outputs.includes(name)) {
      throw new EngineError(
        "INVALID_INPUT",
        `Function "${functionName}" has no output "${name}" to keep; it returns: ${outputs.join(", ")}.`,
      );
    }
  }
}
