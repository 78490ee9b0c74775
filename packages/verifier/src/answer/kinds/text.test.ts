import { kindTable } from "./kind-table.test-support.ts";

kindTable("text", {
  equal: [
    ["\\text{east}", "East."],
    ["\\text{No solution}", "no solution"],
    ["\\text{ellipse}", "ellipse"],
    ["\\text{Evelyn}", "Evelyn"],
    ["\\textbf{Paris}", "\\text{Paris}"],
    ["right triangle", "Right Triangle"],
    ["\\text{no solution}", "\\text{No  Solution.}"],
    ["\\mathrm{even}", "even"],
    ["'odd'", "odd"],
    ["Kafelnikov", "\\text{Kafelnikov}"],
    ["neither", "Neither"],
    ["\\text{x-axis}", "x-axis"],
    ["The values $a$ and $b$ are both even.", "The values $a$ and $b$ are both even"],
  ],
  different: [
    ["\\text{oddly}", "odd"],
    ["\\text{east}", "west"],
    ["\\text{even}", "odd"],
    ["\\text{ellipse}", "eclipse"],
    ["\\text{no solution}", "solution"],
    ["\\text{Evelyn}", "Eve"],
    ["red", "red or blue"],
    ["x-axis", "y-axis"],
    ["neither", "both"],
    ["\\text{right}", "\\text{not right}"],
    ["\\text{Paris}", "\\text{Paris, London}"],
    ["even", "evan"],
  ],
});
