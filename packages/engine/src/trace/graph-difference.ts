import type { OnnxGraph, OnnxNode } from "../onnx/graph.ts";
import { listSubgraphs } from "../onnx/graph.ts";

/** Returns where two graphs of one function differ, for an error message: "in a Reshape (node 12 of 80)". */
export function findGraphDifference(
  a: OnnxGraph,
  b: OnnxGraph,
  constantsA = a.initializers,
  constantsB = b.initializers,
): string {
  for (const [index, node] of a.nodes.entries()) {
    const other = b.nodes[index];
    if (other === undefined || describeNode(node, constantsA) !== describeNode(other, constantsB)) {
      return `in a ${node.op} (node ${index + 1} of ${a.nodes.length})`;
    }
    for (const [position, body] of listSubgraphs(node).entries()) {
      const found = findGraphDifference(
        body,
        listSubgraphs(other)[position] as OnnxGraph,
        constantsA,
        constantsB,
      );
      if (found !== "") return found;
    }
  }
  const output = a.outputs.find((info, index) => `${info.shape}` !== `${b.outputs[index]?.shape}`);
  return output === undefined ? "" : `in the shape of ${output.name}, which dynamicOutputs does not name`;
}

function describeNode(node: OnnxNode, constants: OnnxGraph["initializers"]): string {
  const inputs = node.inputs.map((name) => {
    const constant = constants.get(name);
    return constant === undefined
      ? name
      : `${constant.shape}:${Buffer.from(constant.bytes).toString("base64")}`;
  });
  const attributes = Object.entries(node.attributes).filter(
    ([, value]) => typeof value !== "object" || !("graph" in value),
  );
  return JSON.stringify([node.op, inputs, attributes]);
}
