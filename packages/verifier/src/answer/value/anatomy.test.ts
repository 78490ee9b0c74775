import { expect, test } from "vitest";
import { Fuel } from "../fuel.ts";
import { resolveLimits } from "../limits.ts";
import { readAnswer } from "../parse/parse-answer.ts";
import { type Anatomy, anatomyOf } from "./anatomy.ts";

const limits = resolveLimits();

function anatomy(text: string): Anatomy {
  const [value] = readAnswer(text, limits, new Fuel(limits.fuel)).readings;
  if (value === undefined) throw new Error("no reading");
  return anatomyOf(value, new Fuel(limits.fuel));
}

test.each<readonly [string, Anatomy]>([
  ["5", { value: "5", conditions: [] }],
  ["x = 5", { label: "x", value: "5", conditions: [] }],
  ["m+n = 293", { label: "(m+n)", value: "293", conditions: [] }],
  ["f(x) = 2x", { label: "f(x)", value: "2*x", conditions: [] }],
  ["\\text{Area} = 12\\text{ cm}", { label: "area", value: "12", unit: "1/100 length^1", conditions: [] }],
  ["x = k\\pi, k\\in\\mathbb{Z}", { label: "x", value: "k*pi", conditions: ["k: integer"] }],
  ["x^2 \\text{ for } x>1", { value: "x^2", conditions: ["x = (1, infinity)"] }],
  ["(1+t, 2t), t\\ge0", { value: "((1+t), 2*t)", conditions: ["t = [0, infinity)"] }],
  ["Solution is: $k=4$", { label: "solution is: k", value: "4", conditions: [] }],
])("%s", (text, expected) => expect(anatomy(text)).toEqual(expected));
