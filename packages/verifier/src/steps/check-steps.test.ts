import fc from "fast-check";
import { expect, test } from "vitest";
import { Fuel } from "../answer/fuel.ts";
import { checkSteps, defaultStepLimits, segmentTrace } from "./index.ts";

function judge(step: string, problem = "") {
  const verdict = checkSteps({ problem, trace: [step] });
  if (verdict.kind === "failure") throw new Error(verdict.message);
  return verdict.steps[0]!;
}

test.each([
  ["5 + 3 = 8"],
  ["So the total is 12 \\times 3 = 36 apples."],
  ["\\[ \\frac{3}{4} \\cdot 20 = 15 \\]"],
  ["Total cost = $700 * 5 = $3500"],
  ["20% of 50 = 10"],
  ["25 percent of 80 equals 20"],
  ["8 / 20 * 100 = 40%"],
  ["half of 48 = 24"],
  ["3 dozen = 36"],
  ["1.5 million + 500000 = 2000000"],
  ["$4 \\text{ checks/month} \\times 12 \\text{ months/year} + 3 = 51$"],
  ["Pages left = Total pages - 15\n= 39 - 15\n= 24 pages"],
  ["9 - 3 (from the snack) - 2 (for lunch) = 4"],
  ["\\sqrt{50} = 5\\sqrt{2}"],
  ["10 / 3 ≈ 3.33"],
  ["(x+1)^2 = x^2 + 2x + 1"],
  ["7 > 5 and 2^3 = 8"],
  ["Natalia sold 48/2 = <<48/2=24>>24 clips"],
])("confirms: %s", (step) => {
  expect(judge(step)).toMatchObject({ verdict: expect.stringMatching(/ok|unverifiable/) });
  expect(judge(step).claims.filter((claim) => claim.verdict === "false")).toEqual([]);
});

test.each([
  ["5 + 3 = 9", "8", "5 + 3 = 9"],
  ["So he pays 2080 gallons x $0.15/gallon = $322 on water.", "312", "2080 gallons x $0.15/gallon = $322"],
  ["\\[ 13 \\times 12 \\times 11 = 1717 \\]", "1716", "13 \\times 12 \\times 11 = 1717"],
  ["Let's calculate B = (-5 + 7 - -2) = (-5 + 7 + 2) = (6 + 2) = 8.", "4", "(-5 + 7 + 2) = (6 + 2)"],
  ["20% of 50 = 12", "10", "20% of 50 = 12"],
  ["Natalia sold <<48/2=25>>25 clips", "24", "<<48/2=25>>"],
  ["It costs 12.50 * 3 = 38.50 dollars", "37.5", "12.50 * 3 = 38.50"],
  ["Clearly 3 + 4 > 9.", "7", "3 + 4 > 9"],
])("refutes: %s", (step, expected, text) => {
  const { verdict, error } = judge(step);
  expect(verdict).toBe("error");
  expect(error).toMatchObject({ expected });
  expect(error?.text).toContain(text);
});

test.each([
  ["10 / 3 = 3.33", "a rounded decimal"],
  ["7 / 2 = 4", "rounding to a whole"],
  ["\\sqrt{2} \\cdot 10 = 14.1", "a rounded root"],
  ["5 + 3 = 8 + 2 = 10", "a sum that runs on"],
  ["2 hours = 120 minutes", "a conversion"],
  ["900 - 100 = $8", "cents and dollars"],
  ["3 pencils + 1 eraser = 124 cents", "unknown prices"],
  ["Suppose 2 + 2 = 5.", "a supposition"],
  ["Then 1 + 1 = 3, which is a contradiction.", "an absurdity"],
  ["Is 2 + 2 = 5?", "a question"],
  ["In week 2 profit = 5 * 3", "a name with a number"],
  ["Total pages - 15 = 24", "a part of a difference of words"],
  ["2x + 4 = 10", "an equation to solve"],
  ["5AD^2 + 20 = 100", "letters of a figure"],
  ["8C2 = 28", "a binomial coefficient"],
  ["\\log_2 8 = 3", "a logarithm"],
  ["\\cos 30^\\circ = \\frac{\\sqrt{3}}{2}", "a function of degrees"],
  ["E = (1/2)(30 x 10-3 F)(0.2)2 = 6 x 10-4", "lost exponents"],
  ["0.15 (54) + 0.40 (27) = 8.10 + 10.80", "products by brackets"],
  ["17 ≡ 2 (mod 5) so 3 * 4 = 2 mod 5", "a congruence"],
  ["5_b + 1_b + 1 = 6_b", "numerals of a base"],
  ["-3^2 = 9", "two readings of a sign"],
  ["x = 5 and y = 2", "two values"],
  ["f(3) = 10", "a function"],
])("leaves alone: %s (%s)", (step) => {
  expect(judge(step).verdict).not.toBe("error");
});

test("a sum written with a wrong result is refuted, with the right one confirmed", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 9999 }),
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 2, max: 500 }),
      fc.constantFrom("*", "\\times", "×", "·"),
      (a, b, off, sign) => {
        expect(judge(`Thus ${a} ${sign} ${b} = ${a * b} in all.`).verdict).toBe("ok");
        expect(judge(`Thus ${a} ${sign} ${b} = ${a * b + off} in all.`).error?.expected).toBe(String(a * b));
        expect(judge(`Thus ${a} + ${b} = ${a + b + off}`).error?.expected).toBe(String(a + b));
      },
    ),
  );
});

test("under a modulus of the problem a sum may be a remainder", () => {
  const problem = "Under addition modulo 10, is {0, 2, 4, 6, 8} a group?";
  expect(judge("8 + 8 = 6", problem).verdict).not.toBe("error");
  expect(judge("8 + 8 = 7", problem).verdict).toBe("error");
});

test("coherence and validity are two results", () => {
  const trace = ["12 * 3 = 36 pens", "36 + 5 = 41", "The answer is 41."];
  const problem = "There are 12 boxes of 3 pens and 5 more.";
  const right = checkSteps({ problem, trace });
  expect(right).toMatchObject({
    validity: "supported",
    firstError: -1,
    coherence: { claims: 2, confirmed: 2, refuted: 0, coverage: 1, score: 1 },
  });
  expect(right.kind === "checked" && right.steps.map((step) => step.premises)).toEqual([[-1], [-1, 0], [1]]);
  expect(checkSteps({ problem, trace: ["12 * 3 = 36", "The answer is 77."] })).toMatchObject({
    validity: "unknown",
    coherence: { score: 1 },
    steps: [{}, { unsupported: ["77"] }],
  });
  expect(checkSteps({ problem, trace: ["12 * 3 = 36", "36 + 5 = 42", "42"] })).toMatchObject({
    validity: "invalid",
    firstError: 1,
  });
});

test.each([
  ["Step 1: 2 + 2 = 4\nso far\nStep 2: 4 + 1 = 5", ["Step 1: 2 + 2 = 4\nso far\n", "Step 2: 4 + 1 = 5"]],
  ["1. one\n2. two", ["1. one\n", "2. two"]],
  ["First part.\n\nSecond part.", ["First part.\n\n", "Second part."]],
  ["a = 1\n\\[\nx\n\\]\nb = 2", ["a = 1\n", "\\[\nx\n\\]\n", "b = 2"]],
  ["Half of 48 is 24. Then 24 + 48 = 72.", ["Half of 48 is 24. ", "Then 24 + 48 = 72."]],
])("segments %j", (trace, parts) => {
  const spans = segmentTrace(trace, new Fuel(10_000));
  expect(spans.map(({ start, end }) => trace.slice(start, end))).toEqual(parts);
});

test("any text is checked within its fuel, twice alike", () => {
  const piece = fc.constantFrom(
    "(",
    "{",
    "=",
    "1",
    "2^",
    "9!",
    "\\frac",
    "$",
    " x ",
    "and ",
    "\n",
    "%",
    "<<",
    ">>",
    "-",
    "99",
    ".",
  );
  const text = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.array(piece, { maxLength: 200 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (trace) => {
      const first = checkSteps({ problem: "", trace });
      expect(first.fuelUsed).toBeLessThanOrEqual(defaultStepLimits.fuel);
      expect(checkSteps({ problem: "", trace })).toEqual(first);
    }),
  );
});

test.each([
  ["brackets", "(".repeat(100_000)],
  ["equal signs", "1=".repeat(100_000)],
  ["towers", "9^9^9^9^9 = 1 ".repeat(5_000)],
  ["factorials", "5000! = 4999! * 5000 ".repeat(2_000)],
  ["nothing but equal signs", "=".repeat(500_000)],
  ["open texts", "\\text{".repeat(80_000)],
  ["marks", "<<1+1=2".repeat(50_000)],
  ["words", "one two three ".repeat(30_000)],
  ["lines", "a\n".repeat(150_000)],
  ["empty lines", "\n".repeat(150_000)],
  ["spaces", `3 dozen eggs${" ".repeat(150_000)}`],
])("hostile text is bounded: %s", (_name, trace) => {
  const before = process.cpuUsage();
  checkSteps({ problem: "", trace });
  checkSteps({ problem: "", trace: [trace] });
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(5000);
});

test("a trace past the limits is a failure", () => {
  const trace = "x".repeat(defaultStepLimits.maxTraceChars + 1);
  expect(checkSteps({ problem: "", trace })).toMatchObject({ kind: "failure", failure: "limit_exceeded" });
  expect(checkSteps({ problem: "", trace: [] })).toMatchObject({ kind: "checked", validity: "unknown" });
});

test.each([
  ["Yes, and 210 + 91 is 300.", "301"],
  ["Half of 48 is 25.", "24"],
  ["The farm will have a total of 70 + 420 + 210 = 680 animals.", "700"],
  ["If he sells 3 pens a day, then he sells 3 * 7 = 22 pens a week.", "21"],
  ["She reads 5 pages a day for 6 days: 5 pages a day * 6 days = 35 pages.", "30"],
])("refutes in words: %s", (step, expected) => {
  expect(judge(step).error?.expected).toBe(expected);
});

test.each([
  ["210 + 91 is 30 more than we want."],
  ["The average of 3 + 4 = 3.5"],
  ["The remainder of 2004 divided by 12 is 5."],
  ["If 2 + 2 = 5 then all is lost."],
  ["Since 2/5 is equal to 12 hectares, 4 dozen eggs * 12 = 48 eggs."],
  ["25 / 1/3 = 75"],
])("leaves alone in words: %s", (step) => {
  expect(judge(step).verdict).not.toBe("error");
});

test.each([
  [["We have 2x + 4 = 10.", "Subtracting 4 from both sides, we get 2x = 8."], 1, "x = 3"],
  [["This simplifies to $2p=0.58$. So $p=0.58$."], 0, "p = 29/100"],
  [["\\[ 3y - 2 = 10 \\implies 3y = 15 \\]"], 0, "y = 4"],
])("a linear equation is solved wrongly: %j", (trace, step, expected) => {
  expect(checkSteps({ problem: "", trace })).toMatchObject({
    firstError: step,
    steps: { [step]: { error: { expected } } },
  });
});

test.each([
  [["We have 2x + 4 = 10.", "Subtracting 4 from both sides, we get 2x = 6, so x = 3."]],
  [["x + 18 = 0 or x - 16 = 0, which means x = -18 or x = 16"]],
  [["2x = 10 for the first pen. So 3x = 12 for the second."]],
  [["x + y = 10, so 2x = 12"]],
  [["2x = 10", "x = 7"]],
  [["3x = 10, so x = 3.33"]],
  [["x^2 = 9, so x = 3"]],
])("leaves derivations alone: %j", (trace) => {
  expect(checkSteps({ problem: "", trace })).toMatchObject({ firstError: -1 });
});

test.each([
  ["Total Pension = $50,000 * 40\nTotal Pension = $2,100,000", "2000000"],
  ["555 divided by 5 is 111 with a remainder of 1.", "111 remainder 0"],
  ["Since 91 is prime, it has two divisors.", "divisible by 7"],
  ["We see that 93 is divisible by 7.", "remainder 2"],
  ["$2^5 \\equiv 3 \\pmod{7}$", "4 (mod 7)"],
  ["17 ≡ 3 (mod 5)", "2 (mod 5)"],
])("refutes: %s", (step, expected) => {
  expect(judge(step).error?.expected).toBe(expected);
});

test.each([
  ["Total Pension = $50,000 * 40\nTotal Pension = $2,000,000"],
  ["555 divided by 5 is 111 with a remainder of 0."],
  ["Since 97 is prime, it has two divisors."],
  ["$2^{10} \\equiv 1024 \\equiv 2 \\pmod{7}$"],
])("confirms: %s", (step) => {
  expect(judge(step)).toMatchObject({ verdict: "ok" });
});

test.each([
  ["The sum n^2 + 93 is divisible by 7."],
  ["91 is prime to 4."],
  ["If 91 is prime, we are done."],
  ["93 is not divisible by 7."],
  ["x ≡ 3 (mod 5)"],
])("leaves alone: %s", (step) => {
  expect(judge(step).verdict).not.toBe("error");
});

test.each([
  ["x^2 - 5x + 6 = 0. Factoring, we get x = 4 or x = 3.", 0],
  ["x^2 - 5x + 6 = 0. Factoring, we get x = 2 or x = 3.", -1],
  ["x^2 - 5x + 6 = 0. By symmetry of the figure x = 4.", -1],
  ["x^2 = 2, so x = 1.41", -1],
])("a root must satisfy the equation it solves: %s", (step, firstError) => {
  expect(checkSteps({ problem: "", trace: [step] })).toMatchObject({ firstError });
});

test.each([
  ["Step 1: 2 * 3 = 6"],
  ["Total cost of pens = 50 - 33 Total cost of pens = 17 dollars"],
  ["Total earnings = $3.00 + $1.50 (room). Total earnings = $4.50."],
  ["Total sum = 2(2a + 9d) Total sum = 4a + 18d"],
  ["He works from 1:00 PM to 5:30 PM, which is 4.5 hours."],
  ["The integer closest to 4.64 is 5."],
  ["It is open from 9 PM to 3 AM, which is a total of 6 hours"],
  ["2^4 = 2 \\cdot 2 \\\\ cdot 2 \\cdot 2"],
])("confirms on one line: %s", (step) => {
  expect(judge(step)).toMatchObject({ verdict: "ok" });
});

test.each([
  ["Step 1: 2 * 3 = 7", "6"],
  ["Total cost of pens = 50 - 33 Total cost of pens = 27 dollars", "17"],
  ["Total earnings = $3.00 + $1.50 (room). Total earnings = $5.00.", "4.5"],
  ["Total sum = 5(2a + 9d) Total sum = 10a + 90d", "5 (2 a+9 d)"],
  ["He works from 1:00 PM to 5:00 PM, which is a total of 5 hours.", "4"],
  ["The integer closest to 4.64 is 4.", "5"],
])("refutes on one line: %s", (step, expected) => {
  expect(judge(step)).toMatchObject({ verdict: "error", error: { expected } });
});

function firstErrorOf(trace: readonly string[], problem = "") {
  const verdict = checkSteps({ problem, trace });
  return verdict.kind === "checked" ? verdict.firstError : undefined;
}

test.each([
  [
    "the chain goes on in the next display",
    ["\\[ \\frac{8 \\cdot 6}{4} = 8 \\cdot 6 \\]\n\\[ = 2 \\cdot 6 = 12 \\]"],
  ],
  ["the coefficient is right", ["so there are C(9, 7) = (9 * 8 * 7) / (7 * 6 * 5) = 36 ways."]],
  ["terms were copied wrong", ["So f(2) = 8 - 12 + 9 - 4.", "The value is 4 - 12 + 9 - 4 = 1"]],
  ["a range is restated", ["\\frac{90}{123} < k < \\frac{180}{123} \\approx 0.732 < k < 1.463"]],
])("a slip of the pen is no error: %s", (_, trace) => {
  expect(firstErrorOf(trace)).toBe(-1);
});

test("a slip that the result rests on is an error", () => {
  expect(firstErrorOf(["\\[ \\frac{8 \\cdot 6}{4} = 8 \\cdot 6 \\]\n\\[ = 48 \\]"])).toBe(0);
  expect(firstErrorOf(["so there are C(9, 7) = (9 * 8 * 7) / (7 * 6 * 5) = 35 ways."])).toBe(0);
});

test("a conclusion that gives a quantity another value contradicts the step that gave it", () => {
  const trace = [
    "So the total cost of all pens is $27.",
    "He pays with a note of 50.",
    "Thus the total cost of all pens is $72.",
  ];
  const verdict = checkSteps({ problem: "", trace });
  expect(verdict).toMatchObject({
    firstError: 2,
    steps: [{}, {}, { error: { kind: "contradiction", expected: "27" } }],
  });
  expect(firstErrorOf([...trace.slice(0, 2), trace[2]!.replace("72", "27")])).toBe(-1);
  // On the way there, the words may mean another time.
  expect(firstErrorOf([trace[0]!, trace[2]!, trace[0]!.replace("So", "Thus")])).toBe(-1);
  expect(firstErrorOf([trace[0]!, trace[2]!.replace("72", "27 + 45 = 72")])).toBe(-1);
});

test("a number that is said to be the problem's must be its number", () => {
  const problem = "Tom has 18 green apples and 5 red pears. Ann has 40 red plums and 7 red plums.";
  const quote = (step: string) => checkSteps({ problem, trace: [step] });
  expect(quote("We are given that Tom has 19 green apples.")).toMatchObject({
    firstError: 0,
    steps: [{ error: { kind: "misquotation", expected: "18", text: "19 green apples" } }],
  });
  for (const step of [
    "We are given that Tom has 18 green apples.",
    "Later Tom has 19 green apples.",
    "We are given that Tom has 5 green apples too few.",
    "We are given that Ann has 47 red plums.",
  ])
    expect([step, quote(step)]).toMatchObject([step, { firstError: -1 }]);
});
