import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

interface Operation {
  readonly requestBody: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content: Record<string, { readonly schema: object }> }>;
}

interface Described {
  readonly paths: Record<string, { readonly post: Operation }>;
  readonly components: object;
}

let server: VerifierProcess;
let described: Described;

beforeAll(async () => {
  server = await startVerifierProcess({ logLevel: "error", args: ["--http-port", "0"] });
  described = (await (await fetch(`http://${server.httpAddress}/openapi.json`)).json()) as Described;
});

afterAll(() => server?.stop());

function check(schema: object, value: unknown): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const validate = ajv.compile({ ...schema, components: described.components });
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

async function post(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const reply = await fetch(`http://${server.httpAddress}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.json() };
}

const rpc = "/touchstone.verifier.v1.Verifier";
const output = [{ type: "message", content: [{ type: "output_text", text: "\\boxed{2}" }] }];
const stream = { policyStream: "described", policyStep: "3" };
const rollouts = ["\\boxed{4}", "\\boxed{5}", "none", "\\boxed{4} \\boxed{4} \\boxed{5}"];

const calls: [string, unknown][] = [
  [`${rpc}/Describe`, {}],
  [`${rpc}/GradeAnswers`, { items: [{ golds: ["1/2"], response: "\\boxed{0.5}" }, { golds: [] }, {}] }],
  [
    `${rpc}/ScoreRollouts`,
    {
      ...stream,
      batchId: "b",
      reward: { profile: "majority", seed: 7, weights: { answer: 1, format: 0.5 } },
      groups: [{ problemId: "p", golds: ["4"], rollouts: rollouts.map((response) => ({ response })) }],
    },
  ],
  [`${rpc}/CheckSteps`, { items: [{ trace: "2 + 2 = 5. So 5 * 2 = 10." }, { trace: "" }] }],
  [`${rpc}/ImportDifficulty`, { ...stream, problems: [{ problemId: "q", rollouts: "8", correct: 1 }] }],
  [`${rpc}/GetDifficulty`, { ...stream, problemIds: ["p", "q", "unseen"] }],
  [`${rpc}/ListDifficulty`, { ...stream, pageSize: 1 }],
  [`${rpc}/ListDifficulty`, {}],
  [`${rpc}/SelectProblems`, { ...stream, problemIds: ["p", "q"], count: 2, targetRate: 0.5 }],
  ["/get_reward", { query: ["Q \\boxed{2}", "Q no"], prompts: ["Q", "Q"], labels: ["2", null] }],
  ["/get_reward", { query: ["\\boxed{2}"], labels: [""] }],
  ["/slime", { prompt: "Q", response: "\\boxed{2}", label: ["2", 3] }],
  ["/slime", { response: "\\boxed{2}", label: null }],
  ["/seed_session", {}],
  ["/verify", { expected_answer: "2", response: { output } }],
  ["/verify", { expected_answer: "", response: { output } }],
  ["/aggregate_metrics", { verify_responses: [{ reward: 1 }, { reward: 0, _ng_task_index: 4 }] }],
];

test.each(calls)("%s: request %j and its reply are as described", async (path, body) => {
  const { requestBody, responses } = described.paths[path]!.post;
  expect(check(requestBody.content["application/json"]!.schema, body)).toEqual([]);
  const reply = await post(path, body);
  expect([reply.status, check(responses["200"]!.content["application/json"]!.schema, reply.body)]).toEqual([
    200,
    [],
  ]);
});

test("every address is described and called above; the stream apart", () => {
  const called = new Set(calls.map(([path]) => path));
  expect(Object.keys(described.paths).filter((path) => !called.has(path))).toEqual([`${rpc}/StreamRollouts`]);
});

test("errors are as described, and what the description refuses the server refuses", async () => {
  const { requestBody, responses } = described.paths[`${rpc}/GradeAnswers`]!.post;
  for (const body of [
    { itemz: [] },
    { items: [{ golds: [1] }] },
    { items: [{ response: "1", answer: "1" }] },
    [],
  ]) {
    expect(check(requestBody.content["application/json"]!.schema, body)).not.toEqual([]);
    const reply = await post(`${rpc}/GradeAnswers`, body);
    const schema = responses["default"]!.content["application/json"]!.schema;
    expect([reply.status, check(schema, reply.body)]).toEqual([400, []]);
  }
});
