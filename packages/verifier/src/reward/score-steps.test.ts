import { expect, test } from "vitest";
import { checkSteps } from "../steps/index.ts";
import { scoreSteps } from "./score-steps.ts";

test.each([
  { trace: [], coherence: 0, coverage: 0 },
  { trace: ["Let us think."], coherence: 0, coverage: 0 },
  { trace: ["2 + 3 = 5"], coherence: 1, coverage: 1 },
  { trace: ["2 + 3 = 6"], coherence: 0, coverage: 1 },
  { trace: ["2 + 3 = 5", "Let us think.", "5 * 4 = 21", "1 + 1 = 2"], coherence: 2 / 3, coverage: 3 / 4 },
  // A step with an error is wrong, whatever else it holds.
  { trace: ["2 + 3 = 5; 2 + 7 = 8", "1 + 1 = 2"], coherence: 1 / 2, coverage: 1 },
])("$trace: coherence $coherence, coverage $coverage", ({ trace, coherence, coverage }) => {
  const verdict = checkSteps({ problem: "", trace });
  expect(verdict.kind === "checked" && scoreSteps(verdict.steps)).toEqual({ coherence, coverage });
});
