import { describe, expect, test } from "vitest";
import { drawFresh } from "../draw.ts";
import { compareTerms, valuesOf } from "../evaluate/compare-terms.ts";
import { drawTerm } from "../tree/draw-term.ts";
import { type Form, termsOf } from "../tree/form.ts";
import { rational } from "../tree/term.ts";
import { rewriteForm } from "./rewrite-form.ts";
import { applyRule, termRules } from "./rewrite-term.ts";

function show(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === "bigint" ? String(part) : part));
}

describe("rewritings of terms keep the value", () => {
  const counts = new Map<string, { same: number; apart: string[] }>(
    termRules.map(({ name }) => [name, { same: 0, apart: [] }]),
  );
  for (let index = 0; index < 8000; index++) {
    const draw = drawFresh(5, "rewrite test", index);
    const term = drawTerm(draw);
    for (const rule of termRules) {
      const next = applyRule(term, rule, draw);
      const count = counts.get(rule.name);
      if (next === undefined || count === undefined) continue;
      const result = compareTerms(term, next);
      if (result === "same") count.same++;
      if (result === "apart") count.apart.push(show([term, next]));
    }
  }

  test.each([...counts])("%s", (_name, { same, apart }) => {
    expect(apart).toEqual([]);
    // A rule that never fits would test nothing.
    expect(same).toBeGreaterThanOrEqual(3);
  });
});

describe("rewritings of answers", () => {
  const rewrittenBy = (form: Form, rule: string): Form => {
    for (let index = 0; index < 500; index++) {
      const { form: next, rules } = rewriteForm(form, drawFresh(1, rule, index));
      if (rules.length === 1 && rules[0] === rule) return next;
    }
    throw new Error(`${rule} was never drawn.`);
  };

  test("a unit is converted exactly", () => {
    const next = rewrittenBy({ kind: "quantity", of: rational(5, 2), unit: "m/s" }, "convert a unit");
    expect(next).toEqual({ kind: "quantity", of: rational(9), unit: "km/h" });
  });

  test("a percentage is a hundredth", () => {
    const next = rewrittenBy({ kind: "percent", of: rational(28) }, "percent as a fraction");
    expect(compareTerms(termsOf(next)[0] ?? rational(0), rational(7, 25))).toBe("same");
  });

  test("both values of ± are written out", () => {
    const next = rewrittenBy({ kind: "plus_minus", center: rational(5), offset: rational(2) }, "write ± out");
    const [high = rational(0), low = rational(0)] = termsOf(next);
    expect([compareTerms(high, rational(7)), compareTerms(low, rational(3))]).toEqual(["same", "same"]);
  });
});

test("terms drawn have values", () => {
  for (let index = 0; index < 500; index++)
    for (const { re, im } of valuesOf(drawTerm(drawFresh(9, "terms", index)))) expect(re + im).not.toBeNaN();
});
