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
  ],
});

kindProperties("piecewise", {
  "rows in another order, a border moved": fc.tuple(natural, integer, integer).map(([a, b, border]) => ({
    gold: caseOf(`${a}x & x>${border}`, `${b} & x\\le${border}`),
    same: caseOf(`${b}, & \\text{if } ${border}\\ge x`, `${2 * a}x/2, & \\text{if } ${border}<x`),
    other: caseOf(`${a}x & x>${border + 1}`, `${b} & x\\le${border + 1}`),
  })),
});
