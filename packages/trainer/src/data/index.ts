export { type Example, encodeExample } from "./example.ts";
export type { JsonLinesLimits } from "./json-lines.ts";
export { loadExamples, type TextExample } from "./load-examples.ts";
export { loadProblems } from "./load-problems.ts";
export { createMix, type Mix, type MixOptions } from "./mix.ts";
export { createMixSourceSchema, type MixSource } from "./mix-source.ts";
export { createProblemSet } from "./problem-set.ts";
