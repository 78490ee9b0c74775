import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TrainerError } from "../errors.ts";
import { readSafetensors, writeSafetensors } from "./safetensors.ts";
import { decodeSafetensors, encodeSafetensors } from "./safetensors-codec.ts";

const TENSORS = {
  weight: { shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) },
  bias: { shape: [1], data: Float32Array.of(-0.5) },
};

/** A file with any header text and any data. */
function fileOf(header: string, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const json = Buffer.from(header);
  const bytes = new Uint8Array(8 + json.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(data, 8 + json.length);
  return bytes;
}

function tensorFile(entry: object, dataBytes: number): Uint8Array {
  return fileOf(JSON.stringify({ a: entry }), new Uint8Array(dataBytes));
}

describe("encodeSafetensors", () => {
  it("writes the bytes of the reference implementation", () => {
    const header =
      '{"__metadata__":{"format":"pt"},"bias":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"weight":{"dtype":"F32","shape":[2,2],"data_offsets":[4,20]}}';
    const padded = header.padEnd(Math.ceil(header.length / 8) * 8, " ");
    const data = new Uint8Array(Float32Array.of(-0.5, 1, 2, 3, 4).buffer);
    expect(Buffer.from(encodeSafetensors(TENSORS, { format: "pt" }))).toEqual(
      Buffer.from(fileOf(padded, data)),
    );
  });

  it("round-trips every float, shape, name and metadata", () => {
    const entry = fc.record({
      shape: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
      seed: fc.array(fc.float({ noDefaultInfinity: false }), { minLength: 64, maxLength: 64 }),
    });
    const names = fc.string({ maxLength: 12 }).filter((name) => name !== "__metadata__");
    fc.assert(
      fc.property(fc.dictionary(names, entry), fc.dictionary(names, fc.string()), (entries, metadata) => {
        const tensors = Object.fromEntries(
          Object.entries(entries).map(([name, { shape, seed }]) => {
            const size = shape.reduce((product, dim) => product * dim, 1);
            return [name, { shape, data: Float32Array.from(seed.slice(0, size)) }];
          }),
        );
        const decoded = decodeSafetensors(encodeSafetensors(tensors, metadata), "memory");
        expect(decoded.tensors).toEqual(tensors);
        expect(decoded.metadata).toEqual({ ...metadata });
      }),
    );
  });
});

describe("decodeSafetensors", () => {
  it("reads F16 and BF16", () => {
    const words = Uint16Array.of(0x3c00, 0xc100, 0x0001, 0x7c00, 0xfbff, 0x8000);
    const half = tensorFile({ dtype: "F16", shape: [6], data_offsets: [0, 12] }, 0);
    const file = Buffer.concat([half, Buffer.from(words.buffer)]);
    const values = [...(decodeSafetensors(file, "memory").tensors["a"]?.data ?? [])];
    expect(values).toEqual([1, -2.5, 2 ** -24, Number.POSITIVE_INFINITY, -65504, -0]);
    const brain = tensorFile({ dtype: "BF16", shape: [2], data_offsets: [0, 4] }, 0);
    const both = Buffer.concat([brain, Buffer.from(Uint16Array.of(0x3f80, 0xc020).buffer)]);
    expect([...(decodeSafetensors(both, "memory").tensors["a"]?.data ?? [])]).toEqual([1, -2.5]);
  });

  const f32 = (shape: unknown, offsets: unknown) => ({ dtype: "F32", shape, data_offsets: offsets });
  const broken: [string, Uint8Array, RegExp][] = [
    ["nothing", new Uint8Array(3), /3 bytes, less than the 8/],
    ["a header length past the end", fileOf("{}").subarray(0, 9), /cut short/],
    ["an absurd header length", new Uint8Array(16).fill(0xff), /more than the 100000000 allowed/],
    ["no JSON", fileOf("{nope"), /not valid JSON/],
    ["another JSON value", fileOf("[1]"), /does not begin with "\{"/],
    ["bytes that are not UTF-8", fileOf("{....").fill(0xff, 9), /not valid JSON/],
    ["nesting deeper than any stack", fileOf(`{"a":${"[".repeat(2_000_000)}`), /not valid JSON/],
    ["a truncated tensor", tensorFile(f32([4], [0, 16]), 12), /cut short/],
    ["bytes behind the last tensor", tensorFile(f32([1], [0, 4]), 8), /4 bytes follow/],
    ["a gap", tensorFile(f32([1], [4, 8]), 8), /starts at byte 4/],
    ["offsets that disagree with the shape", tensorFile(f32([3], [0, 8]), 8), /needs 12 bytes but spans 8/],
    ["an overflowing shape", tensorFile(f32([2 ** 40, 2 ** 40], [0, 8]), 8), /needs/],
    ["a negative dim", tensorFile(f32([-1], [0, 4]), 4), /whole numbers/],
    ["a fractional offset", tensorFile(f32([1], [0, 4.5]), 8), /whole numbers/],
    ["an unknown type", tensorFile({ dtype: "I64", shape: [1], data_offsets: [0, 8] }, 8), /has type I64/],
    [
      "an inherited type name",
      tensorFile({ dtype: "toString", shape: [1], data_offsets: [0, 4] }, 4),
      /has type/,
    ],
    ["a missing field", tensorFile({ dtype: "F32", shape: [1] }, 4), /exactly dtype/],
    ["metadata that is no map of strings", fileOf('{"__metadata__":{"a":1}}'), /__metadata__/],
    [
      "overlapping tensors",
      fileOf(JSON.stringify({ a: f32([2], [0, 8]), b: f32([1], [4, 8]) }), new Uint8Array(8)),
      /"b" starts at byte 4/,
    ],
  ];
  for (const [what, bytes, message] of broken) {
    it(`rejects ${what}`, () => {
      expect(() => decodeSafetensors(bytes, "model.safetensors")).toThrow(message);
      expect(() => decodeSafetensors(bytes, "model.safetensors")).toThrow(TrainerError);
    });
  }

  it("keeps a metadata key called __proto__ a key", () => {
    const { metadata } = decodeSafetensors(fileOf('{"__metadata__":{"__proto__":"x"}}'), "memory");
    expect(Object.entries(metadata)).toEqual([["__proto__", "x"]]);
  });

  it("keeps a tensor called __proto__ a tensor", () => {
    const file = fileOf('{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', new Uint8Array(4));
    const { tensors } = decodeSafetensors(file, "memory");
    expect(Object.keys(tensors)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(tensors)).toBe(Object.prototype);
  });

  it("either reads a corrupted file or throws SAFETENSORS_INVALID", () => {
    const original = encodeSafetensors(TENSORS, { format: "pt" });
    const edit = fc.tuple(fc.nat(original.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(original.length), (edits, cut) => {
        const bytes = original.slice(0, cut === 0 ? original.length : cut);
        for (const [position, value] of edits) if (position < bytes.length) bytes[position] = value;
        try {
          decodeSafetensors(bytes, "memory");
        } catch (error) {
          expect((error as TrainerError).code).toBe("SAFETENSORS_INVALID");
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("files", () => {
  it("round-trip through the disk", async () => {
    const directory = await mkdtemp(join(tmpdir(), "safetensors-"));
    try {
      const file = join(directory, "model.safetensors");
      await writeSafetensors(file, TENSORS, { format: "pt" });
      expect(Buffer.from(await readFile(file))).toEqual(
        Buffer.from(encodeSafetensors(TENSORS, { format: "pt" })),
      );
      expect(await readSafetensors(file)).toEqual({ tensors: TENSORS, metadata: { format: "pt" } });
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
