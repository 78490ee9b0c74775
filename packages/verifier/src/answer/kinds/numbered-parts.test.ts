import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("numbered parts of a list", {
  equal: [
    ["10,11,12,-1,0,1", "Sequence 1: -1, 0, 1 and Sequence 2: 10, 11, 12"],
    ["2,3", "Case 1: 2, Case 2: 3"],
    ["3", "Part 2: 3"],
    ["1, 2", "Case 1: 1; Case 2: 2"],
    ["5", "Case 1: 5"],
    ["7, 8, 9", "Part 1: 7, Part 2: 8, Part 3: 9"],
  ],
  different: [
    ["10,11,12,-1,0,1", "Sequence 1: -1, 0, 1 and Sequence 2: 10, 11, 13"],
    ["2", "Part 2: 3"],
    ["1:2", "ratio 1:3"],
    ["1, 2", "Case 1: 1"],
    ["2, 3", "Case 2: 3"],
    ["3, 4", "Case 1: 3, Case 2: 5"],
    ["1", "Case 1: 2"],
  ],
});

kindProperties("numbered parts of a list", {
  "with and without the numbers": fc
    .tuple(integer, natural, fc.constantFrom("Case", "Part"))
    .map(([a, more, word]) => ({
      gold: `${a}, ${a + more}`,
      same: `${word} 1: ${a}, ${word} 2: ${a + more}`,
      other: `${word} 1: ${a}, ${word} 2: ${a + more + 1}`,
    })),
});
