import type { Fuel } from "../fuel.ts";
import { endTokens } from "../lex/end-tokens.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";

/** The names of the speakers that stand behind the token with which a turn starts. */
const roleLine = /^(?:assistant|model|CHATBOT_TOKEN\|>|<\|CHATBOT_TOKEN\|>)?[\s:]*/;

/** A stretch of the response. Offsets are UTF-16 code units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the part of text[start, end) that belongs to the model's turn: what precedes the first token that ends it. A
 * token in front of the turn is skipped, with the speaker's name behind it.
 */
export function turnOf(text: string, { start, end }: Span, fuel: Fuel): Span {
  fuel.spend(1 + Math.ceil((end - start) / 64));
  let from = start;
  // Each sign is searched for again only once it is behind.
  let angle = nextSign(text, "<", start, end);
  let square = nextSign(text, "[", start, end);
  for (let at = Math.min(angle, square); at < end; at = Math.min(angle, square)) {
    fuel.spend(2);
    const next = text.charCodeAt(at + 1);
    const token = (at === angle ? mayStart(next) : mayStartName(next))
      ? tokenAt(text, at, end, fuel)
      : undefined;
    if (token !== undefined && !isBlank(text, from, at)) return { start: from, end: at };
    if (token !== undefined) {
      const after = at + token.length;
      from = after + (roleLine.exec(text.slice(after, Math.min(end, after + 40)))?.[0].length ?? 0);
    }
    const resume = Math.max(at + 1, from);
    if (angle < resume) angle = nextSign(text, "<", resume, end);
    if (square < resume) square = nextSign(text, "[", resume, end);
  }
  return { start: from, end };
}

/** Offset of the next sign before `end`; `end` where there is none. */
function nextSign(text: string, sign: string, from: number, end: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 || at > end ? end : at;
}

/** What follows `<` in a token: a bar, a slash, or the start of a name. */
function mayStart(code: number): boolean {
  return code === 124 || code === 0xff5c || code === 47 || code === 101 || code === 115 || code === 116;
}

/** What follows `[` in a token: `/I`, `I`, `E`, `g`. */
function mayStartName(code: number): boolean {
  return code === 47 || code === 73 || code === 69 || code === 103;
}

function tokenAt(text: string, at: number, end: number, fuel: Fuel): string | undefined {
  fuel.spend(24);
  const token = endTokens.find((known) => text.startsWith(known, at));
  if (token === undefined) return undefined;
  const after = at + token.length;
  // `</s>` also ends struck text, and `<|end|>` a channel.
  if (token === "</s>") return isBlank(text, after, end) ? token : undefined;
  const isChannel = token === "<|end|>" && /^\s*<\|(?:start|channel)\|>/.test(text.slice(after, after + 40));
  return isChannel ? undefined : token;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpaceCode(text.charCodeAt(at))) return false;
  return true;
}
