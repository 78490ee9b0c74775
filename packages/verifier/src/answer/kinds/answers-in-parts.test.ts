import fc from "fast-check";
import { integer, kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("answers in parts", {
  equal: [
    ["(a) 2 (b) 3", "(a) 2, (b) 3"],
    ["(a) 2 (b) 3", "(a) $2$; (b) $3$."],
    ["(a) 2 (b) 3", "a) 2\nb) 3"],
    ["(i) 2 (ii) x+1", "(i) 2, (ii) 1+x"],
    ["(1) 2; (2) 3", "(1): 2, and (2): 3"],
    ["(a) 2 (b) 3", "2, 3"],
    ["(a) yes (b) no", "(a) yes, (b) no"],
    ["(a) x = 2 (b) y = 3", "(a) 2 (b) 3"],
  ],
  different: [
    ["(a) 2 (b) 3", "(a) 3 (b) 2"],
    ["(a) 2 (b) 3", "3, 2"],
    ["(a) 2 (b) 3", "(a) 2 (b) 4"],
    ["(a) 2 (b) 3", "(a) 2"],
    ["(a) 2 (b) 3", "(a) 2 (b) 3 (c) 4"],
    ["(a) 2 (b) 3", "(a)"],
    ["(a) 2 (b) 3", "6ab"],
    ["(a) yes (b) no", "(a) no (b) yes"],
    ["(a) 2 (b) 3", "(i) 2 (ii) 3"],
  ],
});

const respelt = spelling<readonly [a: number, b: number]>(
  ([a, b]) => `(a) ${a}, (b) ${b}`,
  ([a, b]) => `(a) $${a}$; (b) $${b}$.`,
  ([a, b]) => `a) ${a}\nb) ${b}`,
  ([a, b]) => `(a): ${a}, and (b): ${b}`,
);

kindProperties("answers in parts", {
  "respelt, and each to its part": fc.tuple(integer, natural, respelt).map(([a, more, spell]) => ({
    gold: `(a) ${a} (b) ${a + more}`,
    same: spell([a, a + more]),
    other: spell([a + more, a]),
  })),
});
