import type { OnnxAttribute, OnnxGraph, OnnxInitializer, OnnxNode, OnnxValueInfo } from "./graph.ts";
import { ONNX_DTYPE_CODES } from "./graph.ts";
import { ProtobufWriter } from "./protobuf-writer.ts";

/** Version of the standard operators that graphs are written against. */
export const OPSET = 21;
const IR_VERSION = 10;
/** Domain of the operators that ONNX Runtime adds. */
export const CONTRIB_DOMAIN = "com.microsoft";

/** Codes of AttributeProto.type. */
const ATTRIBUTE_TYPES = { float: 1, int: 2, string: 3, graph: 5, ints: 7 } as const;

/** Returns a graph as the bytes of an ONNX ModelProto (field numbers as in onnx.proto3). */
export function encodeModel(graph: OnnxGraph): Uint8Array {
  const model = new ProtobufWriter();
  model.integer(1, IR_VERSION);
  model.text(2, "touchstone");
  model.message(7, (writer) => writeGraph(writer, graph));
  for (const [domain, version] of [
    ["", OPSET],
    [CONTRIB_DOMAIN, 1],
  ] as const) {
    model.message(8, (writer) => {
      writer.text(1, domain);
      writer.integer(2, version);
    });
  }
  return model.finish();
}

function writeGraph(writer: ProtobufWriter, graph: OnnxGraph): void {
  for (const node of graph.nodes) writer.message(1, (child) => writeNode(child, node));
  writer.text(2, graph.name);
  for (const [name, tensor] of graph.initializers)
    writer.message(5, (child) => writeInitializer(child, name, tensor));
  for (const info of graph.inputs) writer.message(11, (child) => writeValueInfo(child, info));
  for (const info of graph.outputs) writer.message(12, (child) => writeValueInfo(child, info));
}

function writeNode(writer: ProtobufWriter, node: OnnxNode): void {
  for (const name of node.inputs) writer.text(1, name);
  for (const name of node.outputs) writer.text(2, name);
  writer.text(3, `${node.op}_${node.outputs[0]}`);
  writer.text(4, node.op);
  for (const [name, value] of Object.entries(node.attributes)) {
    writer.message(5, (child) => writeAttribute(child, name, value));
  }
  if (node.domain !== "") writer.text(7, node.domain);
}

function writeAttribute(writer: ProtobufWriter, name: string, value: OnnxAttribute): void {
  writer.text(1, name);
  if (typeof value === "number") {
    writer.integer(3, value);
    writer.integer(20, ATTRIBUTE_TYPES.int);
  } else if (typeof value === "string") {
    writer.text(4, value);
    writer.integer(20, ATTRIBUTE_TYPES.string);
  } else if ("float" in value) {
    writer.float(2, value.float);
    writer.integer(20, ATTRIBUTE_TYPES.float);
  } else if ("graph" in value) {
    writer.message(6, (child) => writeGraph(child, value.graph));
    writer.integer(20, ATTRIBUTE_TYPES.graph);
  } else {
    for (const item of value) writer.integer(8, item);
    writer.integer(20, ATTRIBUTE_TYPES.ints);
  }
}

function writeInitializer(writer: ProtobufWriter, name: string, tensor: OnnxInitializer): void {
  for (const dim of tensor.shape) writer.integer(1, dim);
  writer.integer(2, ONNX_DTYPE_CODES[tensor.dtype]);
  writer.text(8, name);
  writer.bytes(9, tensor.bytes);
}

function writeValueInfo(writer: ProtobufWriter, info: OnnxValueInfo): void {
  writer.text(1, info.name);
  writer.message(2, (type) =>
    type.message(1, (tensor) => {
      tensor.integer(1, ONNX_DTYPE_CODES[info.dtype]);
      tensor.message(2, (shape) => {
        for (const dim of info.shape) {
          shape.message(1, (child) => (typeof dim === "string" ? child.text(2, dim) : child.integer(1, dim)));
        }
      });
    }),
  );
}
