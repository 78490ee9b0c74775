import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GradeItem, gradeAnswer } from "../grade.ts";
import type { AnswerPolicy } from "../policy.ts";
import { isPaid } from "./kind-table.test-support.ts";

/** An answer, another spelling of it, and an answer of the same kind with another value. */
export interface KindCase {
  readonly gold: string;
  readonly same: string;
  readonly other: string;
}

/** How the cases of a kind are judged. */
export interface KindRules {
  readonly policy?: Partial<AnswerPolicy>;
  /** What is said of the other answer: by default that it is incorrect. */
  readonly other?: "undecided";
}

/** Small integers, and those from 1 up. */
export const integer = fc.integer({ min: -60, max: 60 });
export const natural = fc.integer({ min: 1, max: 60 });

/** One of these ways of writing a value. */
export function spelling<T>(...ways: readonly ((value: T) => string)[]): fc.Arbitrary<(value: T) => string> {
  return fc.constantFrom(...ways);
}

const seed = 29;

/** Items of other kinds: empty, unreadable, hostile, costly, and a whole response. */
const strangers: readonly GradeItem[] = [
  { golds: ["5"], candidate: { answer: "" } },
  { golds: ["\\frac{1}{"], candidate: { answer: "5" } },
  { golds: ["x"], candidate: { answer: "(".repeat(400) } },
  { golds: ["(x+1)^{50}(x+1)"], candidate: { answer: "(x+1)^{51}" } },
  { golds: ["\\frac12"], candidate: { response: "It is $\\frac{2}{4}$, so \\boxed{0.5}." } },
];

/**
 * Specifies a kind of answer by generated cases. The same value is paid both ways, another value neither way, each text
 * for itself; and every verdict, with its reason and cost, is the same wherever in a batch the item stands.
 *
 * @param cases generators by what varies in the spelling
 */
export function kindProperties(
  kind: string,
  cases: Readonly<Record<string, fc.Arbitrary<KindCase>>>,
  rules: KindRules = {},
): void {
  describe(`${kind}, generated`, () => {
    for (const [name, arbitrary] of Object.entries(cases)) {
      test(`${name}: paid for the value, both ways, and for nothing else`, () => {
        fc.assert(
          fc.property(arbitrary, (each) => expectPaidForTheValue(each, rules)),
          { numRuns: 100, seed },
        );
      });
      test(`${name}: judged alike wherever in a batch`, () => {
        fc.assert(
          fc.property(inAnyOrder(arbitrary), (items) => expectJudgedAlike(items, rules.policy)),
          { numRuns: 6, seed },
        );
      });
    }
  });
}

function expectPaidForTheValue({ gold, same, other }: KindCase, rules: KindRules): void {
  const grade = (a: string, b: string) => [a, b, isPaid(a, b, rules.policy)];
  for (const text of [gold, same, other]) expect(grade(text, text)).toEqual([text, text, true]);
  expect(grade(gold, same)).toEqual([gold, same, true]);
  expect(grade(same, gold)).toEqual([same, gold, true]);
  const refusal = rules.other ?? false;
  expect(grade(gold, other)).toEqual([gold, other, refusal]);
  expect(grade(other, gold)).toEqual([other, gold, refusal]);
}

/** A batch of some cases, in every pairing, among strangers. */
function inAnyOrder(arbitrary: fc.Arbitrary<KindCase>): fc.Arbitrary<readonly GradeItem[]> {
  return fc.array(arbitrary, { minLength: 2, maxLength: 3 }).chain((cases) => {
    const items = [...cases.flatMap(pairings), ...strangers];
    return fc.shuffledSubarray(items, { minLength: items.length });
  });
}

function pairings({ gold, same, other }: KindCase): readonly GradeItem[] {
  const item = (a: string, b: string): GradeItem => ({ golds: [a], candidate: { answer: b } });
  return [item(gold, same), item(same, gold), item(gold, other), item(other, gold), item(gold, gold)];
}

/** Grades the batch forwards and backwards, so that every item comes after others and before others. */
function expectJudgedAlike(items: readonly GradeItem[], policy: Partial<AnswerPolicy> = {}): void {
  const grade = (item: GradeItem) => gradeAnswer(item, { policy });
  const backwards = [...items].reverse().map(grade);
  expect(items.map(grade)).toEqual(backwards.reverse());
}
