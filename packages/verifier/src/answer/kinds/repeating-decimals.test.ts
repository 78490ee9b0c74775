import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("repeating decimals", {
  equal: [
    ["0.\\overline{3}", "1/3"],
    ["0.1\\overline{6}", "1/6"],
    ["0.(27)", "3/11"],
    ["0.333...", "1/3"],
    ["0.3333\\ldots", "\\frac13"],
    ["0.1666…", "1/6"],
    ["0.142857142857...", "1/7"],
    ["2.\\overline{7}", "25/9"],
    ["0.\\bar{3}", "0.\\overline{3}"],
    ["0.\\overline{9}", "1"],
    ["1.2\\overline{34}", "\\frac{611}{495}"],
    ["-0.\\overline{6}", "-2/3"],
    ["0.\\overline{12}", "0.\\overline{1212}"],
    ["0.\\dot{3}", "1/3"],
  ],
  different: [
    ["0.\\overline{3}", "0.3"],
    ["0.\\overline{3}", "0.33"],
    ["0.\\overline{27}", "0.2\\overline{7}"],
    ["0.333...", "0.333"],
    ["0.\\overline{12}", "0.\\overline{21}"],
    ["0.1666…", "0.1666"],
    ["0.\\overline{6}", "0.67"],
    ["1.\\overline{3}", "1/3"],
    ["0.(27)", "0.27"],
    ["0.\\overline{142857}", "1/8"],
    ["0.\\overline{9}", "0.9"],
    ["0.\\overline{09}", "1/10"],
  ],
});

const marked = spelling<readonly [head: string, period: string]>(
  ([head, period]) => `${head}\\overline{${period}}`,
  ([head, period]) => `${head}(${period})`,
  ([head, period]) => `${head}\\bar{${period}}`,
);

kindProperties("repeating decimals", {
  "as the fraction": fc
    .tuple(fc.nat({ max: 99 }), fc.stringMatching(/^\d{0,3}$/), fc.stringMatching(/^\d{1,6}$/), marked)
    .map(([head, start, period, mark]) => {
      // start and period over 10^|start| · (10^|period| − 1)
      const bottom = 10 ** start.length * (10 ** period.length - 1);
      return {
        text: mark([`${head}.${start}`, period]),
        top: Number(start + period) - Number(start) + head * bottom,
        bottom,
      };
    })
    // A fraction worth a whole number is arithmetic left undone.
    .filter(({ top, bottom }) => top % bottom !== 0 && (top + 1) % bottom !== 0)
    .map(({ text, top, bottom }) => ({
      gold: text,
      same: `\\frac{${top}}{${bottom}}`,
      other: `\\frac{${top + 1}}{${bottom}}`,
    })),
  "the period written twice": fc
    .tuple(fc.stringMatching(/^\d{1,4}$/), fc.integer({ min: 1, max: 9 }))
    .map(([start, last]) => ({
      gold: `0.\\overline{${start}${last}}`,
      same: `0.(${start}${last}${start}${last})`,
      other: `0.${start}${last}${start}${last}`,
    })),
});
