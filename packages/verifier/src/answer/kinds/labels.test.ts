import fc from "fast-check";
import { expect, test } from "vitest";
import { kindProperties, natural } from "./kind-properties.test-support.ts";
import { isPaid, kindTable } from "./kind-table.test-support.ts";

kindTable("labels of a closed value", {
  equal: [
    ["m+n=293", "293"],
    ["x+y=10", "10"],
    ["x-y=5", "5"],
    ["a^2+b^2=25", "25"],
    ["x_1+x_2=62", "62"],
    ["x_1^2+x_2^2=5", "5"],
    ["abc=62", "62"],
    ["x_1x_2=5", "5"],
    ["\\frac{a}{b}=5", "5"],
    ["\\frac{1}{a}+\\frac1b=5", "5"],
    ["100m+n=62", "62"],
    ["|z|^2=5", "5"],
    ["|z|=5", "5"],
    ["\\|v\\|=62", "62"],
    ["|S|=3", "3"],
    ["\\log_2 x = 62", "62"],
    ["\\sin A=\\frac35", "\\frac35"],
    ["\\tan(\\alpha+\\beta)=\\frac35", "\\frac35"],
    ["\\gcd(a,b)=5", "5"],
    ["\\min(a+b)=62", "62"],
    ["\\max f(x)=62", "62"],
    ["\\sum_{k=1}^n a_k=62", "62"],
    ["\\det A=62", "62"],
    ["\\dim V=3", "3"],
    ["\\#S=3", "3"],
    ["\\text{pH}=7", "7"],
    ["\\text{Var}(X)=3", "3"],
    ["\\mathbb{E}[X]=3", "3"],
    ["P(A\\cap B)=\\frac14", "\\frac14"],
    ["\\lim_{x\\to 3} x^2 = 9", "9"],
    ["\\int_0^3 x^2\\,dx=9", "9"],
    ["\\left.x^2\\right|_{x=2}=4", "4"],
    ["f(1)+f(2)=10", "10"],
    ["m+n = 256+37 = 293", "293"],
    ["S=a+b=5", "5"],
    ["5=m+n", "5"],
    ["a+b=5\\text{ cm}", "5\\text{ cm}"],
    ["m+n=293", "n+m=293"],
    ["m+n=293", "2m+2n=586"],
    ["x=y=1", "y=1, x=1"],
    ["x=y=1", "(1,1)"],
    ["a=b=c", "b=c=a"],
    ["(f(0),f(1))=(1,2)", "(1,2)"],
    ["(P(x),Q(x))=(x+1,x)", "Q(x)=x, P(x)=x+1"],
    ["(x,y)=(1,2)", "(y,x)=(2,1)"],
    ["(x,y)=(1,2)", "y=2, x=1"],
    ["\\nabla f=(2x,2y)", "(2x,2y)"],
    ["(x,y,z)=(1,2,3)+t(4,5,6)", "(1+4t,2+5t,3+6t)"],
    ["AB \\parallel CD", "CD \\parallel AB"],
    ["\\triangle ABC \\sim \\triangle DEF", "\\triangle DEF \\sim \\triangle ABC"],
    ["\\frac{dy}{dx}=2x", "dy=2x\\,dx"],
    ["\\frac{dy}{dx}=2x", "y'=2x"],
    ["\\frac{d^2y}{dx^2}=2x", "y''=2x"],
  ],
  different: [
    ["31", "2x=31"],
    ["62", "x^2=62"],
    ["62", "\\log n=62"],
    ["62", "\\ln x=62"],
    ["8", "x^3=8"],
    ["120", "n!=120"],
    ["62", "\\sin x = 62"],
    ["62", "\\phi(n)=62"],
    ["62", "\\lfloor x\\rfloor=62"],
    ["62", "3x+1=62"],
    ["62", "x^2+x=62"],
    ["5", "-x=5"],
    ["62", "\\sqrt{x}=62"],
    ["62", "\\frac1x=62"],
    ["62", "2^x=62"],
    ["62", "|x|=62"],
    ["62", "2|z|=62"],
    ["62", "\\binom{n}{2}=62"],
    ["AB \\parallel CD", "AB \\perp CD"],
    ["AB \\parallel CD", "AB \\parallel CE"],
    ["\\frac{dy}{dx}=2x", "dy=2\\,dx"],
    ["\\frac{d^2y}{dx^2}=2x", "y'=2x"],
    ["\\frac{dz}{dx}=2x", "y'=2x"],
    ["m+n=293", "m-n=293"],
    ["m+n=293", "x+y=293"],
    ["m+n=293", "292"],
    ["293", "m+n = 256+37 = 292"],
    ["293", "m+n = 256+38 = 293"],
    ["7", "\\sum_{k=1}^3 k=7"],
    ["x+y=3, x-y=1", "1, 3"],
    ["x=y=1", "x=y=2"],
    ["a=b=c", "a=b=d"],
    ["(x,y)=(1,2)", "y=1, x=2"],
    ["(f(0),f(1))=(1,2)", "(2,1)"],
    ["9", "\\lim_{x\\to 3} x^2 = 8"],
    ["(1+4t,2+5t,3+6t)", "(1,2,3)+t(4,5,7)"],
  ],
});

test.each(["xy=62", "ab=62", "x^2+y^2=62"])("whether %s is an equation is not known", (equation) => {
  expect(isPaid("62", equation)).toBe("undecided");
});

test("whether another operation has the value of the gold's is not known", () => {
  expect(isPaid("\\lim_{x\\to 3} x^2 = 9", "\\int_0^3 x^2\\,dx=9")).toBe("undecided");
});

const names = fc.shuffledSubarray(["a", "b", "m", "n", "p", "q"], { minLength: 2, maxLength: 3 });
const term = fc.constantFrom(
  (name: string) => name,
  (name: string) => `${name}^2`,
  (name: string) => `3${name}`,
  (name: string) => `${name}_1`,
  (name: string) => `\\frac{1}{${name}}`,
);
const equation = fc.constantFrom("2x", "x^2", "x+1", "-x", "x^3+x", "\\frac{x}{2}", "x!", "\\sqrt{x}", "3^x");

kindProperties("labels of a closed value", {
  "a combination of names": fc.tuple(names, term, natural).map(([letters, render, value]) => ({
    gold: String(value),
    same: `${letters.map(render).join("+")}=${value}`,
    other: `${letters.map(render).join("+")}=${value + 1}`,
  })),
  "an equation for one unknown": fc.tuple(equation, natural).map(([side, value]) => ({
    gold: String(value),
    same: `x=${value}`,
    other: `${side}=${value}`,
  })),
  "a chain that is worked out": fc.tuple(names, natural, natural).map(([letters, a, b]) => ({
    gold: String(a + b),
    same: `${letters.join("+")} = ${a}+${b} = ${a + b}`,
    other: `${letters.join("+")} = ${a}+${b + 1} = ${a + b + 1}`,
  })),
});
