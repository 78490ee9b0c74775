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
