import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createVerifierClient, type VerifierClient, type VerifierClientError } from "@touchstone/proto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

let server: VerifierProcess;
let client: VerifierClient;

beforeAll(async () => {
  server = await startVerifierProcess({ logLevel: "error", args: ["--http-port", "0"] });
  client = createVerifierClient({ address: server.address });
});

afterAll(async () => {
  client?.close();
  await server?.stop();
});

test("the grader of a batch holds for items that name none", async () => {
  const { verdicts } = await client.gradeAnswers({
    grader: { name: "exact" },
    items: [
      { golds: ["1/2"], answer: "0.5" },
      { golds: ["1/2"], answer: "0.5", grader: { name: "math" } },
      { golds: ["(1)"], answer: "(1)", grader: { name: "regex" } },
      { golds: ["PARIS"], answer: "paris", grader: { name: "exact", options: { case: "ignore" } } },
      { golds: ["1"], answer: "1", grader: { name: "exat" } },
    ],
  });
  expect(verdicts.map(({ score, reason, method }) => [score?.correct, reason, method])).toEqual([
    [false, "different", "text"],
    [true, "equal", "rational"],
    [false, "different", "pattern"],
    [true, "equal", "text"],
    [undefined, "", ""],
  ]);
  expect(verdicts[4]?.failure).toEqual({
    kind: "FAILURE_KIND_INVALID_ITEM",
    message: expect.stringContaining('Did you mean "exact"?'),
  });
});

test("a batch with an unknown grader is refused", async () => {
  const error = await client.gradeAnswers({ grader: { name: "jsn" }, items: [] }).then(
    () => undefined,
    (caught: VerifierClientError) => caught,
  );
  expect(error).toMatchObject({ code: "INVALID_ARGUMENT" });
  expect(error?.message).toContain('Did you mean "json"?');
});

test("rollouts are scored by the grader of their group", async () => {
  const gold = '{"target": 24, "numbers": [4, 6]}';
  const { groups } = await client.scoreRollouts({
    groups: [
      {
        problemId: "countdown",
        golds: [gold],
        grader: { name: "countdown" },
        rollouts: ["<answer>4 * 6</answer>", "<answer>4 + 6</answer>", "<answer>24</answer>", "no"].map(
          (response) => ({ response }),
        ),
      },
      { problemId: "math", golds: ["24"], rollouts: [{ response: "\\boxed{4 \\cdot 6 = 24}" }] },
    ],
  });
  expect(groups[0]?.rollouts.map(({ reward, verdict }) => [reward, verdict?.reason])).toEqual([
    [1, "equal"],
    [0, "different"],
    [0, "wrong_numbers"],
    [0, "no_answer"],
  ]);
  expect(groups[1]?.rollouts[0]?.reward).toBe(1);
});

test("a repeated batch under another grader is another batch", async () => {
  const batch = {
    batchId: "b",
    policyStream: "s",
    groups: [{ problemId: "p", golds: ["1"], rollouts: [{ response: "\\boxed{1.0}" }] }],
  };
  await client.scoreRollouts({ ...batch, grader: { name: "exact" } });
  expect((await client.scoreRollouts({ ...batch, grader: { name: "exact" } })).repeated).toBe(true);
  await expect(client.scoreRollouts(batch)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
});

test("Describe lists the graders with their options", async () => {
  const { graders } = await client.describe();
  expect(graders.map(({ name }) => name)).toContain("countdown");
  const json = graders.find(({ name }) => name === "json");
  expect(json?.options.find(({ name }) => name === "key_order")?.values).toEqual(["ignore", "keep"]);
});

test("over HTTP a trainer's address names the grader", async () => {
  const ask = async (query: string, response: string) => {
    const reply = await fetch(`http://${server.httpAddress}/slime?${query}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ response, label: '{"a": 1, "b": 2}' }),
    });
    return reply.json();
  };
  expect(await ask("grader=json", '{"b": 2, "a": 1}')).toBe(1);
  expect(await ask("grader=json&grader.key_order=keep", '{"b": 2, "a": 1}')).toBe(0);
  expect(await ask("grader=json&grader.order=keep", "{}")).toMatchObject({ code: "invalid_argument" });
});

const guide = readFileSync(new URL("../../../docs/guides/graders.md", import.meta.url), "utf8");
const commands = [...guide.matchAll(/^npx touchstone-verifier (grade --gold .*)$/gm)].map(
  ([, command]) => command!,
);
const folder = mkdtempSync(join(tmpdir(), "graders-"));
writeFileSync(join(folder, "same-letters.js"), /```js\n(.*?)```/s.exec(guide)![1]!);
writeFileSync(join(folder, "package.json"), '{"type": "module"}');
afterAll(() => rmSync(folder, { recursive: true }));

const program = fileURLToPath(new URL("../bin/touchstone-verifier.js", import.meta.url));
const run = (command: string) =>
  promisify(execFile)("bash", ["-c", `"${process.execPath}" "${program}" ${command}`], { cwd: folder });

test("the guide has its commands", () => {
  expect(commands).toHaveLength(4);
});

test.each(commands)("%s", async (command) => {
  expect((await run(command)).stdout).toMatch(/^correct/);
});

test.each([
  ["--grader nope", "Unknown grader"],
  ["--grader json --grader-option key_order", "name=value"],
  ["--grader ./nowhere.js", "The grader ./nowhere.js cannot be used"],
  ["--grader ./same-letters.js --grader-option spaces=no", 'cannot be "no"'],
  ["--grader json --explain", "--explain belongs to the grader math"],
])("grade %s ends with status 2 and says why", async (flags, message) => {
  const failed = await run(`grade --gold 1 --answer 1 ${flags}`).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  );
  expect([failed?.code, failed?.stderr]).toEqual([2, expect.stringContaining(message)]);
});

test("a module of one's own judges a file, with its options", async () => {
  const lines = [
    { id: "1", gold: "dormitory", response: "<answer>dirty room</answer>", correct: true },
    { id: "2", gold: "dormitory", response: "<answer>dirty rooms</answer>", correct: false },
    { id: "3", gold: "x".repeat(201), response: "<answer>x</answer>" },
    { id: "4", gold: "dormitory", response: "no idea" },
  ];
  writeFileSync(join(folder, "samples.jsonl"), lines.map((line) => JSON.stringify(line)).join("\n"));
  const grade = (flags: string) =>
    run(`grade samples.jsonl --quiet --grader ./same-letters.js ${flags}`).catch(
      (error: { stdout: string }) => error,
    );
  const read = (stdout: string) =>
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { correct?: boolean; reason?: string; failure?: { kind: string } });
  const [first, second, third, fourth] = read((await grade("")).stdout);
  expect([first?.correct, second?.correct, fourth?.reason]).toEqual([true, false, "no_answer"]);
  expect(JSON.stringify(third)).toContain("A gold answer has at most 200 letters.");
  expect(read((await grade("--grader-option spaces=count")).stdout)[0]?.correct).toBe(false);
});
