import { kindTable } from "./kind-table.test-support.ts";

kindTable("mixed numbers", {
  equal: [
    ["918\\frac12", "918.5"],
    ["1 1/2", "1.5"],
    ["2½", "5/2"],
    ["-1\\frac{1}{2}", "-3/2"],
    ["3 \\tfrac{1}{4}", "13/4"],
    ["2\\ \\frac{1}{3}", "\\frac73"],
  ],
  different: [
    ["2\\frac58", "\\frac{10}{8}"],
    ["1\\frac12", "\\frac12"],
    ["-1\\frac{1}{2}", "-\\frac12"],
  ],
});
