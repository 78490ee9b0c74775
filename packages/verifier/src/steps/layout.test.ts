import { expect, test } from "vitest";
import { checkSteps } from "./index.ts";

/** What stands where a calculation is set in some way: `ok` with 6 for 2 * 3, `error` with 7. */
function judge(write: (result: string) => string) {
  return ["6", "7"].map((result) => {
    const verdict = checkSteps({ problem: "", trace: [write(result)] });
    return verdict.kind === "checked" ? verdict.steps[0]?.verdict : verdict.failure;
  });
}

test.each<[string, (result: string) => string]>([
  ["between tags", (r) => `<think>2 * 3 = ${r}</think>`],
  ["a tag before other text", (r) => `<step> 2 * 3 = ${r} </step> Next`],
  ["a result in a tag", (r) => `2 * 3 = <b>${r}</b>`],
  ["in bold type", (r) => `**2 * 3 = ${r}**`],
  ["a result in bold type", (r) => `2 * 3 = **${r}** pens`],
  ["stars escaped", (r) => String.raw`2 \* 3 = ${r}`],
  ["the answer told again", (r) => String.raw`2 * 3 = ${r} \boxed{${r}}`],
  ["a result in a box", (r) => String.raw`2 * 3 = \boxed{${r}}`],
  ["a box alone as mathematics", (r) => String.raw`The total is 2 * 3 = $\boxed{${r}}$ pens`],
  ["a result alone as mathematics", (r) => String.raw`2 * 3 = \(${r}\)`],
  ["money before a mark", (r) => `2 * 3 = $<<2*3=6>>${r}`],
  ["rows of align", (r) => `\\begin{align*}\n(1 + 1) \\cdot 3 &= 2 \\cdot 3 \\\\\n&= ${r}\n\\end{align*}`],
  ["a power of two stars", (r) => `2 ** 2 + 2 = ${r}`],
  ["a power of two stars, tight", (r) => `2**2+2 = ${r}`],
])("a calculation is read: %s", (_, write) => {
  expect(judge(write)).toEqual(["ok", "error"]);
});

test.each<[string, string]>([
  ["a letter between relation signs", "1 <x> 7"],
  ["bold numbers", "**12** and **5** and **7**"],
  ["another row", "\\begin{align*}\nx &= 5 \\\\\ny &= 7\n\\end{align*}"],
])("nothing is made up: %s", (_, text) => {
  expect(checkSteps({ problem: "", trace: [text] })).toMatchObject({ firstError: -1 });
});
