import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { chainTask, findTask, listTasks, wordProblemsTask } from "../tasks/index.ts";
import { createTokenizer } from "./hugging-face-tokenizer.ts";
import { createTaskTokenizer, loadTokenizer } from "./index.ts";
import { splitPieces } from "./piece-pattern.ts";

const PYTHON = process.env["TOUCHSTONE_PYTHON"] ?? "python3";
const hasPythonTokenizers = spawnSync(PYTHON, ["-c", "import tokenizers"]).status === 0;
const folders: string[] = [];
const makeFolder = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), "tokenizer-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Prompts and traces of all formats, corrupted ones included, under the widest settings. */
function listTexts(taskName: string, count: number): string[] {
  const task = findTask(taskName);
  const widest = taskName === "chain" ? { n: [1, 15], q: [1, 2, 8] } : { n: [2, 6], distractor_share: 0.5 };
  const settings = task.settingsSchema.parse(widest);
  return Array.from({ length: count }, (_, i) => {
    const problem = task.createProblem(createRandom("texts", i), settings);
    const traces = task.formats.flatMap((format) => [
      task.writeTrace(problem, format),
      task.writeCorruptTrace(problem, format, createRandom("noise", i)),
    ]);
    return [problem.prompt, ...traces];
  }).flat();
}

describe("createTaskTokenizer", () => {
  it.each(listTasks())("round-trips every text of task %s", (name) => {
    const task = findTask(name);
    const tokenizer = createTaskTokenizer(task);
    expect(tokenizer.vocabSize).toBe(task.words.length + 2);
    expect(new Set(task.words).size).toBe(task.words.length);
    for (const text of listTexts(name, 400)) {
      const ids = tokenizer.encode(text);
      expect(tokenizer.decode(ids)).toBe(text);
      expect(ids.every((id) => id > tokenizer.eosId && id < tokenizer.vocabSize)).toBe(true);
    }
  });

  it("gives the same ids for a prompt and its completion joined as for the two apart", () => {
    const tokenizer = createTaskTokenizer(wordProblemsTask);
    const settings = wordProblemsTask.settingsSchema.parse({});
    for (let i = 0; i < 50; i++) {
      const problem = wordProblemsTask.createProblem(createRandom("join", i), settings);
      const trace = wordProblemsTask.writeTrace(problem, "prose");
      const joined = tokenizer.encode(problem.prompt + trace);
      expect([...joined]).toEqual([...tokenizer.encode(problem.prompt), ...tokenizer.encode(trace)]);
    }
  });

  it("splits numbers into digits and keeps words whole", () => {
    expect(splitPieces("Ana has 120 red apples.\n#### 42")).toEqual([
      "Ana",
      " has",
      " 1",
      "2",
      "0",
      " red",
      " apples",
      ".",
      "\n",
      "####",
      " 4",
      "2",
    ]);
  });

  it("stops at the end token and skips padding", () => {
    const tokenizer = createTaskTokenizer(chainTask);
    const { padId, eosId } = tokenizer;
    const ids = [padId, ...tokenizer.encode("#### 4 , 2"), padId, eosId, ...tokenizer.encode("7")];
    expect(tokenizer.decode(ids)).toBe("#### 4 , 2");
    expect(tokenizer.decode([])).toBe("");
    expect(tokenizer.decode([eosId])).toBe("");
    expect(tokenizer.encode("")).toHaveLength(0);
  });

  it("names what it cannot encode or decode", () => {
    const tokenizer = createTaskTokenizer(chainTask);
    expect(() => tokenizer.encode("A: 3 + banana")).toThrow(
      expect.objectContaining({ code: "UNKNOWN_WORD" }),
    );
    expect(() => tokenizer.encode("A: 3 + banana")).toThrow(/"banana"/);
    expect(() => createTaskTokenizer(wordProblemsTask).encode("Ana buys a zeppelin.")).toThrow(/" zeppelin"/);
    for (const id of [tokenizer.vocabSize, -1, 2.5]) expect(() => tokenizer.decode([id])).toThrow(/outside/);
  });
});

describe("loadTokenizer", () => {
  it("reads back what files() gives", async () => {
    for (const name of listTasks()) {
      const tokenizer = createTaskTokenizer(findTask(name));
      const loaded = await loadTokenizer(makeFolder(tokenizer.files()));
      expect([loaded.vocabSize, loaded.padId, loaded.eosId]).toEqual([tokenizer.vocabSize, 0, 1]);
      expect(loaded.files()).toEqual(tokenizer.files());
      for (const text of listTexts(name, 20)) expect(loaded.encode(text)).toEqual(tokenizer.encode(text));
    }
  });

  it("pads with the end token when no pad token is named, and requires an end token", () => {
    const files = createTaskTokenizer(chainTask).files();
    const withConfig = (config: object) =>
      createTokenizer({ ...files, "tokenizer_config.json": JSON.stringify(config) });
    expect(withConfig({ eos_token: { content: "<eos>" } }).padId).toBe(1);
    expect(() => withConfig({})).toThrow(/names no "eos_token"/);
    expect(() => createTokenizer({ ...files, "tokenizer.json": "{" })).toThrow(/not valid JSON/);
    expect(() => createTokenizer({ ...files, "tokenizer.json": "[]" })).toThrow(/JSON object/);
    expect(() => createTokenizer({ ...files, "tokenizer.json": "{}" })).toThrow(/cannot be used/);
  });

  it("says which file is missing", async () => {
    await expect(loadTokenizer(makeFolder({}))).rejects.toThrow(/Cannot read .*tokenizer/);
  });
});

describe.skipIf(!hasPythonTokenizers)("tokenizer.json in Python tokenizers (needs the module)", () => {
  it.each(listTasks())("gives the same ids and texts for task %s", (name) => {
    const tokenizer = createTaskTokenizer(findTask(name));
    const folder = makeFolder(tokenizer.files());
    const texts = listTexts(name, 20);
    const script = [
      "import json, sys, tokenizers",
      "t = tokenizers.Tokenizer.from_file(sys.argv[1])",
      "texts = json.load(sys.stdin)",
      "ids = [t.encode(x).ids for x in texts]",
      "print(json.dumps([ids, [t.decode(i) for i in ids]]))",
    ].join("\n");
    const output = execFileSync(PYTHON, ["-c", script, join(folder, "tokenizer.json")], {
      input: JSON.stringify(texts),
      encoding: "utf8",
    });
    expect(JSON.parse(output)).toEqual([texts.map((text) => [...tokenizer.encode(text)]), texts]);
  });
});
