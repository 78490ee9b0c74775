import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("text", {
  equal: [
    ["\\text{DNE}", "does not exist"],
    ["\\text{infinitely many}", "infinitely many solutions"],
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

const word = fc.stringMatching(/^[a-z]{5,9}$/);
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const respelt = spelling<string>(
  (text) => `\\text{${text}}`,
  (text) => `${text.toUpperCase()}.`,
  (text) => `**${text}**`,
  (text) => `\\textbf{${text.replaceAll(" ", "  ")}}`,
  (text) => `$\\text{${text}}$`,
);

kindProperties("text", {
  "words respelt, against others": fc
    .tuple(words, word, respelt)
    .filter(([all, other]) => !all.includes(other))
    .map(([all, other, spell]) => ({
      gold: all.join(" "),
      same: spell(all.join(" ")),
      other: spell([...all.slice(1), other].join(" ")),
    })),
  "letters in another order": fc
    .tuple(word, respelt)
    .map(([text, spell]) => [text, [...text].reverse().join(""), spell] as const)
    .filter(([text, reversed]) => text !== reversed)
    .map(([text, reversed, spell]) => ({ gold: text, same: spell(text), other: spell(reversed) })),
});
