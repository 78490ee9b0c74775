import { kindTable } from "./kind-table.test-support.ts";

kindTable("one value given twice", {
  equal: [
    ["5 (five)", "5"],
    ["0.5 or 50\\%", "1/2"],
    ["0.5 (or 50\\%)", "0.5"],
    ["\\frac12 (i.e. 0.5)", "0.5"],
    ["\\frac{1}{2} (= 50\\%)", "50\\%"],
  ],
  different: [
    ["5", "5 (six)"],
    ["6", "5 (six)"],
    ["0.5", "0.5 or 0.6"],
    ["0.5", "0.5 or 5\\%"],
    ["0.5", "0.5 (or 0.6)"],
    ["5", "5 or 6"],
  ],
});
