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
