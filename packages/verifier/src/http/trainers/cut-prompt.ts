/** Text that a tokenizer puts around what was written: `<s>`, `</s>`, `<|im_end|>`, `<eos>`, `<｜end▁of▁sentence｜>`. */
const tokenPattern =
  /^<(?:\|[^<>|\s]{1,40}\||｜[^<>｜\s]{1,40}｜|\/?s|bos|eos|pad|end_of_turn|start_of_turn)>$/u;

/** Longest such text. */
const maxTokenChars = 64;

/** Longest text that stands before a prompt. */
const maxLead = 4096;

/**
 * The response in a text that holds prompt and response, without the tokens that end it; undefined where the prompt does
 * not stand at the start. Space may differ and tokens may stand before it, as decoding leaves them.
 */
export function cutPrompt(query: string, prompt: string): string | undefined {
  const end = findPromptEnd(query, prompt);
  return end === undefined ? undefined : cutEndTokens(query.slice(end));
}

function findPromptEnd(query: string, prompt: string): number | undefined {
  if (query.startsWith(prompt)) return prompt.length;
  const lead = skipLeadTokens(query);
  if (query.startsWith(prompt, lead)) return lead + prompt.length;
  // A prompt may itself begin with the tokens.
  return matchIgnoringSpace(query, 0, prompt) ?? matchIgnoringSpace(query, lead, prompt);
}

function skipLeadTokens(query: string): number {
  let at = 0;
  while (at < Math.min(query.length, maxLead)) {
    if (isSpace(query.charCodeAt(at))) at++;
    else {
      const end = query.indexOf(">", at) + 1;
      if (end === 0 || end - at > maxTokenChars || !tokenPattern.test(query.slice(at, end))) break;
      at = end;
    }
  }
  return at;
}

function matchIgnoringSpace(query: string, from: number, prompt: string): number | undefined {
  let at = from;
  for (let place = 0; place < prompt.length; place++) {
    const code = prompt.charCodeAt(place);
    if (isSpace(code)) continue;
    while (at < query.length && isSpace(query.charCodeAt(at))) at++;
    if (query.charCodeAt(at) !== code) return undefined;
    at++;
  }
  return at;
}

function isSpace(code: number): boolean {
  return code <= 32 || (code >= 160 && String.fromCharCode(code).trim() === "");
}

function cutEndTokens(text: string): string {
  let end = text.length;
  for (;;) {
    if (end === 0) return "";
    if (isSpace(text.charCodeAt(end - 1))) {
      end--;
      continue;
    }
    if (text[end - 1] !== ">") return text.slice(0, end);
    const start = text.slice(Math.max(0, end - maxTokenChars), end).lastIndexOf("<");
    const token = start < 0 ? "" : text.slice(Math.max(0, end - maxTokenChars) + start, end);
    if (!tokenPattern.test(token)) return text.slice(0, end);
    end -= token.length;
  }
}
