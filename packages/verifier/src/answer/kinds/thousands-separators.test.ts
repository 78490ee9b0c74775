import fc from "fast-check";
import { kindProperties } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("thousands separators", {
  equal: [
    ["1,234", "1234"],
    ["7,425,000", "7425000"],
    ["1\\,234", "1234"],
    ["32,\\!349", "32349"],
    ["1{,}234", "1234"],
    ["1 234", "1234"],
    ["11,\\! 111,\\! 111,\\! 100", "11111111100"],
    ["110,880", "880, 110"],
    ["110,880", "110880"],
    ["\\$15{,}000", "15000"],
    ["-1,234", "-1234"],
    ["1,234.5", "1234.5"],
    ["10,000,000", "10^7"],
    ["14 {,}916", "14916"],
    ["1.234.567", "1234567"],
    ["1.234,5", "1234.5"],
    ["12,50,000", "1250000"],
    ["1,00,000", "100000"],
    ["12,50,000", "1,250,000"],
    ["1'250'000", "1250000"],
    ["1_250_000", "1250000"],
    ["1, 000", "1000"],
    ["1, 000", "1,000"],
  ],
  different: [
    ["32, 349", "32349"],
    ["(1,2)", "12"],
    ["1,23", "123"],
    ["\\{1,234\\}", "1234"],
    ["0,123", "123"],
    ["1,2", "12"],
    ["1,2345", "12345"],
    ["12,34,56", "123456"],
    ["1,234", "1235"],
    ["1;234", "1234"],
    ["(1,234)", "1234"],
    ["(1,234)", "1,234"],
    ["\\{1,234\\}", "1,234"],
    ["1,000", "1"],
    ["12,50,000", "12500"],
    ["12,34,56", "123456"],
    ["1,0", "1000"],
    ["(1,0)", "1, 000"],
  ],
});

const large = fc.integer({ min: 1000, max: 10 ** 12 });
const separator = fc.constantFrom(",", "\\,", "{,}", " ", ",\\!");
const grouped = (n: number, mark: string) => `${n}`.replace(/\B(?=(?:\d{3})+$)/g, () => mark);

kindProperties("thousands separators", {
  "groups of three digits": fc.tuple(large, separator, fc.boolean()).map(([n, mark, isNegative]) => {
    const sign = isNegative ? "-" : "";
    return {
      gold: `${sign}${n}`,
      same: `${sign}${grouped(n, mark)}`,
      other: `${sign}${grouped(n + 1, mark)}`,
    };
  }),
  "groups before a decimal point": fc.tuple(large, fc.integer({ min: 1, max: 99 })).map(([n, part]) => ({
    gold: `${n}.${part}`,
    same: `${grouped(n, ",")}.${part}`,
    other: `${grouped(n, ",")}.${part}1`,
  })),
});
