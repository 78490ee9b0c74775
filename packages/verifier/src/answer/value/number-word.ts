import { integerExpr } from "../parse/expr.ts";
import type { Value } from "./value.ts";

const words = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen twenty"
).split(" ");

/** Returns the number that a lone English word from zero to twenty names. */
export function readNumberWord(text: string): Value | undefined {
  const index = words.indexOf(text.toLowerCase());
  return index === -1 ? undefined : { kind: "scalar", expr: integerExpr(index) };
}
