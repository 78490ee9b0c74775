import type { Fuel } from "../fuel.ts";
import { isDigitCode } from "../lex/read-number.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";

/**
 * Returns the outermost complete `\boxed{...}` (and `\fbox{...}`, `\framebox{...}`) of text[start, end) in order of their ends. Braces
 * are balanced, `\{` and `\}` do not count, and a box that never closes is no box. `\boxed 5` boxes a number or a
 * letter. The backslash may be doubled, as in JSON, or eaten together with the b by a string escape. One pass.
 */
export function findBoxes(text: string, start: number, end: number, fuel: Fuel): readonly Candidate[] {
  fuel.spend(1 + Math.ceil((end - start) / 64));
  const first = firstBox(text, start);
  if (first === -1 || first >= end) return [];
  fuel.spend(Math.ceil((end - first) / 4));
  const found: Candidate[] = [];
  // The offsets of the contents of the open boxes, and how many plain braces are open inside each (and outside).
  const open: number[] = [];
  const plain: number[] = [0];
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 || code === 8) {
      const content = boxContent(text, at);
      if (content === -1) at = code === 8 ? at : skipEscape(text, at);
      else if (text[content - 1] !== "{") {
        const close = bareEnd(text, content);
        if (close > content && close <= end) found.push({ start: content, end: close, source: "box" });
        at = Math.max(content, close) - 1;
      } else {
        open.push(content);
        plain.push(0);
        at = content - 1;
      }
    } else if (code === 123) plain[open.length] = (plain[open.length] ?? 0) + 1;
    else if (code === 125) {
      const braces = plain[open.length] ?? 0;
      if (braces > 0) plain[open.length] = braces - 1;
      else if (open.length > 0) {
        fuel.spend(4);
        plain.pop();
        keepOutermost(found, open.pop() ?? at, at);
      }
    }
  }
  return found;
}

/** Commands that box; the first lost its backslash and b to a string escape. */
const boxCommands: readonly string[] = ["\boxed", "\\boxed", "\\fbox", "\\framebox"];

/** Tells whether the text holds the command of a box. */
export function mayHoldBox(text: string): boolean {
  return (text.includes("box") || text.includes("\boxed")) && firstBox(text, 0) !== -1;
}

function firstBox(text: string, start: number): number {
  const eaten = text.indexOf("\boxed", start);
  for (let at = text.indexOf("box", start); at !== -1; at = text.indexOf("box", at + 3)) {
    const command = commandOf(text, at);
    if (command >= start) return eaten === -1 ? command : Math.min(eaten, command);
  }
  return eaten;
}

/** Offset of the command that the "box" at `at` belongs to, or -1. */
function commandOf(text: string, at: number): number {
  if (text.charCodeAt(at - 1) === 92) return text.startsWith("ed", at + 3) ? at - 1 : -1;
  if (text.charCodeAt(at - 1) === 102) return text.charCodeAt(at - 2) === 92 ? at - 2 : -1;
  return at >= 6 && text.startsWith("\\frame", at - 6) ? at - 6 : -1;
}

/** Offset of the command of the box whose content starts at `content`. */
export function boxCommandStart(text: string, content: number): number {
  if (text.startsWith("\\boxed{", content - 7)) return content - 7;
  const from = Math.max(0, content - maxCommand);
  const before = text.slice(from, content);
  let start = -1;
  for (const command of boxCommands) start = Math.max(start, before.lastIndexOf(command));
  return start === -1 ? text.lastIndexOf("\\", content - 1) : from + start;
}

/** Longest command, with the spaces before its brace. */
const maxCommand = 32;

/** Offset of the content of a box whose command starts at `at` (after its brace, where it has one), or -1. */
function boxContent(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next !== 98 && next !== 102 && next !== 111) return -1;
  const command = boxCommands.find((known) => text.startsWith(known, at));
  if (command === undefined) return -1;
  let brace = at + command.length;
  while (isSpaceCode(text.charCodeAt(brace))) brace++;
  return text[brace] === "{" ? brace + 1 : brace;
}

/** Moves past the character after a backslash, unless the two start a box whose backslash is doubled. */
function skipEscape(text: string, at: number): number {
  const isDoubled = text.charCodeAt(at + 1) === 92 && boxContent(text, at + 1) !== -1;
  return isDoubled ? at : at + 1;
}

/** Offset after the number or single letter that a box without braces holds. */
function bareEnd(text: string, start: number): number {
  let at = text[start] === "-" ? start + 1 : start;
  const digits = at;
  while (isDigitCode(text.charCodeAt(at)) || (text[at] === "." && isDigitCode(text.charCodeAt(at + 1)))) at++;
  if (at > digits) return isLetterCode(text.charCodeAt(at)) ? start : at;
  const isLetter = isLetterCode(text.charCodeAt(start)) && !isLetterCode(text.charCodeAt(start + 1));
  return isLetter && text.charCodeAt(start - 1) === 32 ? start + 1 : start;
}

function isLetterCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Boxes inside a box that has just closed are part of it. */
function keepOutermost(found: Candidate[], content: number, close: number): void {
  for (
    let last = found[found.length - 1];
    last !== undefined && last.start > content;
    last = found[found.length - 1]
  )
    found.pop();
  found.push({ start: content, end: close, source: "box" });
}
