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
