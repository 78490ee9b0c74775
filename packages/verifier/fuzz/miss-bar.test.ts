import { expect, test } from "vitest";
import { missBar } from "./miss-bar.ts";
import { type SuiteBar, Tally } from "./suite.ts";

const bar: SuiteBar = { right: "same", wrong: "other", paid: "paid", mostMissed: 0.02, mostPaid: 0.002 };

function tallyOf(counts: Readonly<Record<string, number>>): Tally {
  const tally = new Tally();
  for (const [name, count] of Object.entries(counts)) tally.add(name, count);
  return tally;
}

test.each([
  [{ "same paid": 98, "same refused": 2, "other refused": 100 }, undefined],
  [
    { "same paid": 97, "same refused": 2, "same undecided": 1, "other refused": 100 },
    "3 of 100 right answers not paid",
  ],
  [{ "same paid": 100, "other refused": 499, "other paid": 1 }, undefined],
  [{ "same paid": 100, "other refused": 99, "other paid": 1 }, "1 of 100 wrong answers paid"],
  [{ discarded: 5 }, undefined],
])("%j: %s", (counts, expected) => expect(missBar(bar, tallyOf(counts))).toBe(expected));
