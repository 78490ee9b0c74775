import fc from "fast-check";
import { integer, kindProperties, natural, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("equations", {
  equal: [
    ["x=5", "5"],
    ["2x+4y-3=0", "y=-x/2+3/4"],
    ["y=2x+1", "2x+1"],
    ["xy=6", "y=\\frac{6}{x}"],
    ["x^2+y^2=1", "y^2+x^2=1"],
    ["x^2+y^2=1", "2x^2+2y^2-2=0"],
    ["3", "1+2=3"],
    ["\\frac{1+\\sqrt{97}}{8}\\approx 1.36", "\\frac{1+\\sqrt{97}}{8}"],
    ["y-3=2(x-1)", "y=2x+1"],
    ["\\frac{x^2}{4}+\\frac{y^2}{9}=1", "9x^2+4y^2=36"],
    ["x = 5 = 10/2", "5"],
    ["5=x", "x=5"],
    ["y = mx+b", "y=b+xm"],
    ["\\frac{dy}{dx}=2x", "2x"],
    ["x = 3y", "y = \\frac{x}{3}"],
    ["x=5", "x=5.0"],
    ["x = \\frac{y+1}{2}", "2x-y=1"],
    ["5", "x = 5"],
  ],
  different: [
    ["5", "5=5"],
    ["x=5", "y=5"],
    ["x^2+y^2=1", "1"],
    ["2x+3y=6", "6"],
    ["42", "41 = 42"],
    ["41", "41 = 42"],
    ["5", "2x=10"],
    ["x=5", "6"],
    ["x+y=2", "x-y=2"],
    ["6", "5\\approx 6"],
    ["x^2+y^2=1", "x^2+y^2=2"],
    ["y=2x+1", "y=2x"],
    ["y=2x+1", "x=2y+1"],
    ["x^2=4", "x=2"],
    ["x=x", "5"],
    ["x=5", "x"],
    ["y=x^2", "y=x^3"],
  ],
});

const named = spelling<number>(
  (value) => `x = ${value}`,
  (value) => `${value}=x`,
  (value) => `$n=${value}$`,
);

kindProperties("equations", {
  "a line, scaled and rearranged": fc.tuple(integer, integer, natural).map(([slope, rise, factor]) => ({
    gold: `y=${slope}x+${rise}`.replace("+-", "-"),
    same: `${factor}y-(${factor * slope})x=${factor * rise}`,
    other: `${factor}y-(${factor * slope})x=${factor * rise + 1}`,
  })),
  "a circle multiplied out": fc.tuple(integer, integer, natural).map(([a, b, r]) => ({
    gold: `(x-(${a}))^2+(y-(${b}))^2=${r * r}`,
    same: `x^2+y^2+(${-2 * a})x+(${-2 * b})y+(${a * a + b * b - r * r})=0`,
    other: `x^2+y^2+(${-2 * a})x+(${-2 * b})y+(${a * a + b * b - r * r + 1})=0`,
  })),
  "a value, named on either side": fc.tuple(integer, named).map(([value, name]) => ({
    gold: `${value}`,
    same: name(value),
    other: name(value + 1),
  })),
});
