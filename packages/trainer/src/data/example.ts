import type { TokenSequence } from "../policy/policy.ts";
import type { Problem } from "../tasks/task.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";

/** A prompt with a completion to imitate. */
export interface Example<P extends Problem = Problem> {
  readonly prompt: string;
  readonly completion: string;
  readonly problem: P;
  readonly format: string;
}

/** Encodes prompt and completion and ends the completion with the end token. */
export function encodeExample(
  tokenizer: Tokenizer,
  example: Pick<Example, "prompt" | "completion">,
): TokenSequence {
  const prompt = tokenizer.encode(example.prompt);
  const completion = tokenizer.encode(example.completion);
  const tokens = new Int32Array(prompt.length + completion.length + 1);
  tokens.set(prompt);
  tokens.set(completion, prompt.length);
  tokens[tokens.length - 1] = tokenizer.eosId;
  return { tokens, promptLength: prompt.length };
}
