import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("pi and e", {
  equal: [
    ["18+2\\pi", "2(9+π)"],
    ["\\frac{20000}{\\pi}", "20000/pi"],
    ["\\frac{e^2}{e}", "e"],
  ],
  different: [
    ["\\pi", "3.14159265358979"],
    ["\\pi", "\\frac{22}{7}"],
    ["e^{\\pi\\sqrt{163}}", "262537412640768744"],
    ["\\frac{\\pi}{2004!}", "\\frac{\\pi}{2006!}"],
    ["\\pi", "2\\pi"],
    ["e", "2"],
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
