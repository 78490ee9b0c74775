import { describe, expect, it } from "vitest";
import { computeCrc32c, maskCrc32c } from "./crc32c.ts";
import { encodeEventRecord, frameRecord } from "./event-file.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("computeCrc32c", () => {
  it("matches the published check values", () => {
    expect(computeCrc32c(Buffer.from("123456789"))).toBe(0xe3069283);
    expect(computeCrc32c(new Uint8Array(32))).toBe(0x8a9136aa);
    expect(computeCrc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
    expect(computeCrc32c(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe(0x46dd794e);
  });

  it("masks by rotation and constant", () => {
    expect(maskCrc32c(0)).toBe(0xa282ead8);
    expect(maskCrc32c(0xe3069283)).toBe((((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8) >>> 0);
  });
});

describe("encodeEventRecord", () => {
  // Written by tensorboard 2.21.0 from its own message classes.
  const golden: [number, number, Parameters<typeof encodeEventRecord>[2], string][] = [
    [
      1.5,
      0,
      { kind: "file_version" },
      "1800000000000000a37f4b2209000000000000f83f1a0d627261696e2e4576656e743a322a28646c",
    ],
    [
      1700000000.25,
      300,
      { kind: "restart" },
      "100000000000000095fbfe180900001040fc54d94110ac023a0208016b3b88f1",
    ],
    [
      1700000000.25,
      300,
      { kind: "scalars", scalars: { loss: 0.5, reward: -1.25 } },
      "2a00000000000000ae8d91f50900001040fc54d94110ac022a1c0a0b0a046c6f7373150000003f0a0d0a06726577617264150000a0bf297dcafc",
    ],
    [
      1700000000.25,
      7,
      { kind: "text", tag: "config", text: "hello" },
      "3200000000000000241956ec0900001040fc54d94110072a250a230a06636f6e666967420f0807120412020801420568656c6c6f4a080a060a0474657874a4cb6539",
    ],
  ];

  it.each(golden)("writes the bytes tensorboard writes (%d, %d, %o)", (wallTime, step, content, bytes) => {
    expect(hex(encodeEventRecord(wallTime, step, content))).toBe(bytes);
  });
});

describe("frameRecord", () => {
  it("frames data with its length and two checksums", () => {
    const record = Buffer.from(frameRecord(Buffer.from("abc")));
    expect(record.readBigUInt64LE(0)).toBe(3n);
    expect(record.readUInt32LE(8)).toBe(maskCrc32c(computeCrc32c(record.subarray(0, 8))));
    expect(record.subarray(12, 15).toString()).toBe("abc");
    expect(record.readUInt32LE(15)).toBe(maskCrc32c(computeCrc32c(Buffer.from("abc"))));
    expect(record).toHaveLength(19);
  });
});
