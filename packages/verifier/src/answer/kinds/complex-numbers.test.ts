import fc from "fast-check";
import { integer, kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
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

const respelt = spelling<readonly [re: number, im: number]>(
  ([a, b]) => `${b}i+(${a})`,
  ([a, b]) => `${a}+${b}\\mathrm{i}`,
  ([a, b]) => `${a}.0+${b}.0i`,
  ([a, b]) => `${a}+i\\cdot ${b}`,
  ([a, b]) => `${a}-\\frac{${b}}{i}`,
);

kindProperties("complex numbers", {
  "in another order, against the conjugate": fc.tuple(integer, natural, respelt).map(([a, b, spell]) => ({
    gold: `${a}+${b}i`,
    same: spell([a, b]),
    other: `${a}-${b}i`,
  })),
  "a quotient": fc.tuple(integer, integer, natural, natural).map(([a, b, c, d]) => ({
    gold: `\\frac{${a}+(${b})i}{${c}+${d}i}`,
    same: `\\frac{${a * c + b * d}}{${c * c + d * d}}+\\frac{${b * c - a * d}}{${c * c + d * d}}i`,
    other: `\\frac{${a * c + b * d}}{${c * c + d * d}}+\\frac{${b * c - a * d + 1}}{${c * c + d * d}}i`,
  })),
  "in polar form": fc.tuple(natural, natural, natural).map(([r, p, q]) => ({
    gold: `${r}e^{${p}i\\pi/${q}}`,
    same: `${r}\\left(\\cos\\frac{${p}\\pi}{${q}}+i\\sin\\frac{${p}\\pi}{${q}}\\right)`,
    other: `${r + 1}e^{${p}i\\pi/${q}}`,
  })),
  "a power of i": fc.tuple(natural, fc.nat({ max: 3 })).map(([turns, rest]) => ({
    gold: ["1", "i", "-1", "-i"][rest] ?? "",
    same: `i^{${4 * turns + rest}}`,
    other: `i^{${4 * turns + rest + 2}}`,
  })),
  "a root of a negative number": natural.map((n) => ({
    gold: `\\sqrt{-${n}}`,
    same: `i\\sqrt{${n}}`,
    other: `-\\sqrt{${n}}`,
  })),
  "a modulus": fc.tuple(integer, natural).map(([a, b]) => ({
    gold: `|${a}+${b}i|`,
    same: `\\sqrt{${a * a + b * b}}`,
    other: `\\sqrt{${a * a + b * b + 1}}`,
  })),
});
