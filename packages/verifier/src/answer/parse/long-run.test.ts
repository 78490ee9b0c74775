import { describe, expect, it } from "vitest";
import { holdsLongRun } from "./long-run.ts";

describe("runs of letters that may be products", () => {
  it.each(["2abck", "abck", "x + abcd", "\\mathrm{abcd}", "3 xi", "\\text{2abck}", "\\frac{abcd}{2}"])(
    "%s",
    (text) => {
      expect(holdsLongRun(text)).toBe(true);
    },
  );
  it.each([
    "abc",
    "\\alpha\\beta",
    "5\\text{ apples}",
    "\\begin{array}{rrrr}1 & 2\\end{array}",
    "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}",
    "2x + 3",
  ])("%s holds none", (text) => {
    expect(holdsLongRun(text)).toBe(false);
  });
});
