/** Element types used in graphs; int64 only for shapes, axes and counters. */
export type OnnxDType = "float32" | "int32" | "int64" | "bool";

/** Numbers of the element types in the ONNX format. */
export const ONNX_DTYPE_CODES: Readonly<Record<OnnxDType, number>> = {
  float32: 1,
  int32: 6,
  int64: 7,
  bool: 9,
};

/** Attribute of a node: a number is an integer, floats are marked. */
export type OnnxAttribute =
  | number
  | string
  | readonly number[]
  | { readonly float: number }
  | { readonly graph: OnnxGraph };

/** One operator call; an empty input name leaves out an optional input. */
export interface OnnxNode {
  readonly op: string;
  /** Empty for the standard operators. */
  readonly domain: string;
  inputs: string[];
  outputs: string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** Declared input or output of a graph; a string dim is symbolic. */
export interface OnnxValueInfo {
  name: string;
  readonly dtype: OnnxDType;
  readonly shape: readonly (number | string)[];
}

/** Constant stored in the model, little-endian row-major bytes. */
export interface OnnxInitializer {
  readonly dtype: OnnxDType;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** A graph, or the body of a Loop, which may refer to names of the graphs around it. */
export interface OnnxGraph {
  readonly name: string;
  nodes: OnnxNode[];
  readonly inputs: OnnxValueInfo[];
  readonly outputs: OnnxValueInfo[];
  readonly initializers: Map<string, OnnxInitializer>;
}

/** Returns an empty graph. */
export function createGraph(name: string): OnnxGraph {
  return { name, nodes: [], inputs: [], outputs: [], initializers: new Map() };
}

/** Returns the graphs held in the attributes of a node. */
export function listSubgraphs(node: OnnxNode): OnnxGraph[] {
  return Object.values(node.attributes).flatMap((value) =>
    typeof value === "object" && "graph" in value ? [value.graph] : [],
  );
}
