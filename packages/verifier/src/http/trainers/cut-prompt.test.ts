import fc from "fast-check";
import { expect, test } from "vitest";
import { cutPrompt } from "./cut-prompt.ts";

test.each<[string, string, string, string | undefined]>([
  ["as it is", "What is 1+1? It is 2.", "What is 1+1?", " It is 2."],
  ["behind a first token", "<s>What? 2</s>", "What?", " 2"],
  ["ended by tokens", "Q A<|im_end|>\n<|endoftext|>", "Q", " A"],
  ["ended by wide tokens", "Q A<｜end▁of▁sentence｜>", "Q", " A"],
  ["padded", "<pad><pad>Q A<pad><pad>", "Q", " A"],
  ["space lost in decoding", "Solve x=1 now. A", "Solve  x = 1\nnow.", " A"],
  ["no prompt", "A", "", "A"],
  ["nothing after it", "Q", "Q", ""],
  ["another prompt", "What is 2+2? It is 4.", "What is 1+1?", undefined],
  ["the prompt only behind other text", "One more: Q A", "Q", undefined],
  ["a prompt that begins with tokens", "<s><|user|>\nQ</s> A", "<s><|user|> Q</s>", " A"],
])("a prompt %s", (_name, query, prompt, response) => {
  expect(cutPrompt(query, prompt)).toBe(response);
});

test("what was written after a prompt is what comes back", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "{", "\\"), maxLength: 40 });
  fc.assert(
    fc.property(letters, letters, (prompt, response) => {
      expect(cutPrompt(`<s>${prompt}x${response}y</s>`, `${prompt}x`)).toBe(`${response}y`);
    }),
  );
});

test("long texts cost little", () => {
  const startedAt = performance.now();
  cutPrompt(`${" a".repeat(1_000_000)}<|im_end|>`.repeat(2), `${"a ".repeat(1_000_000)}b`);
  cutPrompt(`Q${"<pad>".repeat(300_000)}`, "Q");
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
