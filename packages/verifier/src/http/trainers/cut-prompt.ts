/** Text that a tokenizer puts around what was written: `<s>`, `</s>`, `<|im_end|>`, `<eos>`, `<｜end▁of▁sentence｜>`. */
const endTokens = /(?:\s|<\|[^<>|\s]{1,40}\|>|<｜[^<>｜\s]{1,40}｜>|<\/s>|<eos>|<pad>|<end_of_turn>)$/u;

/**
 * The response in a text that holds prompt and response, without the tokens that end it; undefined where the prompt does
 * not stand at the start. Space may differ and tokens may stand before it, as decoding leaves them.
 */
export function cutPrompt(query: string, prompt: string): string | undefined {
  const end = findPromptEnd(query, prompt);
  return end === undefined ? undefined : cutEndTokens(query.slice(end));
}

/** Longest text that a tokenizer puts before a prompt. */
const maxLead = 64;

function findPromptEnd(query: string, prompt: string): number | undefined {
  const start = query.indexOf(prompt);
  if (start >= 0 && start <= maxLead) return start + prompt.length;
  for (let lead = 0; lead <= Math.min(maxLead, query.length); lead++) {
    const end = matchIgnoringSpace(query, lead, prompt);
    if (end !== undefined) return end;
  }
  return undefined;
}

function matchIgnoringSpace(query: string, from: number, prompt: string): number | undefined {
  let at = from;
  for (const character of prompt) {
    if (isSpace(character)) continue;
    while (at < query.length && isSpace(query[at]!)) at++;
    if (!query.startsWith(character, at)) return undefined;
    at += character.length;
  }
  return at;
}

function isSpace(character: string): boolean {
  return character.trim() === "";
}

function cutEndTokens(text: string): string {
  let end = text.length;
  for (;;) {
    // A token is short: looking at the last characters alone keeps the work linear.
    const match = endTokens.exec(text.slice(Math.max(0, end - 64), end));
    if (match === null) return text.slice(0, end);
    end -= match[0].length;
  }
}
