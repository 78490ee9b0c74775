import fc from "fast-check";
import { kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";
import { spellNumber } from "./spell-number.test-support.ts";

kindTable("number words and ordinals", {
  equal: [
    ["seven", "7"],
    ["twenty-one", "21"],
    ["one hundred", "100"],
    ["two hundred and five", "205"],
    ["three thousand", "3000"],
    ["third", "3rd"],
    ["Twelve", "12"],
    ["forty two", "42"],
    ["one half", "\\frac12"],
    ["two thirds", "2/3"],
    ["three-quarters", "0.75"],
    ["one million", "1000000"],
    ["\\text{eleven}", "11"],
    ["ninety-nine", "99"],
    ["7", "SEVEN"],
    ["-7", "minus seven"],
    ["-\\frac23", "negative two thirds"],
    ["twelve hundred", "1200"],
    ["twelve hundred and fifty", "1250"],
    ["twelve lakh fifty thousand", "1250000"],
    ["twenty-first", "21"],
    ["thirteenth", "13"],
    ["one hundred and fifth", "105"],
    ["two and a half", "2.5"],
    ["a third", "\\frac13"],
    ["a hundred", "100"],
    ["two dozen", "24"],
    ["one in six", "1/6"],
    ["two out of five", "0.4"],
    ["one point five", "1.5"],
    ["three point one four", "3.14"],
    ["twenty-third", "23"],
    ["十二", "12"],
    ["二十一个", "21"],
    ["三千五百", "3500"],
    ["125万", "1250000"],
    ["3.5万", "35000"],
    ["٤٢", "42"],
    ["४२", "42"],
  ],
  different: [
    ["seven", "8"],
    ["twenty-one", "201"],
    ["one hundred", "1000"],
    ["two thirds", "3/2"],
    ["third", "2"],
    ["one", "\\text{none}"],
    ["ten", "tent"],
    ["one hundred", "one hundred and one"],
    ["twenty one", "20, 1"],
    ["two", "two thirds"],
    ["fourteen", "forty"],
    ["six", "sixth of"],
    ["10", "ABC"],
    ["-7", "seven"],
    ["-1", "minus"],
    ["-3", "negative third"],
    ["twenty hundred", "2000"],
    ["125万", "125"],
    ["一半", "1"],
    ["二三", "23"],
  ],
});

const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
  " ",
);
const spelt = spelling<number>(
  spellNumber,
  (n) => spellNumber(n).replaceAll("-", " "),
  (n) => spellNumber(n).replace(/hundred (?!thousand)/g, "hundred and "),
  (n) => `\\text{${spellNumber(n)}}`,
  (n) => spellNumber(n).toUpperCase(),
);

const ordinal = (n: number) =>
  `${n}${(n % 100 > 10 && n % 100 < 14 ? undefined : ["th", "st", "nd", "rd"][n % 10]) ?? "th"}`;

kindProperties("number words and ordinals", {
  "up to a million": fc.tuple(fc.nat({ max: 999_998 }), spelt).map(([n, spell]) => ({
    gold: `${n}`,
    same: spell(n),
    other: spellNumber(n + 1),
  })),
  "ordinals as words": fc.nat({ max: ordinals.length - 2 }).map((at) => ({
    gold: `${at + 1}${["st", "nd", "rd"][at] ?? "th"}`,
    same: ordinals[at] ?? "",
    other: ordinals[at + 1] ?? "",
  })),
  "fractions in words": fc
    .tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 3, max: 11 }))
    .map(([top, bottom]) => ({
      gold: `\\frac{${top}}{${bottom}}`,
      same: `${spellNumber(top)} ${ordinals[bottom - 1]}s`,
      other: `${spellNumber(top)} ${ordinals[bottom]}s`,
    })),
  "below zero": fc.tuple(natural, fc.constantFrom("minus", "negative")).map(([n, sign]) => ({
    gold: `-${n}`,
    same: `${sign} ${spellNumber(n)}`,
    other: `${sign} ${spellNumber(n + 1)}`,
  })),
  "ordinals in figures": fc.nat({ max: 9998 }).map((n) => ({
    gold: `${n}`,
    same: ordinal(n),
    other: ordinal(n + 1),
  })),
});
