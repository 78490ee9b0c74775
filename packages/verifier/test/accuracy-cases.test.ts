import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { measureCases, nameCase, readCaseJudgements } from "../accuracy/cases/measure-cases.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-cases-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cases = [
  { gold: "5", response: "\\boxed{5}", expected: true, kind: "box" },
  { gold: "5", response: "\\boxed{6}", expected: true, kind: "box" },
  { gold: ["1", "2"], response: "\\boxed{2}", expected: false, kind: "several golds" },
  { gold: "\\nonsense", response: "\\boxed{6}", expected: true, kind: "unreadable" },
];
const [, second, third] = cases.map(nameCase);

test("cases graded against their labels are kept, with the argument against the label", () => {
  const judgements = new Map([
    [third ?? "", "Several golds are alternatives."],
    ["000000000000", "Of no case."],
  ]);
  const { right, wrong, misses, stale } = measureCases(cases, judgements);
  expect([right, wrong]).toEqual([3, 1]);
  expect(misses.map(({ outcome, argued }) => [outcome, argued])).toEqual([
    ["refused", undefined],
    ["paid", "Several golds are alternatives."],
    ["undecided", undefined],
  ]);
  expect(misses[0]?.id).toBe(second);
  expect(stale).toEqual(["000000000000"]);
});

test("the checked-in judgements can be read, and a group without a reason cannot", () => {
  const path = fileURLToPath(new URL("../accuracy/cases/judgements.yaml", import.meta.url));
  const names = [...readCaseJudgements(path).keys()];
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{12}$/);
  const broken = join(folder, "broken.yaml");
  writeFileSync(broken, "- cases: [a]\n");
  expect(() => readCaseJudgements(broken)).toThrow(/needs a reason and cases/);
});
