import { expect, test } from "vitest";
import { checkSteps } from "../index.ts";

function judge(trace: readonly string[]) {
  const verdict = checkSteps({ problem: "", trace });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict;
}

test.each([
  [["We know x + y = 10 and x - y = 2, so x = 6 and y = 5."], "x = 6 and y = 4"],
  [
    ["The equations are 5a -3b = 32 and 3a + 5b = -8.", "Solving them gives a = 4 and b = -1."],
    "a = 4 and b = -4",
  ],
  [
    [
      "\\[ m - n = 1 \\quad \\text{and} \\quad m + n = 75 \\] Adding them: \\[ 2m = 76 \\] So, \\(m = 38\\) and \\(n = 36\\).",
    ],
    "m = 38 and n = 37",
  ],
  [["2x + 3y = 12\nx - y = 1\nThus x = 2, y = 1"], "x = 3 and y = 2"],
])("values do not solve the system: %j", (trace, expected) => {
  expect(judge(trace).steps.at(-1)).toMatchObject({ verdict: "error", error: { expected } });
});

test.each([
  [["We know x + y = 10 and x - y = 2, so x = 6 and y = 4."]],
  [["$y + x = 10$, $x - y = 2$.", "Therefore, $x = 6$ and $y = 4$."]],
])("values solve the system: %j", (trace) => {
  expect(judge(trace).steps.at(-1)?.verdict).toBe("ok");
});

test.each([
  [["x + y = 10 or x - y = 2, so x = 6 and y = 5"], "alternatives"],
  [["x + y = 10 and x - y = 2. If so, try x = 6 and y = 5"], "tried values"],
  [["x + y = 10 and x - y = 2. The point is x = 6 and y = 5"], "no result"],
  [["x + y = 10 and 2x + 2y = 20, so x = 6 and y = 5"], "no single solution"],
  [["x + y = 10 and x - y = 2 (mod 4), so x = 2 and y = 1"], "a modulus"],
  [
    ["3n - 2m = 1 and n - m = 2. By inspection a particular solution is n = 1 and m = 1"],
    "a particular solution",
  ],
  [["x^2 + y = 10 and x - y = 2, so x = 6 and y = 5"], "a power"],
  [["2(x + y) = 10 and 3(x - y) = 2, so x = 6 and y = 5"], "brackets"],
  [["x + y = 10z and x - y = 2z, so x = 6 and y = 5"], "another letter"],
  [["x + y = 10 and x - y = 2.5, so x = 6 and y = 4"], "a decimal"],
  [["x + y = 10 and x - y = 2, so x = 6 and y = 5z"], "a value in another letter"],
  [["x + y = 10. Next, the trips give x - y = 2, so x = 6 and y = 5"], "equations told apart"],
  [["In all x + y = 1 and x - y = 2, so x = 1, y = 0 is not possible"], "rejected"],
  [["z + x + y = 10 and z + x - y = 2, so x = 6 and y = 5"], "more letters"],
])("is not called wrong: %j (%s)", (trace) => {
  expect(judge(trace).firstError).toBe(-1);
});
