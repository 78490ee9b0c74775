import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadExamples, loadProblems } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "load-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const write = (...lines: (string | object)[]): string => {
  const file = join(folder, `rows-${count++}.jsonl`);
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  writeFileSync(file, text);
  return file;
};
const user = { role: "user", content: "2 + 2?" };
const assistant = { role: "assistant", content: "#### 4" };

describe("loadExamples", () => {
  it("reads texts, chats and split chats, and ignores further columns", async () => {
    const file = write(
      '\uFEFF{"prompt": "a", "completion": "b", "source": 1}\r',
      "",
      { messages: [user, assistant] },
      { prompt: [{ role: "system", content: "Be brief." }, user], completion: [assistant] },
      { prompt: "ünï\u2028code", completion: "c" },
    );
    expect(await loadExamples(file)).toEqual([
      { prompt: "a", completion: "b" },
      { prompt: "2 + 2?", completion: "#### 4" },
      { prompt: "Be brief.\n\n2 + 2?", completion: "#### 4" },
      { prompt: "ünï\u2028code", completion: "c" },
    ]);
  });

  it.each([
    ["{", /:2: not valid JSON/],
    [{ prompt: "a" }, /:2: "completion"/],
    [{ prompt: "", completion: "a" }, /:2: "prompt"/],
    [[1], /:2: /],
    [null as unknown as object, /:2: /],
    [{ messages: [assistant, user] }, /:2: the last message must be/],
    [{ messages: [user, assistant, user, assistant] }, /:2: .*chat template/],
    [{ messages: [{ role: "robot", content: "" }, assistant] }, /:2: "messages.0.role"/],
    [{ prompt: [user], completion: "x" }, /:2: "completion"/],
  ])("names file and line of row %j", async (row, message) => {
    const file = write({ prompt: "a", completion: "b" }, row === null ? "null" : row);
    await expect(loadExamples(file)).rejects.toThrow(message);
    await expect(loadExamples(file)).rejects.toMatchObject({ code: "DATA_INVALID" });
    await expect(loadExamples(file)).rejects.toThrow(file);
  });

  it("keeps to its limits and says which one was hit", async () => {
    const long = write({ prompt: "a", completion: "b".repeat(300_000) });
    await expect(loadExamples(long, { maxLineChars: 100_000 })).rejects.toThrow(
      /:1: .*more than 100000 char/,
    );
    expect(await loadExamples(long)).toHaveLength(1);
    const row = { prompt: "a", completion: "b" };
    await expect(loadExamples(write(row, row, row), { maxRows: 2 })).rejects.toThrow(/:3: more than 2 rows/);
    await expect(loadExamples(write(""))).rejects.toThrow(/holds no examples/);
    await expect(loadExamples(join(folder, "absent"))).rejects.toThrow(/Cannot read .*absent/);
  });
});

describe("loadProblems", () => {
  it("reads one gold or several, numbers too, and fills in id and stratum", async () => {
    const file = write(
      { prompt: "p1", gold: "4", id: "x", stratum: "hard" },
      { prompt: "p2", golds: ["4", 4.5], id: 17 },
      { prompt: [user], gold: 0 },
    );
    expect(await loadProblems(file)).toMatchObject([
      { id: "x", prompt: "p1", golds: ["4"], stratum: "hard" },
      { id: "17", prompt: "p2", golds: ["4", "4.5"], stratum: "all" },
      { id: "line-3", prompt: "2 + 2?", golds: ["0"], stratum: "all" },
    ]);
  });

  it("gives equal hashes to prompts that differ in spacing only", async () => {
    const file = write(
      { prompt: "a  b\n", gold: "1" },
      { prompt: "a b", gold: "1" },
      { prompt: "ab", gold: "1" },
    );
    const [first, second, third] = await loadProblems(file);
    expect(first?.hash).toBe(second?.hash);
    expect(third?.hash).not.toBe(first?.hash);
  });

  it.each([
    [{ prompt: "a" }, /either "gold"/],
    [{ prompt: "a", gold: "1", golds: ["1"] }, /either "gold"/],
    [{ prompt: "a", gold: "" }, /"gold": give the answer/],
    [{ prompt: "a", golds: [] }, /"golds"/],
    [{ prompt: 3, gold: "1" }, /"prompt": give the prompt/],
    [{ prompt: "b", gold: "1", id: "first" }, /id "first" is taken by .*:1/],
  ])("names file and line of row %j", async (row, message) => {
    const file = write({ prompt: "a", gold: "1", id: "first" }, row);
    await expect(loadProblems(file)).rejects.toThrow(message);
    await expect(loadProblems(file)).rejects.toThrow(`${file}:2`);
  });
});
