import fc from "fast-check";
import { kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
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
    ["50¢", "50 cents"],
    ["\\$0.05", "5¢"],
    ["930", "Rs. 930"],
    ["Rs. 930", "930 rupees"],
    ["\\text{Rs. }930", "₹930"],
    ["INR 930", "Rs 930"],
    ["Rs. 930/-", "930"],
    ["₹12,50,000", "12.5\\text{ lakh rupees}"],
    ["Rs. 1.25 crore", "12500000"],
    ["US\\$12.50", "\\$12.50"],
    ["US\\$12.50", "USD 12.50"],
    ["\\$12.50", "A\\$12.50"],
    ["HK\\$5", "5"],
    ["£5", "5 pounds"],
    ["¥5", "5 yuan"],
    ["¥5", "5 yen"],
    ["\\$12.50", "12 dollars and 50 cents"],
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
    ["5¢", "\\$5"],
    ["Rs. 930", "\\$930"],
    ["Rs. 930", "Rs. 931"],
    ["US\\$12.50", "A\\$12.50"],
    ["5 lb", "£5"],
    ["5 yuan", "5 yen"],
    ["£5", "5 kg"],
  ],
});

const amount = (cents: number) => (cents / 100).toFixed(2);
const dollars = (cents: number) => `\\$${amount(cents)}`;
const respelt = spelling<number>(
  (cents) => `$${amount(cents)}`,
  (cents) => `${amount(cents)} dollars`,
  (cents) => `${amount(cents)} USD`,
  (cents) => `${cents} \\text{ cents}`,
  (cents) => `${cents}¢`,
);

kindProperties("currency", {
  "dollars and cents": fc.tuple(fc.integer({ min: 101, max: 99_999 }), respelt).map(([cents, spell]) => ({
    gold: dollars(cents),
    same: spell(cents),
    other: spell(cents + 1),
  })),
  "of another country": fc
    .tuple(natural, fc.constantFrom("€", "£", "¥"), fc.constantFrom("€", "£", "¥"))
    .filter(([, a, b]) => a !== b)
    .map(([amount, a, b]) => ({ gold: `${a}${amount}`, same: `${a}${amount}.00`, other: `${b}${amount}` })),
  "millions and thousands": fc
    .tuple(natural, fc.constantFrom(["thousand", "000"] as const, ["million", "000000"] as const))
    .map(([n, [word, zeros]]) => ({
      gold: `\\$${n} \\text{ ${word}}`,
      same: `\\$${n}${zeros}`,
      other: `\\$${n}`,
    })),
});
