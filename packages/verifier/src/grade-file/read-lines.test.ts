import { toWellFormedText } from "@touchstone/proto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type RawLine, readLines } from "./read-lines.ts";

async function read(chunks: readonly Buffer[], maxLineBytes = 1000): Promise<RawLine[]> {
  async function* feed() {
    yield* chunks;
  }
  const lines: RawLine[] = [];
  for await (const line of readLines(feed(), maxLineBytes)) lines.push(line);
  return lines;
}

test("any text comes back line by line, however it is cut into chunks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary" })),
      fc.integer({ min: 1, max: 7 }),
      async (words, size) => {
        const lines = words.map((word) => `x${toWellFormedText(word.replaceAll("\n", ""))}`);
        const bytes = Buffer.from(lines.join("\n"));
        const chunks = [];
        for (let start = 0; start < bytes.length; start += size)
          chunks.push(bytes.subarray(start, start + size));
        expect((await read(chunks)).map((line) => line.text)).toEqual(lines);
      },
    ),
  );
});

test("a line that is too long or no UTF-8 is reported, and the next one is read", async () => {
  const bytes = [
    Buffer.from(`short\n${"y".repeat(50)}`),
    Buffer.from(`${"y".repeat(50)}\n`),
    Buffer.from([0xff, 0x0a]),
  ];
  expect(await read([...bytes, Buffer.from("last")], 60)).toEqual([
    { number: 1, text: "short" },
    { number: 2, problem: "the line is longer than 60 bytes (raise --max-line-mib)" },
    { number: 3, problem: "the line is not valid UTF-8" },
    { number: 4, text: "last" },
  ]);
});

test("a byte-order mark is no part of the first line", async () => {
  expect(await read([Buffer.from("\ufeff{}\n")])).toEqual([{ number: 1, text: "{}" }]);
});
