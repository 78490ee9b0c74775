import { describe, expect, test } from "vitest";
import { type GradeItem, gradeAnswer } from "./grade.ts";
import type { TraceStep } from "./trace.ts";

function follow(item: GradeItem) {
  const steps: TraceStep[] = [];
  const verdict = gradeAnswer(item, { trace: (step) => steps.push(step) });
  return { steps, verdict };
}

const tiersOf = (steps: readonly TraceStep[]) =>
  steps.flatMap((step) => (step.step === "tier" ? [`${step.tier}: ${step.result}`] : []));

describe("trace", () => {
  test("tells candidates, readings, tiers and fuel in the order in which they happen", () => {
    const { steps } = follow({
      golds: ["1/2"],
      candidate: { response: "First \\boxed{2}, then \\boxed{0.5}." },
    });
    expect(steps.map(({ step }) => step)).toEqual([
      "reading",
      "fuel",
      "fuel",
      "candidates",
      "reading",
      "fuel",
      "scalars",
      "tier",
      "pair",
      "fuel",
    ]);
    const candidates = steps.find((step) => step.step === "candidates");
    expect(candidates).toMatchObject({
      found: [{ text: "2" }, { text: "0.5" }],
      chosen: [{ text: "0.5", start: 29, end: 32, source: "box" }],
    });
    expect(tiersOf(steps)).toEqual(["exact rationals: equal"]);
  });

  test("every tier that was asked is told", () => {
    const { steps } = follow({ golds: ["\\sin^2 x+\\cos^2 x"], candidate: { answer: "1" } });
    expect(tiersOf(steps)).toEqual([
      "exact rationals: open",
      "same expression: open",
      "infinities and bases: open",
      "sampling in doubles, to refute: open",
      "identity modulo random primes: open",
      "enclosures at high precision: equal",
    ]);
  });

  test("an unreadable answer is told with its problem, and an ambiguous one with every reading", () => {
    const { steps } = follow({ golds: ["1,234"], candidate: { answer: "\\nonsense" } });
    expect(steps.find((step) => step.step === "reading")).toMatchObject({
      text: "1,234",
      readings: [{ kind: "scalar" }, { kind: "list" }],
    });
    expect(steps.findLast((step) => step.step === "reading")).toMatchObject({
      text: "\\nonsense",
      readings: [],
      problem: "syntax",
    });
  });

  test("the fuel of the steps is the fuel of the verdict, and listening changes nothing", () => {
    for (const [gold, answer] of [
      ["1/2", "0.5"],
      ["x^2-1", "(x-1)(x+1)"],
      ["\\sqrt{2}+\\sqrt{3}", "\\sqrt{5+2\\sqrt{6}}"],
      ["1,2,3", "3,2,1"],
      ["5", "\\nonsense"],
      ["1e999999999", "5"],
      ["\\sqrt{2}", `${"5000!+".repeat(300)}1`],
    ] as const) {
      const item = { golds: [gold], candidate: { response: `So \\boxed{${answer}}.` } };
      const { steps, verdict } = follow(item);
      const used = steps.reduce((sum, step) => (step.step === "fuel" ? sum + step.used : sum), 0);
      expect([gold, used]).toEqual([gold, verdict.fuelUsed]);
      expect(verdict).toEqual(gradeAnswer(item));
    }
  });
});
