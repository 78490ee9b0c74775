import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("lists", {
  equal: [
    ["1,-2", "-2,1"],
    ["3, 5, 7", "7, 5 and 3"],
    ["3,5", "5 or 3"],
    ["1; 2; 3", "1, 2, 3"],
    ["[3]", "3"],
    ["x=1 \\text{ or } x=2", "2, 1"],
    ["19, 46, \\text{ and } 82", "19, 46, and 82"],
    ["7 1 -1", "7, 1, -1"],
    ["x_{1}=2,\\quad x_{2}=3", "2, 3"],
    ["1 \\quad \\text{and} \\quad 2", "1,2"],
    ["n = 1, 2, 3", "1, 2, 3"],
  ],
  different: [
    ["1,2", "1"],
    ["1,2", "1,2,3"],
    ["1,1,2", "1,2,2"],
    ["3", "3 or 4"],
    ["n = 2, 3, 4", "n = 1, 2, 3"],
    ["19, 46, and 82", "21, 36, and 82"],
    ["1,2", "12"],
    ["1,2", "1.2"],
  ],
});

const several = fc.uniqueArray(integer, { minLength: 3, maxLength: 5 });

kindProperties("lists", {
  "in another order, in braces": fc.uniqueArray(integer, { minLength: 2, maxLength: 6 }).map((items) => ({
    gold: items.join(", "),
    same: `\\{${[...items].reverse().join(",")}\\}`,
    other: `${items.join(", ")}, 77`,
  })),
  "with a word before the last, one taken twice": fc
    .tuple(several, fc.constantFrom(" and ", " or ", ", and ", " \\text{ or } "))
    .map(([[first, ...rest], word]) => ({
      gold: [first, ...rest].join(", "),
      same: `${rest.join(", ")}${word}${first}`,
      other: `${rest.join(", ")}${word}${rest[0]}`,
    })),
  "with other marks between, one left out": fc
    .tuple(several, fc.constantFrom("; ", " and ", ",\\ ", ",\\quad "))
    .map(([items, mark]) => ({
      gold: items.join(", "),
      same: items.join(mark),
      other: items.slice(1).join(mark),
    })),
  "of values in other forms": fc.tuple(natural, natural).map(([a, more]) => ({
    gold: `\\frac{${a}}{2}, ${a + more}\\sqrt{2}, -${a}`,
    same: `-${a}.0, \\sqrt{${2 * (a + more) ** 2}} \\text{ and } ${a / 2}`,
    other: `-${a}, \\sqrt{${2 * (a + more) ** 2}}, ${a / 2 + 1}`,
  })),
});
