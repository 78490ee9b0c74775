import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areEqual } from "./building-blocks.ts";
import { gradeAnswer } from "./grade.ts";

const runs = { numRuns: 100, seed: 20240611 };

const integer = fc.integer({ min: -1000, max: 1000 }).map(String);
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999 }))
  .map(([a, b]) => `${a}.${b}`);
const fraction = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 2, max: 50 }))
  .map(([a, b]) => `\\frac{${a}}{${b}}`);
const radical = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 30 }))
  .map(([a, b]) => `${a}\\sqrt{${b}}`);
const constant = fc.oneof(
  integer,
  decimal,
  fraction,
  radical,
  fc.constantFrom("\\pi", "e", "2+3i", "\\sin 1", "\\ln 3"),
);

/** Expressions in x and y, fully bracketed so that they can be put together as text. */
const expression = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom("x", "y", "2", "3", "\\sqrt{2}", "\\pi"),
    fc
      .tuple(tie("expression"), fc.constantFrom("+", "-", "\\cdot "), tie("expression"))
      .map(([a, op, b]) => `(${a}${op}${b})`),
    fc.tuple(tie("expression"), fc.constantFrom("2", "3")).map(([a, n]) => `${a}^{${n}}`),
    tie("expression").map((a) => `\\frac{${a}}{7}`),
  ),
})).expression;

const list = fc.array(integer, { minLength: 2, maxLength: 6 });

describe("equality", () => {
  test("is reflexive", () => {
    fc.assert(
      fc.property(fc.oneof(constant, expression), (text) => {
        expect(areEqual(text, text)).toBe("equal");
      }),
      runs,
    );
  });

  test("is symmetric", () => {
    fc.assert(
      fc.property(fc.oneof(constant, expression), fc.oneof(constant, expression), (a, b) => {
        expect(areEqual(a, b)).toBe(areEqual(b, a));
      }),
      runs,
    );
  });

  test("survives rewriting", () => {
    fc.assert(
      fc.property(fc.oneof(fraction, radical, expression), integer, (a, k) => {
        for (const same of [
          `6(${a})/6`,
          `(${a})+(${k})-(${k})`,
          `-(-(${a}))`,
          `(${a})\\cdot\\frac{\\sqrt{3}}{\\sqrt{3}}`,
          `$${a}$`,
          `\\boxed{${a}}`,
          a.replaceAll("\\frac", "\\dfrac"),
        ])
          expect([same, areEqual(a, same)]).toEqual([same, "equal"]);
      }),
      runs,
    );
  });

  test("is lost by a changed value", () => {
    fc.assert(
      fc.property(fc.oneof(fraction, radical, expression), fc.integer({ min: 1, max: 10 ** 9 }), (a, k) => {
        for (const other of [
          `(${a})+${k}`,
          `(${a})-\\frac{1}{${k}}`,
          `(${a})+10^{-40}`,
          `(${a})+\\frac{i}{${k}}`,
        ])
          expect([other, areEqual(a, other)]).toEqual([other, "different"]);
      }),
      runs,
    );
  });

  test("agrees with exact integer arithmetic", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.bigInt({ min: -3n, max: 3n }),
        (a, delta) => {
          expect(areEqual(`${a}`, `${a + delta}`)).toBe(delta === 0n ? "equal" : "different");
          expect(areEqual(`${a}`, `${a + delta}.0`)).toBe(delta === 0n ? "equal" : "different");
        },
      ),
      runs,
    );
  });

  test("agrees with exact fractions", () => {
    const term = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(term, term, ([a, b], [c, d]) => {
        const same = a * d === b * c;
        expect(areEqual(`\\frac{${a}}{${b}}`, `${c}/${d}`)).toBe(same ? "equal" : "different");
        expect(areEqual(`\\frac{${a}}{${b}}+\\frac{${c}}{${d}}`, `\\frac{${a * d + b * c}}{${b * d}}`)).toBe(
          "equal",
        );
      }),
      runs,
    );
  });

  test("of bare lists ignores order, and ordered lists keep it", () => {
    fc.assert(
      fc.property(list, fc.nat(), (items, shift) => {
        const at = shift % items.length;
        const rotated = [...items.slice(at), ...items.slice(0, at)];
        const [a, b] = [items.join(" , "), rotated.join(",")];
        expect(areEqual(a, b)).toBe("equal");
        const same = items.every((item, index) => item === rotated[index]);
        expect(areEqual(a, b, { policy: { order: "ordered" } })).toBe(same ? "equal" : "different");
      }),
      runs,
    );
  });
});

describe("grading", () => {
  test("never throws, and never fails for an internal reason, on any text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "\\frac",
        "{",
        "}",
        "\\sqrt",
        "^",
        "_",
        "(",
        ")",
        "[",
        "]",
        "\\{",
        "\\}",
        "|",
        ",",
        "=",
        "<",
        "1",
        "x",
      ),
      fc.constantFrom(
        "\\text{",
        "$",
        "\\pm",
        "!",
        "%",
        "°",
        "\\boxed{",
        "####",
        "answer is ",
        "\\begin{pmatrix}",
        "&",
        "\\\\",
      ),
      fc.constantFrom(
        "\\sin",
        "\\log_",
        "\\cup",
        "\\infty",
        " and ",
        "5 cm",
        "\\le",
        "1,234",
        "0.\\overline{3}",
        "1e9",
        "½",
        "²",
      ),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, text, (gold, answer) => {
        for (const candidate of [{ answer }, { response: answer }]) {
          const verdict = gradeAnswer({ golds: [gold], candidate });
          if (verdict.kind === "failure")
            expect([verdict.message, verdict.failure]).not.toContain("internal");
        }
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  test("a box, a marker and a bare answer get the same verdict", () => {
    fc.assert(
      fc.property(integer, integer, (gold, answer) => {
        const correct = gold === answer || Number(gold) === Number(answer);
        for (const response of [
          `\\boxed{${answer}}`,
          `x\n#### ${answer}`,
          `The answer is $${answer}$.`,
          `{"answer": ${answer}}`,
        ])
          expect(gradeAnswer({ golds: [gold], candidate: { response } })).toMatchObject({ correct });
        expect(gradeAnswer({ golds: [gold], candidate: { answer } })).toMatchObject({ correct });
      }),
      runs,
    );
  });
});
