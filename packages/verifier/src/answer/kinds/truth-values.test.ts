import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("truth values", {
  equal: [
    ["yes", "Yes."],
    ["True", "yes"],
    ["no", "False"],
    ["\\text{Yes}", "yes"],
    ["true", "TRUE"],
    ["No", "\\text{No}"],
    ["false", "**False**"],
    ["yes", "\\textbf{Yes}"],
    ["Yes", "$\\text{yes}$"],
    ["No.", "no"],
    ["True", "True."],
    ["\\mathrm{True}", "true"],
  ],
  different: [
    ["yes", "no"],
    ["no", "on"],
    ["True", "False"],
    ["yes", "yes or no"],
    ["yes", "1"],
    ["no", "0"],
    ["no", "none"],
    ["true", "truth"],
    ["yes", "maybe"],
    ["yes", "yes and no"],
    ["No", "\\text{No solution}"],
    ["true", "t"],
  ],
});

const respelt = spelling<boolean>(
  (value) => (value ? "yes" : "no"),
  (value) => (value ? "True" : "False"),
  (value) => (value ? "YES." : "NO."),
  (value) => `\\text{${value ? "Yes" : "No"}}`,
  (value) => `**${value}**`,
  (value) => `$\\textbf{${value}}$`,
);

kindProperties("truth values", {
  "yes and true, no and false": fc
    .tuple(fc.boolean(), respelt, respelt)
    .map(([value, first, second]) => ({ gold: first(value), same: second(value), other: second(!value) })),
});
