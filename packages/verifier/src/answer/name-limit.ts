import type { GradeLimits } from "./limits.ts";

/** A bound that a text can exceed: one of the limits, or a fixed size of the things that are computed with. */
export type ExceededLimit = keyof GradeLimits | "fixed";

const spellings: Readonly<Record<keyof GradeLimits, readonly [unit: string, flag: string]>> = {
  maxResponseChars: ["characters of a response", "--max-response-chars"],
  maxAnswerChars: ["characters of an answer", "--max-answer-chars"],
  maxDepth: ["levels of nesting", "--max-depth"],
  maxTokens: ["tokens of an answer", "--max-tokens"],
  fuel: ["units of work for a stage", "--fuel"],
};

/** A limit as messages name it, with its value and the flag that raises it: "2048 tokens of an answer (--max-tokens)". */
export function nameLimit(limit: ExceededLimit, limits: GradeLimits): string {
  if (limit === "fixed") return "a fixed size of matrices, powers or signs";
  const [unit, flag] = spellings[limit];
  return `${limits[limit]} ${unit} (${flag})`;
}
