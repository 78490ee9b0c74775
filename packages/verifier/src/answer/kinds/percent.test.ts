import fc from "fast-check";
import { kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("percent", {
  equal: [
    ["28\\%", "0.28"],
    ["28%", "28 percent"],
    ["28\\%", "28 pct"],
    ["28\\%", "28 percentage"],
    ["28\\%", "28\\text{ percent}"],
    ["\\frac{1}{4}", "25\\%"],
    ["-5%", "-0.05"],
    ["28\\%", "\\frac{7}{25}"],
    ["12.5%", "1/8"],
    ["100\\%", "1"],
    ["33\\frac{1}{3}\\%", "1/3"],
    ["28 \\%", "28.0\\%"],
    ["250%", "2.5"],
    ["0.5\\%", "0.005"],
    ["x\\%", "\\frac{x}{100}"],
    ["1/2\\%", "0.5%"],
    ["-1/2%", "-0.005"],
    ["1 + 1/2%", "1.005"],
  ],
  different: [
    ["10%", "10"],
    ["28\\%", "28"],
    ["28\\text{ percent}", "28"],
    ["0.28", "0.28\\%"],
    ["28\\%", "2.8"],
    ["28\\%", "2800"],
    ["28\\%", "-28\\%"],
    ["28\\%", "28^\\circ"],
    ["28\\%", "28.1\\%"],
    ["1\\%", "1"],
    ["50\\%", "50 cm"],
    ["100\\%", "100"],
    ["25\\%", "75\\%"],
    ["1/2\\%", "50"],
    ["1/2\\%", "1/2"],
  ],
});

const respelt = spelling<number>(
  (tenths) => `${tenths / 10}%`,
  (tenths) => `${tenths / 10} percent`,
  (tenths) => `${tenths / 10}\\text{ percent}`,
  (tenths) => `\\frac{${tenths}}{1000}`,
  (tenths) => `${tenths}/1000`,
);

/** Tenths of a percent, of which neither they nor the next are whole: 6000/1000 is arithmetic left undone. */
const tenthsOf = (min: number) =>
  fc.integer({ min, max: 9999 }).filter((tenths) => tenths % 1000 !== 0 && (tenths + 1) % 1000 !== 0);

kindProperties("percent", {
  "as a part of one": fc.tuple(tenthsOf(1), respelt).map(([tenths, spell]) => ({
    gold: `${tenths / 10}\\%`,
    same: spell(tenths),
    other: `${tenths / 10}`,
  })),
  "off by a tenth": fc.tuple(tenthsOf(-9999), respelt).map(([tenths, spell]) => ({
    gold: `${tenths / 10}\\%`,
    same: spell(tenths),
    other: spell(tenths + 1),
  })),
  "mixed numbers": fc.tuple(natural, natural, natural).map(([whole, top, more]) => ({
    gold: `${whole}\\frac{${top}}{${top + more}}\\%`,
    same: `\\frac{${whole * (top + more) + top}}{${100 * (top + more)}}`,
    other: `${whole}\\frac{${top}}{${top + more}}`,
  })),
});
