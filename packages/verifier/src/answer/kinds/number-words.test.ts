import { kindTable } from "./kind-table.test-support.ts";

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
  ],
});
