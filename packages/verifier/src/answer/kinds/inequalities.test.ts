import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("inequalities", {
  equal: [
    ["x\\in[1,2]", "1\\le x\\le 2"],
    ["[2,\\infty)", "x >= 2"],
    ["x>3", "3<x"],
    ["\\{x | -2<x<3\\}", "(-2,3)"],
    ["\\{x \\mid -2<x<3\\}", "x \\in (-2,3)"],
    ["x<1", "-x>-1"],
    ["x\\le1", "2x-2\\le0"],
    ["-1<x<2", "1<2x+3<7"],
    ["x<1 \\text{ or } x>3", "(-\\infty,1)\\cup(3,\\infty)"],
    ["x\\neq1", "(-\\infty,1)\\cup(1,\\infty)"],
    ["x\\neq1", "\\mathbb{R}\\setminus\\{1\\}"],
    ["|x|<2", "(-2,2)"],
    ["|x-1|\\ge2", "(-\\infty,-1]\\cup[3,\\infty)"],
    ["0<f(x)<1", "(0,1)"],
    ["-6 \\leqslant x \\leqslant-2:[-6,-2]", "[-6,-2]"],
    ["a<b<c", "c>b>a"],
    ["x \\ge 1 \\text{ and } x < 3", "[1,3)"],
    ["[\\sqrt2, \\pi)", "\\sqrt2\\le x<\\pi"],
    ["(-1)^2 \\le y \\le 4", "[1,4]"],
  ],
  different: [
    ["x>3", "x\\ge3"],
    ["x>3", "x<3"],
    ["x<1", "-x<-1"],
    ["x\\neq1", "x=1"],
    ["x<1", "y<1"],
    ["x<1 \\text{ or } x>3", "1<x<3"],
    ["|x|<2", "(-\\infty,-2)\\cup(2,\\infty)"],
    ["x>3", "3"],
    ["a<b<c", "c<b<a"],
    ["x < \\sqrt2", "x < 1.41421356"],
  ],
});

kindProperties("inequalities", {
  "scaled by a negative number": fc.tuple(integer, natural).map(([bound, factor]) => ({
    gold: `x<${bound}`,
    same: `-${factor}x>${-factor * bound}`,
    other: `-${factor}x<${-factor * bound}`,
  })),
  "a chain, stretched and moved": fc
    .tuple(integer, natural, natural, integer)
    .map(([low, width, factor, shift]) => ({
      gold: `${low}<x\\le${low + width}`,
      same: `${factor * low + shift}<${factor}x+(${shift})\\le${factor * (low + width) + shift}`,
      other: `${factor * low + shift}\\le${factor}x+(${shift})\\le${factor * (low + width) + shift}`,
    })),
  "a distance": fc.tuple(integer, natural).map(([middle, radius]) => ({
    gold: `|x-(${middle})|\\ge${radius}`,
    same: `x\\le${middle - radius} \\text{ or } x\\ge${middle + radius}`,
    other: `${middle - radius}\\le x\\le${middle + radius}`,
  })),
  "all but one point": integer.map((point) => ({
    gold: `x\\neq${point}`,
    same: `(-\\infty,${point})\\cup(${point},\\infty)`,
    other: `x\\neq${point + 1}`,
  })),
});
