/** What a tag does to the reasoning block of its family. */
export interface ReasoningTag {
  readonly family: string;
  readonly isClose: boolean;
  /** Offset after the tag. */
  readonly end: number;
}

/** Names between angle brackets, in lower case; a slash before the name closes the block. */
const pairedNames: ReadonlySet<string> = new Set([
  "think",
  "thinking",
  "thought",
  "thoughts",
  "thought_process",
  "reasoning",
  "reason",
  "reflection",
  "analysis",
  "scratchpad",
  "inner_monologue",
  "seed:think",
  "longcat_think",
]);

/** Names that are one tag each: the opening and the closing tag differ in their names. */
const singleNames: ReadonlyMap<string, { family: string; isClose: boolean }> = new Map([
  ["begin_of_thought", { family: "of_thought", isClose: false }],
  ["end_of_thought", { family: "of_thought", isClose: true }],
  ["start_thinking", { family: "_thinking", isClose: false }],
  ["end_thinking", { family: "_thinking", isClose: true }],
  ["thinking_start", { family: "thinking_", isClose: false }],
  ["thinking_end", { family: "thinking_", isClose: true }],
]);

/** Start of the LaTeX spelling of `</think>`. */
export const latexEnd = "\\end{think";

/** Longest name, with the attributes after it. */
const maxTag = 64;

/** Names that also stand between square brackets, where words such as "[Analysis]" are headings. */
const bracketNames: ReadonlySet<string> = new Set(["think", "thinking"]);

/**
 * Reads the reasoning tag that starts with the `<`, `[`, `◁` or backslash at `at`; undefined for anything else. Case, spaces,
 * attributes and bars (`<|begin_of_thought|>`) do not matter. A tag between backticks is a mention and no tag.
 */
export function readReasoningTag(text: string, at: number): ReasoningTag | undefined {
  if (text.charCodeAt(at) === 92) return readLatexEnd(text, at);
  if (text.charCodeAt(at - 1) === 96) return undefined;
  let from = skipBarsAndSpaces(text, at + 1);
  const hasSlash = text.charCodeAt(from) === 47;
  if (hasSlash) from = skipBarsAndSpaces(text, from + 1);
  let to = from;
  while (to - from < maxTag && isNameCode(text.charCodeAt(to))) to++;
  if (to === from) return undefined;
  const name = text.slice(from, to).toLowerCase();
  if (text.charCodeAt(at) === 91 && !bracketNames.has(name)) return undefined;
  if (name !== "channel" && !pairedNames.has(name) && !singleNames.has(name)) return undefined;
  const stop = findClose(text, to, closerOf(text.charCodeAt(at)));
  if (stop === -1 || text.charCodeAt(stop - 1) === 47) return undefined;
  return name === "channel" ? readChannel(text, stop + 1) : resolveName(name, hasSlash, stop + 1);
}

/** Models that write LaTeX end a `<think>` block with `\end{think}`, or with `\end{think>`. */
function readLatexEnd(text: string, at: number): ReasoningTag | undefined {
  const close = text[at + latexEnd.length];
  if (!text.startsWith(latexEnd, at) || (close !== "}" && close !== ">")) return undefined;
  return { family: "think", isClose: true, end: at + latexEnd.length + 1 };
}

/** The character that ends a tag which starts with the given one. */
function closerOf(code: number): string {
  return code === 60 ? ">" : code === 91 ? "]" : "▷";
}

/** Offset of the closing character at most {@link maxTag} further on, or -1. */
function findClose(text: string, from: number, closer: string): number {
  const found = text.slice(from, from + maxTag).indexOf(closer);
  return found === -1 ? -1 : from + found;
}

function skipBarsAndSpaces(text: string, from: number): number {
  let at = from;
  while (at - from < 4 && (text.charCodeAt(at) === 124 || text.charCodeAt(at) === 32)) at++;
  return at;
}

/** Letters, `_` and `:`. */
function isNameCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58;
}

function resolveName(name: string, hasSlash: boolean, end: number): ReasoningTag | undefined {
  if (pairedNames.has(name)) return { family: name, isClose: hasSlash, end };
  const single = singleNames.get(name);
  return single === undefined ? undefined : { ...single, end };
}

/** In `<|channel|>analysis<|message|>` the reasoning starts, in `<|channel|>final<|message|>` it ends. */
function readChannel(text: string, from: number): ReasoningTag | undefined {
  if (text.startsWith("final", from)) return { family: "channel", isClose: true, end: from + 5 };
  const isReasoning = text.startsWith("analysis", from) || text.startsWith("commentary", from);
  return isReasoning ? { family: "channel", isClose: false, end: from } : undefined;
}
