import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";
import { spellNumber } from "./spell-number.test-support.ts";

kindTable("one value given twice", {
  equal: [
    ["5 (five)", "5"],
    ["0.5 or 50\\%", "1/2"],
    ["0.5 (or 50\\%)", "0.5"],
    ["\\frac12 (i.e. 0.5)", "0.5"],
    ["\\frac{1}{2} (= 50\\%)", "50\\%"],
    ["12 (twelve)", "12"],
    ["\\frac14 (or 25\\%)", "0.25"],
    ["2.5 or 5/2", "\\frac52"],
    ["x = 5 (five)", "5"],
  ],
  different: [
    ["5", "5 (six)"],
    ["6", "5 (six)"],
    ["0.5", "0.5 or 0.6"],
    ["0.5", "0.5 or 5\\%"],
    ["0.5", "0.5 (or 0.6)"],
    ["5", "5 or 6"],
    ["0.25", "0.25 or 2.5\\%"],
    ["12", "12 (twenty)"],
    ["\\frac12", "\\frac12 (i.e. 0.6)"],
    ["50\\%", "0.5 or 0.05"],
  ],
});

const respelt = spelling<number>(
  (n) => `${n / 100} or ${n}\\%`,
  (n) => `${n / 100} (or ${n}\\%)`,
  (n) => `\\frac{${n}}{100} (i.e. ${n / 100})`,
  (n) => `\\frac{${n}}{100} (= ${n}\\%)`,
);

kindProperties("one value given twice", {
  "in figures and in words": fc.nat({ max: 9999 }).map((n) => ({
    gold: `${n} (${spellNumber(n)})`,
    same: `${n}`,
    other: `${n + 1} (${spellNumber(n + 1)})`,
  })),
  "as a decimal and as percent": fc
    .tuple(fc.integer({ min: 1, max: 98 }), respelt)
    .map(([hundredths, spell]) => ({
      gold: `${hundredths / 100}`,
      same: spell(hundredths),
      other: spell(hundredths + 1),
    })),
});
