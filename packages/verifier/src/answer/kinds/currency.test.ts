import { kindTable } from "./kind-table.test-support.ts";

kindTable("currency", {
  equal: [
    ["\\$18.90", "18.90"],
    ["$15,000", "15000 dollars"],
    ["5.4 \\text{ cents}", "$0.054"],
    ["\\$32,\\!348", "32348"],
    ["-\\$5", "-5"],
    ["\\$5 \\text{ million}", "\\$5000000"],
    ["18 dollars", "\\$18"],
    ["€5", "5 euros"],
    ["\\$0.50", "50 cents"],
    ["\\$20 \\text{ per hour}", "20 dollars per hour"],
    ["5 USD", "\\$5"],
    ["£3", "3"],
  ],
  different: [
    ["\\$5", "€5"],
    ["\\$5", "£5"],
    ["\\$5", "5 cents"],
    ["\\$18.90", "18.9\\%"],
    ["\\$5", "-\\$5"],
    ["\\$5", "\\$50"],
    ["\\$5", "5 kg"],
    ["\\$1.00", "100"],
    ["\\$20 \\text{ per hour}", "20 dollars per day"],
    ["€5", "¥5"],
    ["50 cents", "\\$50"],
    ["\\$5 \\text{ million}", "\\$5"],
  ],
});
