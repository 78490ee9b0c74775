import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnswerPolicy, gradeAnswer } from "../src/answer/index.ts";

function isPaid(gold: string, response: string, policy: Partial<AnswerPolicy> = {}): boolean {
  const verdict = gradeAnswer({ golds: [gold], candidate: { response } }, { policy });
  return verdict.kind === "score" && verdict.correct;
}

/** Two numbers. */
const pair = fc
  .tuple(fc.integer({ min: 11, max: 997 }), fc.integer({ min: 11, max: 997 }))
  .filter(([a, b]) => a !== b);

const ways: readonly ((x: string) => string)[] = [
  (x) => `\\boxed{${x}}`,
  (x) => `So we get $\\boxed{${x}}$.`,
  (x) => `The answer is ${x}.`,
  (x) => `The final answer is $${x}$. I hope it is correct.`,
  (x) => `**Answer:** ${x}`,
  (x) => `<answer>${x}</answer>`,
  (x) => `{"answer": "${x}"}`,
  (x) => `#### ${x}`,
  (x) => `最终答案：${x}`,
  (x) => `La respuesta es ${x}.`,
  (x) => `Die Antwort lautet ${x}.`,
  (x) => `Ответ: ${x}`,
  (x) => `<think>${Number(x) + 1}?</think>The answer is ${x}.`,
];
const way = fc.constantFrom(...ways);

const hedges: readonly ((a: number, b: number) => string)[] = [
  (a, b) => `${a} or ${b}`,
  (a, b) => `${b} or ${a}`,
  (a, b) => `${a}, ${b}`,
  (a, b) => `${a}; ${b}`,
  (a, b) => `${a} and ${b}`,
  (a, b) => `${a} or maybe ${b}`,
  (a, b) => `either ${a} or ${b}`,
  (a, b) => `${a} \\text{ or } ${b}`,
  (a, b) => `\\{${a}, ${b}\\}`,
  (a, b) => `(${a}, ${b})`,
  (a, b) => `[${a}, ${b}]`,
  (a, b) => `${a} \\pm ${b}`,
  (a, b) => `${a} < x < ${b}`,
  (a, b) => `${a} = ${b}`,
  (a, b) => `${a} | ${b}`,
  (a, b) => `${a} but not ${b}`,
  (a, b) => `between ${a} and ${b}`,
  (a, b) => `at least ${a}, at most ${b}`,
];

const evasions: readonly ((a: number) => string)[] = [
  (a) => `not ${a}`,
  (a) => `maybe ${a}`,
  (a) => `about ${a}`,
  (a) => `more than ${a}`,
  (a) => `at most ${a}`,
  (a) => `${a} or so`,
  (a) => `anything but ${a}`,
  (a) => `x > ${a}`,
  (a) => `x \\ne ${a}`,
  (a) => `\\pm ${a}`,
  (a) => `-${a}`,
  (a) => `${a}%`,
  (a) => `${a}x`,
  (a) => `${a}?`,
  (a) => `1/${a}`,
  (a) => `${a}1`,
  (a) => `${a}.5`,
  (a) => `not ${a} but ${a + 1}`,
  (a) => `gold${a}`,
];

describe("whatever the marker", () => {
  test("an honest number is paid", () => {
    fc.assert(
      fc.property(pair, way, ([a], show) => {
        expect(isPaid(String(a), show(String(a)))).toBe(true);
      }),
    );
  });

  test("another number is not", () => {
    fc.assert(
      fc.property(pair, way, ([a, b], show) => {
        expect(isPaid(String(a), show(String(b)))).toBe(false);
      }),
    );
  });

  test("two numbers pay for neither", () => {
    fc.assert(
      fc.property(pair, way, fc.constantFrom(...hedges), ([a, b], show, hedge) => {
        for (const place of ["box", "marked", "anywhere"] as const) {
          expect(isPaid(String(a), show(hedge(a, b)), { place })).toBe(false);
          expect(isPaid(String(b), show(hedge(a, b)), { place })).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("a number that is denied, hedged or changed is not paid", () => {
    fc.assert(
      fc.property(pair, way, fc.constantFrom(...evasions), ([a], show, evade) => {
        expect(isPaid(String(a), show(evade(a)))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test("a later answer replaces an earlier one of the same marker", () => {
    fc.assert(
      fc.property(pair, way, ([a, b], show) => {
        const response = `${show(String(a))}\n\nLooking again:\n\n${show(String(b))}`;
        expect(isPaid(String(a), response)).toBe(false);
        expect(isPaid(String(b), response)).toBe(true);
      }),
    );
  });

  test("inside an unfinished block nothing is paid, before the end of one neither", () => {
    const tag = fc.constantFrom("think", "thinking", "Reasoning", "thought", "SCRATCHPAD");
    fc.assert(
      fc.property(pair, way, tag, ([a], show, name) => {
        for (const place of ["box", "marked", "anywhere"] as const) {
          const plain = show(String(a)).replace(/<think>.*<\/think>/, "");
          expect(isPaid(String(a), `<${name}>${plain}`, { place })).toBe(false);
          expect(isPaid(String(a), `${plain}</${name}>`, { place })).toBe(false);
        }
      }),
    );
  });
});
