import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

let server: VerifierProcess;

beforeAll(async () => {
  server = await startVerifierProcess({ logLevel: "error", args: ["--http-port", "0"] });
});

afterAll(() => server?.stop());

/** What the tests look at in replies of several shapes. */
interface AnyBody {
  readonly message: string;
  readonly reward: number;
  readonly rewards: (number | null)[] | null;
  readonly details: Record<string, string>[];
}

async function post(path: string, body: unknown): Promise<{ status: number; body: AnyBody }> {
  const reply = await fetch(`http://${server.httpAddress}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: (await reply.json()) as AnyBody };
}

describe("OpenRLHF", () => {
  const ask = (query: string[], prompts: string[] | undefined, labels: unknown[], address = "/get_reward") =>
    post(address, { query, prompts, labels });

  test("right, wrong, without an answer, and not judged are four things", async () => {
    const prompt = "What is 1+1? End with \\boxed{}.";
    const answers = ["It is \\boxed{2}.<|im_end|>", "\\boxed{3}", "I will not say.", "\\boxed{2}"];
    const query = answers.map((answer) => `${prompt} ${answer}`);
    const { body } = await ask(query, Array(4).fill(prompt), ["2", "2", "2", null]);
    expect(body).toMatchObject({
      rewards: [1, 0, 0, null],
      scores: [1, 0, 0, null],
      extra_logs: { correct: [1, 0, 0, 0], no_answer: [0, 0, 1, 0], failed: [0, 0, 0, 1] },
    });
    expect(body.details[3]).toMatchObject({ failure: "FAILURE_KIND_NO_GOLD" });
  });

  test("a call without any reward has null for all of them, as its own failed calls", async () => {
    expect((await ask(["a"], ["a"], [""])).body).toMatchObject({ rewards: null, scores: null });
  });

  test("an answer in the prompt is never taken for one in the response", async () => {
    const prompt = "Example: 1+1 is \\boxed{2}. What is 1+1?";
    expect((await ask([`${prompt} No idea.`], [prompt], ["2"])).body.rewards).toEqual([0]);
    const other = await ask([`Shown otherwise: \\boxed{2}`], [prompt], ["2"]);
    expect(other.body.rewards).toBeNull();
    expect(other.body.details[0]?.["message"]).toContain("does not begin with its prompt");
  });

  test("without prompts a query is a response, and labels may be numbers or lists", async () => {
    expect((await ask(["\\boxed{2}", "\\boxed{5}"], undefined, [2, ["4", 5]])).body.rewards).toEqual([1, 1]);
  });

  test("the address sets the policy and what a failure is worth", async () => {
    expect((await ask(["the answer is 2"], undefined, ["2"], "/get_reward?place=box")).body.rewards).toEqual([
      0,
    ]);
    const { body } = await ask(["2"], undefined, [null], "/get_reward?failure_reward=-1");
    expect(body).toMatchObject({ rewards: [-1], extra_logs: { correct: [0], failed: [1] } });
  });

  test.each<[string, unknown, string]>([
    ["lengths differ", { query: ["a"], prompts: ["a"], labels: [] }, "1 queries, 1 prompts, 0 labels"],
    ["no labels", { query: ["a"] }, "labels must be a list"],
    ["a query of another type", { query: [1], labels: ["1"] }, "query[0] must be a string"],
    ["a label of another type", { query: ["1"], labels: [{}] }, "labels[0] must be a gold answer"],
  ])("%s is a bad request", async (_name, body, message) => {
    const reply = await post("/get_reward", body);
    expect([reply.status, reply.body.message]).toEqual([400, expect.stringContaining(message)]);
  });
});

describe("slime", () => {
  test.each<[string, string, unknown, number | null]>([
    ["/slime", "\\boxed{2}", "2", 1],
    ["/slime", "\\boxed{3}", "2", 0],
    ["/slime", "\\boxed{3}", "", null],
    ["/slime?failure_reward=0", "\\boxed{3}", null, 0],
    ["/slime?percent=lenient", "It may be 28 or 29.", "28%", 0],
    ["/slime?percent=lenient", "28", "28%", 1],
    ["/slime?percent=lenient", "\\boxed{28}", "28%", 1],
  ])("%s of %j with gold %j is %j", async (path, response, label, reward) => {
    const reply = await post(path, { prompt: "Q", response, label });
    expect(reply).toEqual({ status: 200, body: reward });
  });
});

describe("NeMo Gym", () => {
  const request = (text: string, expected: unknown) => ({
    responses_create_params: { input: [{ role: "user", content: "What is 1+1?" }] },
    question: "What is 1+1?",
    expected_answer: expected,
    response: {
      id: "r",
      created_at: 0,
      model: "m",
      object: "response",
      parallel_tool_calls: false,
      tool_choice: "auto",
      tools: [],
      output: [
        { id: "t", type: "reasoning", summary: [{ type: "summary_text", text: "\\boxed{9}" }] },
        {
          id: "o",
          type: "message",
          role: "assistant",
          status: "completed",
          content: [{ type: "output_text", text, annotations: [] }],
        },
      ],
    },
  });

  test("a verdict is the request with the reward beside it", async () => {
    const right = request("\\boxed{2}", "2");
    expect((await post("/verify", right)).body).toMatchObject({
      ...right,
      reward: 1,
      extracted_answer: "2",
      library_reward: 1,
      judge_evaluations: null,
    });
    const wrong = (await post("/verify", request("\\boxed{3}", "2"))).body;
    expect(wrong.reward).toBe(0);
    expect(wrong).not.toHaveProperty("_ng_failure_class");
  });

  test("a failure is marked so that it becomes no result", async () => {
    const failed = (await post("/verify", request("\\boxed{3}", ""))).body;
    expect(failed).toMatchObject({ _ng_failure_class: "no_gold", _ng_failure_terminal: true });
    const priced = (await post("/verify?failure_reward=0", request("\\boxed{3}", ""))).body;
    expect(priced.reward).toBe(0);
    expect(priced).not.toHaveProperty("_ng_failure_class");
  });

  test("sessions and metrics", async () => {
    expect((await post("/seed_session", {})).body).toEqual({});
    const verify_responses = [
      { _ng_task_index: 1, reward: 1 },
      { _ng_task_index: 0, reward: 0 },
      { _ng_task_index: 1, reward: 0 },
      { _ng_task_index: 1, reward: 0, _ng_failure_class: "undecided" },
    ];
    expect((await post("/aggregate_metrics", { verify_responses })).body).toEqual({
      group_level_metrics: [
        { _ng_task_index: 0, "mean/reward": 0 },
        { _ng_task_index: 1, "mean/reward": 0.5 },
      ],
      agent_metrics: { "mean/reward": 1 / 3, rollouts: 3, failures: 1 },
      key_metrics: { "mean/reward": 1 / 3 },
    });
  });

  test("a body of another form is a bad request", async () => {
    const reply = await post("/verify", { expected_answer: "1", response: { output: {} } });
    expect([reply.status, reply.body.message]).toEqual([400, "response.output must be a list."]);
  });
});
