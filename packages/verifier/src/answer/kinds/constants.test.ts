import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("pi and e", {
  equal: [
    ["\\infty", "\\text{Infinity}"],
    ["-\\infty", "negative infinity"],
    ["18+2\\pi", "2(9+π)"],
    ["\\frac{20000}{\\pi}", "20000/pi"],
    ["\\frac{e^2}{e}", "e"],
    ["\\pi r^2", "r^2\\pi"],
    ["\\frac{\\pi}{4}", "0.25\\pi"],
    ["2\\pi", "2π"],
    ["\\mathrm{e}", "e"],
    ["e^{1/2}", "\\sqrt{e}"],
    ["\\text{E}", "E"],
    ["3\\pi \\text{ cm}", "3\\pi"],
  ],
  different: [
    ["\\infty", "negative infinity"],
    ["\\pi", "3.14159265358979"],
    ["\\pi", "\\frac{22}{7}"],
    ["e^{\\pi\\sqrt{163}}", "262537412640768744"],
    ["\\frac{\\pi}{2004!}", "\\frac{\\pi}{2006!}"],
    ["\\pi", "2\\pi"],
    ["e", "2"],
    ["e", "\\pi"],
    ["e", "2.718281828459045"],
    ["\\pi^2", "9.8696044"],
    ["e^2", "2e"],
    ["\\frac{1}{\\pi}", "\\pi"],
    ["\\frac{1}{\\pi}", "0.3183098861837907"],
    ["\\gamma", "0.5772156649"],
  ],
});

kindProperties("pi and e", {
  "a multiple, against its decimals": fc
    .tuple(natural, natural, natural, fc.constantFrom(["\\pi", Math.PI] as const, ["e", Math.E] as const))
    .map(([a, b, factor, [name, value]]) => ({
      gold: `\\frac{${a}${name}}{${b}}`,
      same: `\\frac{${a * factor}}{${b * factor}}${name}`,
      other: ((a * value) / b).toFixed(15),
    })),
  "a power of e": fc.tuple(integer, natural).map(([a, b]) => ({
    gold: `e^{${a}}e^{${b}}`,
    same: `\\frac{1}{e^{${-a - b}}}`,
    other: `e^{${a + b + 1}}`,
  })),
});
