import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("letters of multiple choice", {
  equal: [
    ["C", "C) $\\frac{1}{2}$"],
    ["C", "C. \\frac{1}{2}"],
    ["(C) 4", "C: 4.0"],
    ["(C) 4", "C"],
    ["(C) red", "(C) the red one"],
    ["C", "(C)"],
    ["(C)", "**C**"],
    ["C", "C."],
    ["\\text{(C)}", "C"],
    ["B", "Option B"],
    ["(C)", "(c)"],
    ["C", "C: the third"],
    ["C", "C) 12"],
    ["\\textbf{(C)}", "C"],
    ["C", "[C]"],
    ["C", "\\boxed{C}"],
    ["D", "choice D"],
    ["\\mathrm{(C)}", "(C)"],
    ["C", "C - Paris"],
    ["C", "C – the third one"],
    ["C", "(C) none of A and B is odd"],
  ],
  different: [
    ["(C) 4", "(C) 5"],
    ["C", "D) $\\frac{1}{2}$"],
    ["5", "C) $\\frac{1}{2}$"],
    ["C", "B"],
    ["A", "A good question"],
    ["B", "not B, it is C"],
    ["C", "5"],
    ["C", "A, B, C, D"],
    ["C", "ABCD"],
    ["(C)", "(D)"],
    ["C", "C and D"],
    ["C", "C or D"],
    ["A", "B: because A is wrong"],
    ["C", "(C) or (D)"],
    ["A", "(A)(B)(C)(D)"],
    ["A", "(A) 3 (B) 4 (C) 5"],
    ["A", "A) 3 B) 4 C) 5"],
    ["A", "A. B. C. D."],
    ["A", "A: 3, B: 4"],
    ["A", "(A)\\text{ or }(B)"],
    ["A", "A) not sure, maybe B"],
    ["A", "A) no, (B)"],
    ["C", "C - x"],
    ["E", "none"],
  ],
});

const letters: readonly string[] = ["A", "B", "C", "D", "E"];
const respelt = spelling<string>(
  (letter) => `(${letter})`,
  (letter) => `**${letter}**`,
  (letter) => `${letter}.`,
  (letter) => `\\text{(${letter})}`,
  (letter) => `Option ${letter}`,
  (letter) => `(${letter.toLowerCase()})`,
  (letter) => `${letter}: the right one`,
  (letter) => `\\boxed{${letter}}`,
);

kindProperties("letters of multiple choice", {
  "a letter in every dress": fc
    .tuple(fc.nat({ max: 4 }), fc.integer({ min: 1, max: 4 }), respelt)
    .map(([at, more, spell]) => ({
      gold: letters[at] ?? "",
      same: spell(letters[at] ?? ""),
      other: spell(letters[(at + more) % letters.length] ?? ""),
    })),
  "against several letters": fc
    .tuple(fc.nat({ max: 3 }), fc.constantFrom(", ", " and ", " or ", ""))
    .map(([at, mark]) => ({
      gold: letters[at] ?? "",
      same: `**(${letters[at]})**`,
      other: `(${letters[at]})${mark}(${letters[at + 1]})`,
    })),
});
