import { describe, expect, test } from "vitest";
import { isPaid } from "./kind-table.test-support.ts";

describe("values that differ by next to nothing are not paid", () => {
  test.each([
    ["\\pi", "\\pi+e^{-50}"],
    ["\\pi", "\\pi+e^{-120}"],
    ["\\pi", "\\pi+e^{-200}"],
    ["\\pi", "\\pi+e^{-1000}"],
    ["\\pi", "\\pi+e^{-10^{6}}"],
    ["\\pi", "\\pi+e^{-e^{20}}"],
    ["\\sin 1", "\\sin(1)+2^{-\\pi\\cdot 200}"],
    ["\\cos 1", "\\cos(1+e^{-150})"],
    ["\\sqrt2+\\pi", "\\sqrt2+\\pi+\\frac{1}{2006!}"],
    ["\\ln 2", "\\ln(2+10^{-300})"],
    ["x\\sin x", "x\\sin x+e^{-180}"],
    ["e^{\\pi}", "e^{\\pi}\\cosh(e^{-100})"],
  ])("%s ≠ %s", (gold, answer) => expect(isPaid(gold, answer)).not.toBe(true));

  test("equal values still are", () => {
    expect(isPaid("\\cos(\\pi/7)\\cos(2\\pi/7)\\cos(3\\pi/7)", "1/8")).toBe(true);
    expect(isPaid("e^{-200}+\\pi", "\\pi+e^{-200}")).toBe(true);
    expect(isPaid("\\sin 2x+e^{-20}", "2\\sin x\\cos x+e^{-20}")).toBe(true);
  });
});
