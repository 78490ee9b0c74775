import { describe, expect, test } from "vitest";
import { Fuel } from "../fuel.ts";
import { normalizeAnswer } from "./normalize-answer.ts";

const normalize = (text: string) => normalizeAnswer(text, new Fuel(100_000));

describe("characters", () => {
  test.each([
    ["５＋３", "5+3"],
    ["（1，2）", "(1,2)"],
    ["𝟓𝑥", "5x"],
    ["5\u200b6", "56"],
    ["\u200e5", "5"],
    ["5\ufe0f", "5"],
    ["5‰", "5\\cdot10^{-3}"],
    ["5！", "5！"],
    ["\u202e12", "\u202e12"],
    ["\u{e0035}", "\u{e0035}"],
    ["а", "а"],
    ["~~4~~ 5", "  5"],
    ["5~~6", "5~~6"],
    ["x^2", "x^2"],
  ])("%j is read as %j", (text, expected) => expect(normalize(text)).toBe(expected));
});

describe("HTML", () => {
  test.each([
    ["x<sup>2</sup>", "x^{2}"],
    ["x<SUP>2</SUP>", "x^{2}"],
    ["x<sub>1</sub>", "x_{1}"],
    ["<b>5</b>", "5"],
    ['<span class="a">5</span>', "5"],
    ["5<br>", "5 "],
    ["5<br/>6", "5 6"],
    ["x &lt; 3", "x < 3"],
    ["x&nbsp;=&nbsp;3", "x = 3"],
    ["&#60;&#x3c;", "<<"],
    ["2 &times; 3", "2 × 3"],
    ["x<3", "x<3"],
    ["a<b>c", "a<b>c"],
    ["x<sup>2", "x<sup>2"],
    ["<script>5</script>", "<script>5</script>"],
    ["a & b", "a & b"],
    ["&foo;", "&foo;"],
    ["&#999999999;", "&#999999999;"],
  ])("%j is read as %j", (text, expected) => expect(normalize(text)).toBe(expected));
});

describe("doubled backslashes", () => {
  test.each([
    ["\\\\frac{1}{2}", "\\frac{1}{2}"],
    ["\\\\{1,2\\\\}", "\\{1,2\\}"],
    ["\\\\begin{pmatrix} 1 \\\\\\\\ 2 \\\\end{pmatrix}", "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}"],
    ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}"],
    ["1 \\\\ 2", "1 \\\\ 2"],
  ])("%j is read as %j", (text, expected) => expect(normalize(text)).toBe(expected));
});

test("a text of nothing but tags costs its length", () => {
  const fuel = new Fuel(10_000);
  normalizeAnswer("<b></b>".repeat(500), fuel);
  expect(fuel.used).toBeLessThan(4000);
});
