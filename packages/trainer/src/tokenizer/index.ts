export { loadTokenizer } from "./load-tokenizer.ts";
export { createTaskTokenizer } from "./task-tokenizer.ts";
export type { Tokenizer } from "./tokenizer.ts";
