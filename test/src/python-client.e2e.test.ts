import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { protoFolder } from "@touchstone/proto";
import { startVerifierProcess } from "@touchstone/verifier";
import { expect, test } from "vitest";
import { findPython, noPython } from "./find-python.ts";

const runFile = promisify(execFile);
const script = fileURLToPath(new URL("../python/verifier_client_check.py", import.meta.url));

test("a plain Python client grades, scores and checks steps", async (context) => {
  const python = await findPython();
  if (python === undefined) {
    context.skip(noPython);
    return;
  }
  const server = await startVerifierProcess({ logLevel: "error" });
  const { stdout } = await runFile(python, [script, protoFolder, server.address]).finally(() =>
    server.stop(),
  );
  const { verdicts, groups, traces, error, version } = JSON.parse(stdout);

  const policy = { place: "ANSWER_PLACE_MARKED", ignore_case_set: true };
  expect(verdicts).toMatchObject([
    { id: "half", outcome: "score", correct: true, extracted: "0.5", ...policy },
    { id: "wrong", outcome: "score", correct: false, extracted: "0.6", ...policy },
    { id: "silent", outcome: "score", correct: false, reason: "no_answer", ...policy },
    { id: "bare", outcome: "score", correct: true, ...policy },
    { id: "no gold", outcome: "failure", failure: "FAILURE_KIND_NO_GOLD", ...policy },
    { id: "emoji 😀", extracted: "😀", ...policy },
  ]);
  expect(verdicts[2]).not.toHaveProperty("extracted");
  expect(groups).toEqual([
    {
      problem_id: "p",
      rewards: [1.5, 0],
      components: [
        { answer: 1, format: 1, shortcut: 0 },
        { answer: 0, format: 0, shortcut: 0 },
      ],
      has_pass_rate: true,
    },
    { problem_id: "q", rewards: [null], components: [{}], has_pass_rate: false },
  ]);
  expect(traces).toEqual([
    {
      id: "steps",
      outcome: "report",
      validity: "TRACE_VALIDITY_INVALID",
      first_error: 1,
      steps: ["STEP_OUTCOME_OK", "STEP_OUTCOME_ERROR"],
      expected: ["41"],
    },
    {
      id: "trace",
      outcome: "report",
      validity: "TRACE_VALIDITY_SUPPORTED",
      first_error: null,
      steps: ["STEP_OUTCOME_OK", "STEP_OUTCOME_OK"],
      expected: [],
    },
    { id: "empty", outcome: "failure" },
  ]);
  expect(error).toMatchObject({
    code: "INVALID_ARGUMENT",
    details: expect.stringContaining('Did you mean "truth"?'),
  });
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});
