import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import { verifierService } from "@touchstone/proto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectGrader } from "./connect-grader.ts";

interface WireItem {
  readonly id: string;
  readonly golds: readonly string[];
  readonly response: string;
}

/** A verifier of whole numbers, over the real contract and a real socket. */
function grade(item: WireItem): object {
  if (item.golds[0] === "unreadable") {
    return {
      id: item.id,
      failure: { kind: "FAILURE_KIND_UNPARSABLE_GOLD", message: "No gold answer could be read." },
    };
  }
  const answer = item.response.split(" ").at(-1) ?? "";
  return {
    id: item.id,
    score: { correct: answer === item.golds[0], value: Number(answer === item.golds[0]) },
    answerForm: answer,
  };
}

const server = new Server();
let address = "";
const policies: unknown[] = [];

beforeAll(async () => {
  server.addService(verifierService as never, {
    GradeAnswers: (
      call: { request: { items: WireItem[]; policy: unknown } },
      reply: (error: object | null, response?: object) => void,
    ) => {
      policies.push(call.request.policy);
      if (call.request.items.length > 3) reply({ code: status.INVALID_ARGUMENT, details: "too many items" });
      else reply(null, { verdicts: call.request.items.map(grade) });
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  address = `127.0.0.1:${port}`;
});
afterAll(() => server.forceShutdown());

describe("connectGrader", () => {
  it("turns verdicts into grades, and failures into null", async () => {
    const grader = await connectGrader({ address, policy: { place: "ANSWER_PLACE_BOX" } });
    const grades = await grader.grade([
      { golds: ["4"], response: "so 4" },
      { golds: ["4"], response: "so 5" },
      { golds: ["unreadable"], response: "so 5" },
    ]);
    grader.close();
    expect(grades).toEqual([
      { correct: true, answer: "4" },
      { correct: false, answer: "5" },
      { correct: null, answer: null },
    ]);
    expect(policies.at(-1)).toMatchObject({ place: "ANSWER_PLACE_BOX" });
  });

  it("says which verifier failed and why", async () => {
    const grader = await connectGrader({ address });
    const items = Array.from({ length: 4 }, () => ({ golds: ["1"], response: "1" }));
    await expect(grader.grade(items)).rejects.toMatchObject({
      code: "VERIFIER_FAILED",
      message: expect.stringMatching(/127\.0\.0\.1:\d+.*too many items/),
    });
    grader.close();
  });

  it("gives up on a verifier that is not there", async () => {
    const connecting = connectGrader({ address: "127.0.0.1:1", connectTimeoutMs: 300 });
    await expect(connecting).rejects.toMatchObject({ code: "VERIFIER_FAILED" });
  });
});
