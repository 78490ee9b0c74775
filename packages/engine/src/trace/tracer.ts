import { toDType } from "../eager/host-tensor.ts";
import { EngineError } from "../errors.ts";
import type { DType } from "../tensor-types.ts";
import { countElements } from "../tensor-types.ts";
import { tf } from "../tf.ts";
import { tfjsInternals } from "../tfjs-internals.ts";
import type { Attributes } from "./graph-recorder.ts";
import { GraphRecorder } from "./graph-recorder.ts";
import type { LoweringProfile } from "./lowering-profile.ts";
import type { SymbolicDims } from "./symbolic-dims.ts";
import type { Operand, TracedValue } from "./traced-value.ts";
import { describeValues, isSameShape } from "./traced-value.ts";

/** How a function is traced. */
export interface TracerOptions {
  readonly profile: LoweringProfile;
  readonly dims: SymbolicDims;
  /** Largest tensor of another backend that may become a constant. */
  readonly maxCapturedElements: number;
}

/** One trace in progress: what each tfjs tensor is in the graph being recorded. */
export class Tracer {
  readonly graph: GraphRecorder;
  readonly profile: LoweringProfile;
  readonly #maxCapturedElements: number;
  readonly #values = new WeakMap<object, TracedValue>();
  readonly #expanded = new WeakMap<TracedValue, Map<string, string>>();

  constructor(options: TracerOptions) {
    this.graph = new GraphRecorder(options.dims);
    this.profile = options.profile;
    this.#maxCapturedElements = options.maxCapturedElements;
  }

  /** Remembers what a tensor's data is. */
  setValue(dataId: object, value: TracedValue): void {
    this.#values.set(dataId, value);
  }

  /** Returns what is known of a tensor's data, or undefined when this trace did not make it. */
  findValue(dataId: object): TracedValue | undefined {
    return this.#values.get(dataId);
  }

  /** Returns what is known of a tensor; a small one of another backend becomes a constant. */
  valueOf(info: tf.TensorInfo): TracedValue {
    const known = this.#values.get(info.dataId);
    if (known !== undefined) return known;
    const captured = describeValues(this.#readForeign(info), info.shape, toDType(info.dtype));
    this.#values.set(info.dataId, captured);
    return captured;
  }

  /** Returns tensor info for a traced value under a logical shape. */
  wrap(value: TracedValue, shape: readonly number[]): tf.TensorInfo {
    const dataId = {};
    this.#values.set(dataId, value);
    return { dataId, shape: [...shape], dtype: value.dtype };
  }

  /** Returns the tensor that stands for a graph value. */
  tensor(name: string, shape: readonly number[], dtype: DType): tf.Tensor {
    const info = this.wrap({ kind: "value", dtype, name, shape }, shape);
    return tfjsInternals().makeTensorFromTensorInfo(info, tf.backend() as tf.KernelBackend);
  }

  /** Records a node with one full-shaped output. */
  emit(
    op: string,
    inputs: readonly string[],
    shape: readonly number[],
    dtype: DType,
    attributes: Attributes = {},
    domain = "",
  ) {
    return this.wrap(
      { kind: "value", dtype, name: this.graph.node(op, inputs, attributes, domain), shape },
      shape,
    );
  }

  /** Returns a graph value whose shape broadcasts to the tensor's. */
  operand(info: tf.TensorInfo): Operand {
    const value = this.valueOf(info);
    if (value.kind === "value") return value;
    if (value.kind === "splat") return { name: this.graph.scalar(value.number, value.dtype), shape: [] };
    return { name: this.#constantName(value.values, info.shape, value.dtype), shape: info.shape };
  }

  /** Returns the name of a graph value that has exactly the tensor's shape. */
  full(info: tf.TensorInfo): string {
    const operand = this.operand(info);
    if (isSameShape(operand.shape, info.shape)) return operand.name;
    const value = this.valueOf(info);
    const key = info.shape.join();
    const names = this.#expanded.get(value) ?? new Map<string, string>();
    this.#expanded.set(value, names);
    const known = names.get(key);
    if (known !== undefined && this.graph.isVisible(known)) return known;
    const name = this.graph.node("Expand", [operand.name, this.graph.shapeValue(info.shape, false)]);
    names.set(key, name);
    return name;
  }

  /** Returns a tensor with the same elements under another shape. */
  reshape(info: tf.TensorInfo, shape: readonly number[]): tf.TensorInfo {
    const value = this.valueOf(info);
    if (value.kind === "splat" || isSameShape(info.shape, shape)) return this.wrap(value, shape);
    if (value.kind === "constant") return this.wrap({ ...value, shape }, shape);
    const attributes: Attributes = shape.includes(0) ? { allowzero: 1 } : {};
    return this.emit(
      "Reshape",
      [this.full(info), this.graph.shapeValue(shape, true)],
      shape,
      value.dtype,
      attributes,
    );
  }

  #constantName(values: ArrayLike<number>, shape: readonly number[], dtype: DType): string {
    const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array };
    return this.graph.constant(dtype, shape, arrays[dtype].from(values));
  }

  #readForeign(info: tf.TensorInfo): ArrayLike<number> {
    const owner = tfjsInternals().state.tensorInfo.get(info.dataId)?.backend;
    if (owner === undefined || owner === tf.backend()) {
      throw new EngineError(
        "INVALID_FUNCTION",
        "A function used a tensor that an earlier trace made; make tensors inside the function or pass them as inputs.",
      );
    }
    const size = countElements(info.shape);
    if (size > this.#maxCapturedElements) {
      throw new EngineError(
        "CAPTURED_TENSOR_TOO_LARGE",
        `A function uses a tensor [${info.shape}] from outside; more than ${this.#maxCapturedElements} elements are not baked into a graph, so pass it as an input.`,
      );
    }
    return owner.readSync(info.dataId) as ArrayLike<number>;
  }
}
