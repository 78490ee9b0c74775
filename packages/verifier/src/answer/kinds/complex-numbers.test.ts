import { kindTable } from "./kind-table.test-support.ts";

kindTable("complex numbers", {
  equal: [
    ["i^2", "-1"],
    ["\\frac{1}{1+i}", "\\frac{1-i}{2}"],
    ["e^{i\\pi/3}", "\\frac{1+i\\sqrt3}{2}"],
    ["1+2i", "2i+1"],
    ["-7.0 + 1.0i", "-7+i"],
    ["\\frac34 i", "3i/4"],
    ["2\\imath", "2i"],
    ["(1+i)^2", "2i"],
    ["\\sqrt{-4}", "2i"],
    ["\\cos 60^\\circ + i\\sin 60^\\circ", "e^{i\\pi/3}"],
    ["3+4\\mathrm{i}", "3+4i"],
    ["|3+4i|", "5"],
    ["\\pm 2i", "2i, -2i"],
    ["i^{2025}", "i"],
  ],
  different: [
    ["1+2i", "1-2i"],
    ["1+2i", "2+i"],
    ["i", "1"],
    ["i", "-i"],
    ["2i", "2"],
    ["i^2", "1"],
    ["(1+i)^2", "2"],
    ["e^{i\\pi/3}", "e^{i\\pi/6}"],
    ["3+4i", "5"],
    ["1+2i", "1, 2i"],
    ["\\sqrt{-4}", "-2"],
    ["\\sqrt{-4}", "2"],
  ],
});
