import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AnswerVerdict, createVerifierClient, type VerifierClient } from "@touchstone/proto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

/** What the grader `wild` does with an answer. */
const wild = `
const leaked = [];
export const grader = {
  name: "wild",
  description: "Does what the answer says.",
  options: { case: { description: "whether case counts", values: ["count", "ignore"] } },
  checkGold: (gold) => (gold === "bad" ? "A gold is not bad." : undefined),
  judge(answer, gold, { options, choices, spend }) {
    if (answer === "hang") for (;;);
    if (answer === "spend") for (;;) spend(1);
    if (answer === "spend on") { try { for (;;) spend(1); } catch {} return { correct: true }; }
    if (answer === "throw") throw new Error("secret");
    if (answer === "range") throw new RangeError("secret");
    if (answer === "deep") { const dive = () => dive() + 1; dive(); }
    if (answer === "exit") process.exit(0);
    if (answer === "abort") process.abort();
    if (answer === "heap") for (;;) leaked.push({ at: leaked.length });
    if (answer === "nonsense") return { verdict: "fine" };
    if (answer === "nothing") return;
    if (answer === "reject") return Promise.reject(new Error("secret"));
    if (answer === "send") process.send({ id: 1, result: null, rss: 0 });
    if (answer === "leak") leaked.push(Buffer.alloc(32 << 20, 1));
    if (answer === "write") { options.case = "ignore"; choices.push("x"); }
    const fold = (text) => (options.case === "ignore" ? text.toLowerCase() : text);
    return { correct: fold(answer) === fold(gold), goldForm: String(process.pid) };
  },
};`;

const own = (name: string) =>
  `export const grader = { name: "${name}", description: "d", judge: () => ({ correct: true }) };`;

const folder = mkdtempSync(join(tmpdir(), "own-graders-"));
const write = (name: string, code: string) => {
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
};
const changing = write("changing.mjs", own("changing"));

let server: VerifierProcess;
let client: VerifierClient;
const log: string[] = [];

beforeAll(async () => {
  const graders = [write("wild.mjs", wild), changing].flatMap((path) => ["--grader", path]);
  const limits = ["--workers", "2", "--worker-timeout-ms", "4000", "--worker-memory-mib", "64"];
  server = await startVerifierProcess({
    args: [...limits, ...graders, "--http-port", "0"],
    onLogLine: (line) => log.push(line),
  });
  client = createVerifierClient({ address: server.address });
});

afterAll(async () => {
  client?.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

const outcomeOf = ({ score, failure, reason }: AnswerVerdict) =>
  failure == null ? (score?.correct ? "correct" : reason) : failure.kind;

const item = (answer: string, grader = "wild") => ({ golds: ["right"], answer, grader: { name: grader } });
const internal = "FAILURE_KIND_INTERNAL";

const outcomes = [
  ["right", "correct"],
  ["wrong", "different"],
  ["spend", "answer_too_large"],
  ["spend on", "answer_too_large"],
  ["throw", internal],
  ["range", internal],
  ["deep", internal],
  ["nonsense", internal],
  ["nothing", internal],
  ["reject", internal],
  ["send", internal],
  ["exit", internal],
  ["abort", internal],
  ["heap", internal],
  ["hang", internal],
] as const;

test("a rollout that ends its worker fails alone, the rest of its group keeps rewards and flags", async () => {
  const responses = ["right", "exit", "wrong", "right or \\boxed{left}", "right"];
  const rollouts = responses.map((response, at) => ({ id: `${at}`, response: `\\boxed{${response}}` }));
  const { groups } = await client.scoreRollouts({
    grader: { name: "wild" },
    groups: [{ problemId: "p", problem: "Which way?", golds: ["right"], rollouts }],
  });
  const found = groups[0]!.rollouts.map(({ id, verdict, reward }) => [id, outcomeOf(verdict!), reward]);
  expect(found).toMatchObject([
    ["0", "correct", 1],
    ["1", internal, undefined],
    ["2", "different", 0],
    ["3", expect.anything(), expect.any(Number)],
    ["4", "correct", 1],
  ]);
  expect(groups[0]?.stats).toMatchObject({ size: 5, scored: 4, failed: 1 });
  expect(groups[0]?.rollouts[3]?.shortcuts).not.toEqual([]);
});

test.each(outcomes)(
  "an answer on which the grader does this costs its own item alone: %s",
  async (answer, outcome) => {
    const math = { golds: ["1/2"], answer: "0.5" };
    const { verdicts } = await client.gradeAnswers({
      items: [item("right"), math, item(answer), item("wrong")],
    });
    expect(verdicts.map(outcomeOf)).toEqual(["correct", "correct", outcome, "different"]);
    expect(JSON.stringify(verdicts)).not.toContain("secret");
    expect(server.process.exitCode).toBeNull();
  },
);

test("rollouts are scored by it, and those on which it ends its process have no reward", async () => {
  const { groups } = await client.scoreRollouts({
    groups: [
      {
        problemId: "p",
        golds: ["right"],
        grader: { name: "wild" },
        rollouts: ["right", "exit", "wrong", "throw"].map((text) => ({
          response: `<answer>${text}</answer>`,
        })),
      },
    ],
  });
  expect(groups[0]?.rollouts.map(({ reward }) => reward)).toEqual([1, undefined, 0, undefined]);
});

test("it runs in the workers, and one that holds too much memory is replaced", async () => {
  const pids = new Set<string | undefined>();
  for (let call = 0; call < 24; call++) {
    // Another gold each time: a verdict from the cache would come from no worker.
    const { verdicts } = await client.gradeAnswers({ items: [{ ...item("leak"), golds: [`gold ${call}`] }] });
    pids.add(verdicts[0]?.goldForm);
  }
  expect(pids).not.toContain("");
  expect(pids).not.toContain(String(server.process.pid));
  // Two workers and a spare, but for replacements: each has room for at most four of 24 leaks.
  expect(pids.size).toBeGreaterThan(3);
});

test("what it writes to its options reaches no other item", async () => {
  const { verdicts } = await client.gradeAnswers({
    grader: { name: "wild" },
    items: ["write", "RIGHT"].map((answer) => ({ golds: ["right"], answer, choices: ["a"] })),
  });
  expect(verdicts.map(outcomeOf)).toEqual(["different", "different"]);
});

test("verdicts given before are those of the same grader with the same options", async () => {
  const ask = async (name: string, options = {}) => {
    const request = { grader: { name, options }, items: [{ golds: ["right"], answer: "RIGHT" }] };
    const [verdict] = (await client.gradeAnswers(request)).verdicts;
    return outcomeOf(verdict!);
  };
  const askAll = async () => [
    await ask("wild"),
    await ask("wild", { case: "ignore" }),
    await ask("exact"),
    await ask("exact", { case: "ignore" }),
  ];
  const first = await askAll();
  expect(first).toEqual(["different", "correct", "different", "correct"]);
  expect(await askAll()).toEqual(first);
});

test("Describe lists it; an unknown name is refused with those there are; a bad gold says what is wrong", async () => {
  const { graders } = await client.describe();
  expect(graders.map(({ name }) => name)).toEqual(expect.arrayContaining(["exact", "wild", "changing"]));
  const unknown = client.gradeAnswers({ grader: { name: "wilt" }, items: [item("right")] });
  await expect(unknown).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  await expect(unknown).rejects.toThrow(/Did you mean "wild"\? Known: math, .*exact, .*wild, changing\./);
  const { verdicts } = await client.gradeAnswers({ items: [{ ...item("right"), golds: ["bad"] }] });
  expect(verdicts[0]?.failure).toEqual({
    kind: "FAILURE_KIND_UNPARSABLE_GOLD",
    message: "A gold is not bad.",
  });
});

test("over HTTP a request names it too", async () => {
  const reply = await fetch(`http://${server.httpAddress}/slime?grader=wild&grader.case=ignore`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ response: "<answer>Right</answer>", label: "right" }),
  });
  expect(await reply.json()).toBe(1);
});

test("a module that changes under the server fails its items from the next worker on, and only those", async () => {
  writeFileSync(changing, own("changing").replace("true", "false"));
  let round = 0;
  await vi.waitFor(
    async () => {
      // Ends the worker that is next, and the one after it.
      await client.gradeAnswers({ items: [{ ...item("exit"), golds: [`round ${round++}`] }] });
      const { verdicts } = await client.gradeAnswers({
        items: [{ ...item("anything", "changing"), golds: [`round ${round}`] }, item("right"), item("wrong")],
      });
      expect(verdicts.map(outcomeOf)).toEqual([internal, "correct", "different"]);
    },
    { timeout: 50_000 },
  );
  expect(log.join("\n")).toContain("start the server anew");
});

test.each([
  ["no module", ["--grader", join(folder, "nowhere.mjs")], /nowhere\.mjs cannot be used/],
  ["no grader", ["--grader", write("none.mjs", "export const a = 1;")], /its export grader/],
  ["a name that is taken", ["--grader", write("exact.mjs", own("exact"))], /the name exact is taken/],
  [
    "two of one name",
    ["--grader", write("a.mjs", own("twin")), "--grader", write("b.mjs", own("twin"))],
    /b\.mjs cannot be used \(the name twin is taken\)/,
  ],
  [
    "a module that ends its process",
    ["--grader", write("exit.mjs", "process.exit(3)")],
    /ended with exit code 3/,
  ],
  [
    "a module that never loads",
    ["--grader", write("hang.mjs", "for (;;);"), "--worker-timeout-ms", "1500"],
    /did not load within 1500 ms/,
  ],
  ["no workers", ["--workers", "0", "--grader", write("c.mjs", own("c"))], /--grader needs worker processes/],
])("the server does not start with %s", async (_, args, message) => {
  const quiet = { onLogLine: () => {} };
  await expect(startVerifierProcess({ args: ["--workers", "1", ...args], ...quiet })).rejects.toThrow(
    message,
  );
});
