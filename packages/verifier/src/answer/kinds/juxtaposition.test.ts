import { kindTable } from "./kind-table.test-support.ts";

kindTable("marks behind letters side by side", {
  equal: [
    ["xy^2", "x y^2"],
    ["xy^2", "y^2x"],
    ["ax^2+bx+c", "a x^2+b x+c"],
    ["\\frac12mv^2", "\\frac{m v^2}{2}"],
    ["\\frac{1}{2}gt^2", "\\frac{g\\cdot t\\cdot t}{2}"],
    ["nk!", "n\\cdot k!"],
    ["ab_1", "b_1a"],
    ["a_nb_n", "b_n a_n"],
    ["x^2_1", "x_1^2"],
    ["\\frac{v^2_0}{2g}", "\\frac{v_0^2}{2g}"],
    ["x^{-1}_{12}", "x_{12}^{-1}"],
    ["xy'", "x\\cdot y'"],
    ["x'_1", "x_1'"],
    ["\\omega_L^{\\prime}", "\\omega_L'"],
    ["\\dot{x}_0+1", "1+\\dot x_0"],
    ["x^ab", "x^a\\cdot b"],
    ["(x+y)^3", "x^3+3x^2y+3xy^2+y^3"],
    ["xyzz+1", "xyz^2+1"],
    ["2abck", "2 a b c k"],
    ["wxyz^2", "w x y z\\cdot z"],
    ["wxyz", "w x y z"],
    ["in^2", "i\\cdot n^2"],
    ["2^{ab}", "2^{ba}"],
    ["E=mc^2", "E = m \\cdot c^2"],
    ["xe^{-x}", "\\frac{x}{e^x}"],
    ["nx^{n-1}", "n\\cdot x^{n-1}"],
    ["Ce^{2x}", "C e^{2x}"],
  ],
  different: [
    ["xy^2", "x^2y^2"],
    ["x^2y^2", "xy^2"],
    ["nk!", "(nk)!"],
    ["\\frac12mv^2", "\\frac{m^2v^2}{2}"],
    ["xe^{-1}", "\\frac{1}{xe}"],
    ["xy^{-1}", "\\frac{1}{xy}"],
    ["bq^b", "qb^b"],
    ["ab_1", "a_1b"],
    ["xy'", "x'y"],
    ["x^{ab}", "x^ab"],
    ["ae^{-a}", "(ae)^{-a}"],
    ["a\\,n\\,x!", "x\\,n!\\,a"],
    ["2abck", "2abcj"],
  ],
});

kindTable("numbers behind letters and powers", {
  equal: [
    ["n\\cdot2^{n-1}", "n2^{n-1}"],
    ["n\\cdot2^{n-1}", "n 2^{n-1}"],
    ["2^6\\cdot3^5", "2^6 3^5"],
    ["x\\cdot 2^x", "x 2^x"],
    ["3\\pi", "\\pi 3"],
    ["2e^x", "e^x 2"],
    ["n!2^n", "2^n n!"],
  ],
  different: [
    ["n2^{n-1}", "(2n)^{n-1}"],
    ["2^6 3^5", "6^{11}"],
    ["x_2", "2x"],
    ["2, 3", "2 3^5"],
  ],
});

kindTable("functions beside letters", {
  equal: [
    ["x\\ln x", "xlnx"],
    ["x\\sin x", "xsinx"],
    ["x\\sin x", "xsin(x)"],
    ["2x\\cos x", "2xcosx"],
    ["n\\log n", "nlogn"],
    ["x\\sqrt{3}", "xsqrt(3)"],
    ["2\\pi r", "2pir"],
    ["\\pi r^2", "pir^2"],
    ["n\\pi", "npi"],
    ["i\\pi", "ipi"],
    ["\\sin x\\cos x", "sinxcosx"],
    ["\\frac{\\ln|x-2|}{4}", "\\ln|x-2|/4"],
    ["\\frac{\\ln|x|}{2}", "\\ln|x|/2"],
    ["\\frac{\\ln 3}{4}", "\\ln 3/4"],
    ["\\sin\\frac{\\pi}{4}+1", "1+\\sin \\pi/4"],
    ["\\frac{\\ln(x)}{2}", "\\ln(x)/2"],
  ],
  different: [
    ["\\ln|x-2|/4", "\\ln|x-2|/6"],
    ["\\ln\\frac{|x|}{2}", "\\ln|x|/2"],
    ["-\\ln|x-2|/4+\\ln|x+2|/4", "-\\ln|x-2|/6+\\ln|x+2|/6"],
    ["xsinx", "\\sin(x^2)"],
    ["xlnx", "\\ln(x^2)"],
    ["2pir", "2\\pi"],
  ],
});

kindTable("arguments without braces", {
  equal: [
    ["\\frac mk", "\\frac{m}{k}"],
    ["\\frac ab c", "\\frac{ac}{b}"],
    ["\\frac15qx_1^2", "\\frac{q x_1^2}{5}"],
    ["\\sqrt xy", "y\\sqrt{x}"],
    ["ab/cd", "\\frac{ab}{cd}"],
    ["1/xy", "\\frac{1}{xy}"],
  ],
  different: [
    ["\\frac mk", "\\frac km"],
    ["ab/cd", "\\frac{abd}{c}"],
  ],
});

kindTable("derivatives", {
  equal: [
    ["\\frac{dy}{dx}", "\\frac{\\mathrm{d}y}{\\mathrm{d}x}"],
    ["\\frac{dy}{dx}", "dy/dx"],
    ["2\\frac{d^2y}{dx^2}", "\\frac{d^2y}{dx^2}\\cdot 2"],
    ["\\frac{\\partial f}{\\partial x}", "\\frac{\\partial f}{\\partial x}"],
    ["\\frac{ad}{bc}+1", "1+\\frac{da}{cb}"],
  ],
  different: [
    ["\\frac{dy}{dx}", "\\frac{y}{x}"],
    ["\\frac{dy}{dx}", "\\frac{dx}{dy}"],
    ["\\frac{d^2y}{dx^2}", "\\frac{dy}{dx}"],
    ["\\frac{dy}{dx}", "\\frac{dy}{dt}"],
  ],
});

kindTable("formulas set on lines", {
  equal: [
    ["9", "\\begin{aligned} 9 \\end{aligned}"],
    ["x=9", "\\begin{aligned} x &= 9 \\end{aligned}"],
    ["9", "\\begin{align*} x &= 3+6 \\\\ &= 9 \\end{align*}"],
    ["x=1, y=2", "\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}"],
    ["5", "\\begin{array}{l} x = 5 \\end{array}"],
  ],
  different: [
    ["9", "\\begin{aligned} x &= 8 \\end{aligned}"],
    ["3", "\\begin{align*} x &= 3+6 \\\\ &= 9 \\end{align*}"],
    ["1", "\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}"],
  ],
});

kindTable("names of letters and functions", {
  equal: [
    ["\\theta", "\\vartheta"],
    ["\\varepsilon", "ε"],
    ["xi", "x i"],
    ["\\tan^{-1}x", "\\frac{\\pi}{2}-\\cot^{-1}x"],
    ["\\sec^{-1}2", "\\arccos\\frac12"],
    ["\\tan x", "tg x"],
    ["tg\\sin x", "gt\\sin x"],
    ["\\prod_{i=1}^n i", "n!"],
    ["x_{n+1}", "x_(n+1)"],
    ["\\ln|x|x^2", "x^2\\ln|x|"],
  ],
  different: [
    ["\\theta", "\\phi"],
    ["\\ln|x|x^2", "\\ln|x^3|"],
    ["\\prod_{i=1}^n i", "(n-1)!"],
  ],
});

kindTable("runs that are units as well", {
  equal: [
    ["u^2+2as", "u^2+2 a\\cdot s"],
    ["2as", "2 a s"],
    ["\\frac12kA^2", "\\frac{k A^2}{2}"],
    ["x\\,nm", "x n m"],
    ["5 cm", "5\\text{ cm}"],
    ["5cm", "50\\text{ mm}"],
  ],
  different: [
    ["2as", "2a^2"],
    ["5cm", "5\\text{ mm}"],
    ["u^2+2as", "u^2+2s"],
  ],
});

kindTable("formulas that look like remarks or units", {
  equal: [
    ["\\sin(by + x)", "\\sin(x + by)"],
    ["x/(ya^2)", "\\frac{x}{a^2 y}"],
    ["2x+2y=1", "e^{\\ln 2}x+2y=1"],
  ],
  different: [
    ["2x/x", "2x/x - alpha*a"],
    ["\\frac{1}{2} y A", "yAs/2"],
  ],
});
