import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

const caseOf = (...rows: string[]) => `\\begin{cases} ${rows.join(" \\\\ ")} \\end{cases}`;

kindTable("piecewise", {
  equal: [
    [caseOf("x & x>0", "-x & x\\le0"), caseOf("-x & x\\le0", "x & x>0")],
    [caseOf("1 & x>0", "0 & \\text{otherwise}"), caseOf("1 & x>0", "0 & \\text{otherwise.}")],
    [caseOf("x^2-1 & x>0", "0 & x\\le0"), caseOf("(x-1)(x+1) & 0<x", "0 & x\\le 0")],
    [`f(x)=${caseOf("1 & x>0", "0 & x\\le0")}`, caseOf("1 & x>0", "0 & x\\le0")],
    [caseOf("1 & \\text{if } x>0", "0 & \\text{if } x\\le0"), caseOf("1 & x>0", "0 & x\\le0")],
    [caseOf("1, & x>0", "0, & x\\le0"), caseOf("1 & x>0", "0 & x\\le0")],
    [caseOf("x=1", "y=2"), "x=1, y=2"],
    [caseOf("x=1", "y=2"), caseOf("y=2", "x=1")],
    [caseOf("1 & -1<x<1", "0 & x\\ge1"), caseOf("1 & 1>x>-1", "0 & x\\ge1")],
    [
      caseOf("2 & n \\text{ even}", "1 & n \\text{ odd}"),
      caseOf("1 & n \\text{ odd}", "2 & n \\text{ even}"),
    ],
    [caseOf("\\frac12 & x=0", "1 & x\\neq0"), caseOf("0.5 & x=0", "1 & x\\ne0")],
    [caseOf("x=1", "y=2"), "(1,2)"],
    // The value at an end may stand in either row where both give it.
    [caseOf("x & x\\ge0", "-x & x<0"), caseOf("x & x>0", "-x & x\\le0")],
    [caseOf("x & x\\ge0", "-x & x<0"), "|x|"],
    [`f(x)=${caseOf("x & x\\ge0", "-x & x<0")}`, `f(t)=${caseOf("t & t>0", "-t & t\\le0")}`],
    [caseOf("2x & x\\ge3", "6 & x<3"), "x+3+|x-3|"],
    [
      caseOf("1 & 0<x<1", "1 & 1\\le x<2", "0 & \\text{otherwise}"),
      caseOf("1 & 0<x<2", "0 & \\text{otherwise}"),
    ],
    [caseOf("a x & x>1", "a & x\\le1"), "a\\max(x,1)"],
    [caseOf("x^2 & 2x>4", "4 & x\\le2"), caseOf("4 & x<2", "x^2 & x\\ge2")],
    [caseOf("\\frac{1}{x} & x>0", "-\\frac1x & x<0"), caseOf("-\\frac1x & x<0", "\\frac{2}{2x} & x>0")],
  ],
  different: [
    [caseOf("x & x>0", "-x & x\\le0"), caseOf("-x & x>0", "x & x\\le0")],
    [caseOf("1 & x>0", "0 & x\\le0"), caseOf("1 & x\\ge0", "0 & x<0")],
    [caseOf("1 & x>0", "0 & x\\le0"), caseOf("1 & x>0")],
    [caseOf("1 & x>0", "0 & x\\le0"), "1"],
    [caseOf("1 & x>0", "0 & x\\le0"), "1, 0"],
    [caseOf("1 & x>0", "0 & \\text{otherwise}"), caseOf("1 & x>0", "2 & \\text{otherwise}")],
    [caseOf("x=1", "y=2"), caseOf("x=2", "y=1")],
    [caseOf("x=1", "y=2"), "(2,1)"],
    [
      caseOf("2 & n \\text{ even}", "1 & n \\text{ odd}"),
      caseOf("2 & n \\text{ odd}", "1 & n \\text{ even}"),
    ],
    [caseOf("1 & x>0", "0 & x\\le0"), caseOf("1 & x>1", "0 & x\\le0")],
    [caseOf("1 & x>0", "0 & x\\le0"), caseOf("1 & x>0", "0 & x\\le0", "2 & x=7")],
    [caseOf("x=1", "y=2"), "x=1"],
    [caseOf("x & x\\ge0", "-x & x<0"), "x"],
    [caseOf("x & x\\ge0", "-x & x<0"), "|x|+10^{-9}"],
    [caseOf("x+1 & x\\ge0", "-x & x<0"), caseOf("x+1 & x>0", "-x & x\\le0")],
    [caseOf("2x & x\\ge3", "6 & x<3"), caseOf("2x & x\\ge4", "6 & x<4")],
    [caseOf("a x & x>1", "a & x\\le1"), "a\\max(x,2)"],
    [caseOf("1 & x>0", "0 & x\\le0"), caseOf("1 & x>0", "0 & x<0")],
  ],
});

kindProperties("piecewise", {
  "rows in another order, a border moved": fc.tuple(natural, integer, integer).map(([a, b, border]) => ({
    gold: caseOf(`${a}x & x>${border}`, `${b} & x\\le${border}`),
    same: caseOf(`${b}, & \\text{if } ${border}\\ge x`, `${2 * a}x/2, & \\text{if } ${border}<x`),
    other: caseOf(`${a}x & x>${border + 1}`, `${b} & x\\le${border + 1}`),
  })),
  "an end in either row": fc.tuple(integer, natural).map(([end, slope]) => {
    const [left, right] = [`${end}-x`, `${slope}(x-${end})`.replace("--", "+")];
    return {
      gold: caseOf(`${left} & x<${end}`, `${right} & x\\ge${end}`),
      same: caseOf(`${right} & ${end}<x`, `${left} & x\\le${end}`),
      other: caseOf(`${left} & x<${end + 1}`, `${right} & x\\ge${end + 1}`),
    };
  }),
  "an absolute value": fc.tuple(integer, natural).map(([end, slope]) => {
    const inside = `x-${end}`.replace("--", "+");
    return {
      gold: caseOf(`${slope}(${inside}) & x\\ge${end}`, `-${slope}(${inside}) & x<${end}`),
      same: `${slope}|${inside}|`,
      other: `${slope}(${inside})`,
    };
  }),
  "a row cut in two": fc.tuple(integer, natural, natural).map(([low, a, b]) => ({
    gold: caseOf(`x^2 & ${low}<x<${low + a + b}`, "0 & \\text{otherwise}"),
    same: caseOf(
      `x\\cdot x & ${low}<x\\le${low + a}`,
      `x^2 & ${low + a}<x<${low + a + b}`,
      "0 & \\text{otherwise}",
    ),
    other: caseOf(`x^2 & ${low}<x<${low + a + b}`, "1 & \\text{otherwise}"),
  })),
});
