import fc from "fast-check";
import { integer, kindProperties, natural } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("functions with bound names", {
  equal: [
    ["f(x)=2x", "2x"],
    ["f(x)=2x", "f(t)=2t"],
    ["f(z)=z", "f(x)=x"],
    ["f(x)=2x", "y=2x"],
    ["f^{-1}(x)=\\frac{x}{2}", "\\frac{x}{2}"],
    ["f'(x)=2x", "2x"],
    ["f(x,y)=x+y", "f(a,b)=a+b"],
    ["f(x)=-1, f(x)=x+1", "f(x) = -1 \\text{ for all } x \\in \\mathbb{R}, \\text{ and } f(x) = x + 1"],
    ["f(x)=x \\text{ for all } x", "f(x)=x"],
    ["W(x)=1, W(x)=-1", "W(n)=-1 \\text{ or } W(n)=1"],
    ["g_1(x) = 3x", "3x"],
  ],
  different: [
    ["f(x)=2x", "f(x)=3x"],
    ["f(x)=2x", "f(t)=2x"],
    ["f(x)=2x", "2t"],
    ["f(x)=x", "g(y)=2y"],
    ["f(x,y)=x-y", "f(y,x)=x-y"],
    ["f(x)=-1, f(x)=x+1", "f(x)=x+1"],
    ["f(x)", "f(y)"],
    ["f(x)=2x", "2"],
  ],
});

const argument = fc.constantFrom("x", "t", "z", "u");

kindProperties("functions with bound names", {
  "the argument under another name": fc
    .tuple(natural, integer, argument, argument)
    .filter(([, , x, t]) => x !== t)
    .map(([a, b, x, t]) => ({
      gold: `f(${x})=${a}${x}+(${b})`,
      same: `f(${t})=(${b})+${a}${t}`,
      other: `f(${t})=${a}${x}+(${b})`,
    })),
  "as an expression or a curve": fc
    .tuple(natural, integer, fc.constantFrom("", "y=", "f(x)="))
    .map(([a, b, head]) => ({
      gold: `f(x)=${a}x^2+(${b})x`,
      same: `${head}x(${a}x+(${b}))`,
      other: `${head}x(${a + 1}x+(${b}))`,
    })),
  "of two arguments": fc.tuple(natural, natural).map(([a, more]) => ({
    gold: `f(x,y)=${a}x+${a + more}y`,
    same: `f(s,t)=${a + more}t+${a}s`,
    other: `f(s,t)=${a + more}s+${a}t`,
  })),
});
