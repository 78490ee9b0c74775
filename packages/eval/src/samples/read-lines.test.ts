import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readLines } from "./read-lines.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "eval-lines-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function read(
  name: string,
  content: string | Buffer,
  maxLineBytes = 1_000_000,
): Promise<[number, string | null][]> {
  const file = join(folder, name);
  await writeFile(file, content);
  const lines: [number, string | null][] = [];
  for await (const { number, text } of readLines(file, maxLineBytes)) lines.push([number, text]);
  return lines;
}

describe("readLines", () => {
  it("numbers lines from 1, with or without a last newline", async () => {
    expect(await read("a", "x\n\nz")).toEqual([
      [1, "x"],
      [2, ""],
      [3, "z"],
    ]);
    expect(await read("b", "x\n")).toEqual([[1, "x"]]);
    expect(await read("c", "")).toEqual([]);
  });

  it("reads .gz, and characters and lines that span chunks", async () => {
    const long = "é漢😀".repeat(40_000);
    const lines = await read("a.jsonl.gz", gzipSync(`${long}\nshort\n${long}`));
    expect(lines.map(([, text]) => text)).toEqual([long, "short", long]);
  });

  it("skips a line over the limit and goes on", async () => {
    expect(await read("a", `ok\n${"x".repeat(300_000)}\nafter`, 1000)).toEqual([
      [1, "ok"],
      [2, null],
      [3, "after"],
    ]);
    expect(await read("b", "12345", 4)).toEqual([[1, null]]);
    expect(await read("c", "1234", 4)).toEqual([[1, "1234"]]);
  });

  it("names the file that is missing or not gzip", async () => {
    await expect(read("bad.gz", "plain text")).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    await expect(read("cut.gz", gzipSync("some text\n".repeat(1000)).subarray(0, 40))).rejects.toThrowError(
      /cut\.gz/,
    );
    const missing = readLines(join(folder, "missing.gz"), 10).next();
    await expect(missing).rejects.toThrowError(/missing\.gz/);
  });
});
