import { createHash } from "node:crypto";
import { EngineError } from "../errors.ts";
import type { OnnxAttribute, OnnxDType, OnnxGraph } from "../onnx/graph.ts";
import { createGraph } from "../onnx/graph.ts";
import type { DType } from "../tensor-types.ts";
import type { SymbolicDims } from "./symbolic-dims.ts";

/** Attributes of a node by name. */
export type Attributes = Readonly<Record<string, OnnxAttribute>>;

/** How a node is recorded. */
interface NodeOptions {
  /** Number of outputs, default 1. */
  readonly outputs?: number;
  readonly domain?: string;
  /** Record in the innermost graph even if nothing of it is used. */
  readonly pinned?: boolean;
}

/**
 * Records nodes and constants of one graph and the loop bodies inside it.
 *
 * A node goes into the outermost graph that knows all its inputs, so what does not change in a loop is computed once,
 * outside it.
 */
export class GraphRecorder {
  readonly root: OnnxGraph = createGraph("main");
  readonly dims: SymbolicDims;
  readonly #scopes: OnnxGraph[] = [this.root];
  readonly #owners = new Map<string, OnnxGraph>();
  readonly #constants = new Map<string, string>();
  readonly #dimSources = new Map<string, string>();
  #nextId = 0;

  constructor(dims: SymbolicDims) {
    this.dims = dims;
  }

  /** Returns a new value name. */
  newName(prefix: string): string {
    return `${prefix}${this.#nextId++}`;
  }

  /** Records a node and returns the names of its outputs. */
  nodes(
    op: string,
    inputs: readonly string[],
    attributes: Attributes = {},
    options: NodeOptions = {},
  ): string[] {
    const innermost = this.#scopes.length - 1;
    const depth =
      options.pinned === true ? innermost : Math.max(0, ...inputs.map((name) => this.#depthOf(name)));
    const graph = this.#scopes[depth] as OnnxGraph;
    const outputs = Array.from({ length: options.outputs ?? 1 }, () => this.newName("v"));
    for (const output of outputs) this.#owners.set(output, graph);
    graph.nodes.push({ op, domain: options.domain ?? "", inputs: [...inputs], outputs, attributes });
    return outputs;
  }

  /** Records a node with one output and returns its name. */
  node(op: string, inputs: readonly string[], attributes: Attributes = {}, domain = ""): string {
    return this.nodes(op, inputs, attributes, { domain })[0] as string;
  }

  /** Declares an input of the innermost graph and returns its name. */
  input(name: string, dtype: OnnxDType, shape: readonly (number | string)[]): string {
    const graph = this.#scopes.at(-1) as OnnxGraph;
    graph.inputs.push({ name, dtype, shape });
    this.#owners.set(name, graph);
    return name;
  }

  /** Declares an output of the innermost graph that equals a recorded value; without a name one is made. */
  output(value: string, dtype: OnnxDType, shape: readonly (number | string)[], name?: string): void {
    const graph = this.#scopes.at(-1) as OnnxGraph;
    const [copy] = this.nodes("Identity", [value], {}, { pinned: true }) as [string];
    const node = graph.nodes.at(-1) as { outputs: string[] };
    if (name !== undefined) node.outputs = [name];
    graph.outputs.push({ name: name ?? copy, dtype, shape });
  }

  /** Runs a function while nodes that depend on its inputs go into a new body graph, and returns that graph. */
  body(record: (graph: OnnxGraph) => void): OnnxGraph {
    const graph = createGraph(this.newName("body"));
    this.#scopes.push(graph);
    try {
      record(graph);
    } finally {
      this.#scopes.pop();
    }
    return graph;
  }

  /** Whether a value may be used in the innermost graph. */
  isVisible(name: string): boolean {
    const owner = this.#owners.get(name);
    return owner !== undefined && this.#scopes.includes(owner);
  }

  /** Returns the name of a constant; equal constants are stored once. */
  constant(dtype: OnnxDType, shape: readonly number[], data: ArrayBufferView): string {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
    const digest = bytes.length <= 64 ? bytes.join() : createHash("sha256").update(bytes).digest("hex");
    const key = `${dtype}|${shape}|${digest}`;
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const name = this.newName("c");
    this.root.initializers.set(name, { dtype, shape: [...shape], bytes });
    this.#owners.set(name, this.root);
    this.#constants.set(key, name);
    return name;
  }

  /** Returns the name of an int64 constant. */
  int64(values: readonly number[], shape: readonly number[] = [values.length]): string {
    return this.constant("int64", shape, BigInt64Array.from(values, BigInt));
  }

  /** Returns the name of a scalar; an integer that contains symbolic dims is computed from them at run time. */
  scalar(value: number, dtype: DType): string {
    if (dtype !== "bool" && this.dims.factor(value) !== undefined) {
      return this.cast(this.node("Squeeze", [this.dimValue(value)]), dtype);
    }
    const data =
      dtype === "float32"
        ? Float32Array.of(value)
        : dtype === "int32"
          ? Int32Array.of(value)
          : Uint8Array.of(value ? 1 : 0);
    return this.constant(dtype, [], data);
  }

  /** Returns the name of a value cast to another element type. */
  cast(name: string, dtype: OnnxDType): string {
    const codes = { float32: 1, int32: 6, int64: 7, bool: 9 };
    return this.node("Cast", [name], { to: codes[dtype] });
  }

  /** Names the value, int64 [1], that holds the size of a symbolic dim at run time. */
  setDimSource(symbol: string, value: string, axis: number): void {
    if (!this.#dimSources.has(symbol)) {
      this.#dimSources.set(symbol, this.node("Shape", [value], { start: axis, end: axis + 1 }));
    }
  }

  /** Makes a size along an axis of a value a symbol when the sizes it came from are symbolic and it is not. */
  deriveDim(size: number, from: readonly number[], value: string, axis: number): void {
    const isSymbolic = (number: number) => this.dims.factor(number) !== undefined;
    if (isSymbolic(size) || size <= 1 || !from.some(isSymbolic)) return;
    const symbol = this.newName("size");
    this.dims.derive(symbol, size);
    this.setDimSource(symbol, value, axis);
  }

  /** Returns the name of an int64 [1] holding a size, computed at run time when it is symbolic. */
  dimValue(size: number): string {
    const symbolic = this.dims.factor(size);
    if (symbolic === undefined) return this.int64([size]);
    const names = symbolic.symbols.map((symbol) => this.#dimSources.get(symbol) as string);
    if (symbolic.factor !== 1) names.push(this.int64([symbolic.factor]));
    return names.reduce((product, name) => this.node("Mul", [product, name]));
  }

  /** Returns the name of an int64 vector of sizes; for Reshape one symbolic dim may be inferred. */
  shapeValue(shape: readonly number[], mayInfer: boolean): string {
    const symbolic = shape.filter((size) => this.dims.factor(size) !== undefined).length;
    if (symbolic === 0) return this.int64(shape);
    if (symbolic === 1 && mayInfer && !shape.includes(0)) {
      return this.int64(shape.map((size) => (this.dims.factor(size) === undefined ? size : -1)));
    }
    return this.node(
      "Concat",
      shape.map((size) => this.dimValue(size)),
      { axis: 0 },
    );
  }

  #depthOf(name: string): number {
    if (name === "") return 0;
    const owner = this.#owners.get(name);
    const depth = owner === undefined ? -1 : this.#scopes.indexOf(owner);
    if (depth >= 0) return depth;
    throw new EngineError(
      "INVALID_LOOP",
      "A tensor made inside a loop body was used outside it; return it from the body as state or stacked.",
    );
  }
}
