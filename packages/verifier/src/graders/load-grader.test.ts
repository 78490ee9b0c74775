import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { defaultLimits, defaultPolicy } from "../answer/index.ts";
import { outcomeOf } from "./graders.test-support.ts";
import { judgeItem } from "./judge-item.ts";
import { loadGrader } from "./load-grader.ts";

const folder = mkdtempSync(join(tmpdir(), "grader-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function load(code: string) {
  const path = join(folder, `grader-${files++}.mjs`);
  writeFileSync(path, code);
  return loadGrader(path, ["math", "exact"]);
}

async function judge(body: string, answer = "b", gold = "a") {
  const grader = await load(`export const grader = { name: "own", description: "d", ${body} };`);
  return judgeItem(
    grader,
    { golds: [gold], candidate: { answer } },
    { policy: defaultPolicy, limits: { ...defaultLimits, fuel: 1000 }, options: {} },
  );
}

test.each([
  ["judge: () => ({ correct: true })", "correct"],
  ["judge: () => ({ correct: false, reason: 'too_short' })", "too_short"],
  ["judge: (answer, gold) => ({ correct: answer === gold })", "different"],
  ["judge: (a, g, { spend }) => { for (;;) spend(1); }", "answer_too_large"],
  ["judge: (a, g, { spend }) => spend(NaN)", "answer_too_large"],
  ["judge: () => { throw new Error('secret'); }", "failure: internal"],
  ["judge: () => { throw new RangeError('secret'); }", "failure: internal"],
  [
    "judge: (a, g, { spend }) => { try { spend(1e9); } catch {} return { correct: true }; }",
    "answer_too_large",
  ],
  [
    "judge: (a, g, { options, choices }) => { options.x = 1; choices.push('y'); return { correct: true }; }",
    "correct",
  ],
  ["judge: () => true", "failure: internal"],
  ["judge: async () => ({ correct: true })", "failure: internal"],
  ["judge: () => ({ correct: 1 })", "failure: internal"],
  ["judge: () => ({ correct: true }), checkGold: () => 'no'", "failure: unparsable_gold"],
])("%s: %s", async (body, outcome) => {
  const verdict = await judge(body);
  expect(outcomeOf(verdict)).toBe(outcome);
  expect(JSON.stringify(verdict)).not.toContain("secret");
});

test.each([
  ["export const other = 1;", "its export grader"],
  ["export const grader = { name: 'Own', description: 'd', judge() {} };", "its export grader.name"],
  ["export const grader = { name: 'own', description: 'd' };", "grader.judge: must be a function"],
  ["export const grader = { name: 'own', description: 'd', judge() {}, judg: 1 };", "judg"],
  ["export const grader = { name: 'exact', description: 'd', judge() {} };", "the name exact is taken"],
  ["export const grader = {", "cannot be used"],
  ["throw new Error('at load');", "at load"],
])("%s cannot be used", async (code, message) => {
  await expect(load(code)).rejects.toMatchObject({
    code: "GRADER_UNUSABLE",
    message: expect.stringContaining(message),
  });
});
