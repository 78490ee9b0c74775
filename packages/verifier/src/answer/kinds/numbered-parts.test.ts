import { kindTable } from "./kind-table.test-support.ts";

kindTable("numbered parts of a list", {
  equal: [
    ["10,11,12,-1,0,1", "Sequence 1: -1, 0, 1 and Sequence 2: 10, 11, 12"],
    ["2,3", "Case 1: 2, Case 2: 3"],
    ["3", "Part 2: 3"],
  ],
  different: [
    ["10,11,12,-1,0,1", "Sequence 1: -1, 0, 1 and Sequence 2: 10, 11, 13"],
    ["2", "Part 2: 3"],
    ["1:2", "ratio 1:3"],
  ],
});
