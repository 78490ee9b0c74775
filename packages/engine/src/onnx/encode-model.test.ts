import { describe, expect, it } from "vitest";
import { encodeModel } from "./encode-model.ts";
import { createGraph } from "./graph.ts";
import { mergeOutputIdentities, removeDeadNodes } from "./prune-graph.ts";

/** Bytes of a string field of fewer than 128 bytes. */
const text = (field: number, value: string) => [(field << 3) | 2, value.length, ...Buffer.from(value)];
/** Bytes of an embedded message of fewer than 128 bytes. */
const message = (field: number, ...parts: number[][]) => [
  (field << 3) | 2,
  parts.flat().length,
  ...parts.flat(),
];
/** An int32 tag may take two bytes. */
const attributeType = (type: number) => [0xa0, 0x01, type];

describe("the ONNX writer", () => {
  it("writes the bytes of onnx.proto", () => {
    const graph = createGraph("g");
    graph.inputs.push({ name: "x", dtype: "float32", shape: ["B", 2] });
    graph.outputs.push({ name: "y", dtype: "int64", shape: [] });
    graph.initializers.set("c", { dtype: "int32", shape: [1], bytes: Uint8Array.of(5, 0, 0, 0) });
    graph.nodes.push({
      op: "Op",
      domain: "d",
      inputs: ["x", "c"],
      outputs: ["y"],
      attributes: { i: -1, f: { float: 1.5 }, s: "t", l: [1, 300] },
    });
    const node = message(
      1,
      text(1, "x"),
      text(1, "c"),
      text(2, "y"),
      text(3, "Op_y"),
      text(4, "Op"),
      message(
        5,
        text(1, "i"),
        [0x18, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
        attributeType(2),
      ),
      message(5, text(1, "f"), [0x15, 0x00, 0x00, 0xc0, 0x3f], attributeType(1)),
      message(5, text(1, "s"), text(4, "t"), attributeType(3)),
      message(5, text(1, "l"), [0x40, 0x01, 0x40, 0xac, 0x02], attributeType(7)),
      text(7, "d"),
    );
    const initializer = message(
      5,
      [0x08, 0x01, 0x10, 0x06],
      text(8, "c"),
      [0x4a, 0x04, 0x05, 0x00, 0x00, 0x00],
    );
    const shape = message(2, message(1, text(2, "B")), message(1, [0x08, 0x02]));
    const input = message(11, text(1, "x"), message(2, message(1, [0x08, 0x01], shape)));
    const output = message(12, text(1, "y"), message(2, message(1, [0x08, 0x07], message(2))));
    const body = [node, text(2, "g"), initializer, input, output].flat();
    const expected = [
      [0x08, 0x0a],
      text(2, "touchstone"),
      [0x3a, (body.length & 0x7f) | 0x80, body.length >> 7],
      body,
      message(8, text(1, ""), [0x10, 0x15]),
      message(8, text(1, "com.microsoft"), [0x10, 0x01]),
    ].flat();
    expect([...encodeModel(graph)]).toEqual(expected);
  });

  it("writes graphs inside attributes", () => {
    const inner = createGraph("i");
    const graph = createGraph("g");
    graph.nodes.push({
      op: "L",
      domain: "",
      inputs: [],
      outputs: ["y"],
      attributes: { b: { graph: inner } },
    });
    const attribute = message(5, text(1, "b"), message(6, text(2, "i")), attributeType(5));
    const node = message(1, text(2, "y"), text(3, "L_y"), text(4, "L"), attribute);
    expect(Buffer.from(encodeModel(graph)).includes(Buffer.from(node))).toBe(true);
  });
});

describe("pruning", () => {
  it("lets producers write outputs and drops what nothing needs", () => {
    const graph = createGraph("g");
    const add = (op: string, inputs: string[], outputs: string[]) =>
      graph.nodes.push({ op, domain: "", inputs, outputs, attributes: {} });
    add("A", ["x"], ["a"]);
    add("Dead", ["a"], ["d"]);
    add("Identity", ["a"], ["out1"]);
    add("Identity", ["a"], ["out2"]);
    add("Identity", ["x"], ["out3"]);
    for (const name of ["out1", "out2", "out3"]) graph.outputs.push({ name, dtype: "float32", shape: [] });
    graph.initializers.set("unused", { dtype: "bool", shape: [], bytes: Uint8Array.of(1) });
    mergeOutputIdentities(graph);
    removeDeadNodes(graph);
    expect(graph.nodes.map(({ op, inputs, outputs }) => [op, ...inputs, ...outputs])).toEqual([
      ["A", "x", "out1"],
      ["Identity", "out1", "out2"],
      ["Identity", "x", "out3"],
    ]);
    expect(graph.initializers.size).toBe(0);
  });
});
