import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fuel } from "../fuel.ts";
import { reasoningRegion } from "./reasoning-region.ts";

function rest(text: string): string {
  const region = reasoningRegion(text, new Fuel(1_000_000));
  return typeof region === "string" ? region : text.slice(region.start, region.end);
}

describe("the text after the reasoning", () => {
  test.each([
    ["5", "5"],
    ["<think>a</think>5", "5"],
    ["a</think>5", "5"],
    ["<think>a", "unfinished_reasoning"],
    ["<think>a</think>5<think>b", "unfinished_reasoning"],
    ["<think>a</think>b<think>c</think>5", "5"],
    ["<think><think>a</think>5", "5"],
    ["<think>a<think>b</think>c</think>5", "5"],
    ["<think>a<reflection>b</reflection>c</think>5", "5"],
    ["<think>a<reflection>b</think>5", "5"],
    ["<think>a</reflection>5", "unfinished_reasoning"],
    ["<reflection>a<think>b</think>5", "unfinished_reasoning"],
    ["<THINK>a</Think>5", "5"],
    ["< think >a< / think >5", "5"],
    ['<think id="1">a</think>5', "5"],
    ["<think/>5", "<think/>5"],
    ["`<think>` 5", "`<think>` 5"],
    ["<think>a `</think>` 5", "unfinished_reasoning"],
    ["<thinker>5", "<thinker>5"],
    ["<|begin_of_thought|>a<|end_of_thought|>5", "5"],
    ["<|START_THINKING|>a<|END_THINKING|>5", "5"],
    ["[THINK]a[/THINK]5", "5"],
    ["<think>a\\end{think}5", "5"],
    ["<think>a\\end{think>5", "5"],
    ["\\begin{think}a\\end{thinker}5", "\\begin{think}a\\end{thinker}5"],
    ["[Analysis] 5", "[Analysis] 5"],
    ["◁think▷a◁/think▷5", "5"],
    ["<|channel|>analysis<|message|>a<|end|><|channel|>final<|message|>5", "<|message|>5"],
    ["<|channel|>analysis<|message|>5", "unfinished_reasoning"],
    ["1 < 2 and [0, 1]", "1 < 2 and [0, 1]"],
  ])("%j: %j", (text, expected) => expect(rest(text)).toBe(expected));
});

test("whatever the reasoning says, nothing of it is left, and without its end nothing is", () => {
  const names = fc.constantFrom("think", "thinking", "reasoning", "thought", "Think");
  const inside = fc.string().filter((text) => !/[<[◁`]/.test(text));
  // Where nothing but space follows, the text in front counts.
  const answers = inside.filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(names, inside, answers, (name, reasoning, answer) => {
      expect(rest(`<${name}>${reasoning}</${name}>${answer}`)).toBe(answer);
      expect(rest(`${reasoning}</${name}>${answer}`)).toBe(answer);
      expect(rest(`<${name}>${reasoning}`)).toBe("unfinished_reasoning");
    }),
  );
});
