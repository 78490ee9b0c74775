import type { OnnxGraph, OnnxNode } from "./graph.ts";
import { listSubgraphs } from "./graph.ts";

/**
 * Lets the node that computes a value write the graph output itself, where an Identity only renames it. Such
 * Identity nodes would each copy a tensor.
 */
export function mergeOutputIdentities(graph: OnnxGraph): void {
  const producers = new Map<string, OnnxNode>();
  for (const node of graph.nodes) for (const output of node.outputs) producers.set(output, node);
  const outputs = new Set(graph.outputs.map((info) => info.name));
  const renamed = new Map<string, string>();
  const merged = new Set<OnnxNode>();
  for (const node of graph.nodes) {
    const [source] = node.inputs as [string];
    const [target] = node.outputs as [string];
    if (node.op !== "Identity" || !outputs.has(target)) continue;
    const producer = producers.get(source);
    if (producer === undefined || outputs.has(source) || renamed.has(source)) continue;
    producer.outputs[producer.outputs.indexOf(source)] = target;
    renamed.set(source, target);
    merged.add(node);
  }
  graph.nodes = graph.nodes.filter((node) => !merged.has(node));
  renameInputs(graph, renamed);
}

function renameInputs(graph: OnnxGraph, renamed: ReadonlyMap<string, string>): void {
  for (const node of graph.nodes) {
    node.inputs = node.inputs.map((name) => renamed.get(name) ?? name);
    for (const subgraph of listSubgraphs(node)) renameInputs(subgraph, renamed);
  }
}

/** Removes nodes and constants that no output needs, in the graph and in the bodies inside it. */
export function removeDeadNodes(graph: OnnxGraph): void {
  const live = new Set(graph.outputs.map((info) => info.name));
  const kept: OnnxNode[] = [];
  for (const node of graph.nodes.toReversed()) {
    if (!node.outputs.some((name) => live.has(name))) continue;
    kept.push(node);
    for (const name of node.inputs) live.add(name);
    for (const subgraph of listSubgraphs(node)) {
      removeDeadNodes(subgraph);
      addReferences(subgraph, live);
    }
  }
  graph.nodes = kept.reverse();
  for (const name of [...graph.initializers.keys()]) if (!live.has(name)) graph.initializers.delete(name);
}

function addReferences(graph: OnnxGraph, live: Set<string>): void {
  for (const info of graph.outputs) live.add(info.name);
  for (const node of graph.nodes) {
    for (const name of node.inputs) live.add(name);
    for (const subgraph of listSubgraphs(node)) addReferences(subgraph, live);
  }
}
