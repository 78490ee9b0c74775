import { isLetterCode } from "../lex/plain-words.ts";

/** Shortest run of letters that is a word first. */
const minRun = 4;
/** Greek letters of two letters, which may be products as well. */
const shortNames: ReadonlySet<string> = new Set(["xi", "nu", "mu"]);
/** Such a run behind anything but a backslash: most texts have none. */
const mayBeRun = /(?:^|[^\\A-Za-z])(?:[A-Za-z]{4}|(?:xi|nu|mu)(?![A-Za-z]))/;
const environments: ReadonlySet<string> = new Set(["begin", "end"]);
const texts: ReadonlySet<string> = new Set(["text", "textbf", "textit", "textrm", "mbox"]);

/**
 * Tells whether a run of four letters or more, or a Greek letter of two, stands in the text outside of commands, names of
 * environments and `\text{...}` that holds nothing but words.
 */
export function holdsLongRun(text: string): boolean {
  if (!mayBeRun.test(text)) return false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const isCommand = code === 92;
    if (!isCommand && !isLetterCode(code)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (isLetterCode(text.charCodeAt(end))) end++;
    if (isCommand) at = commandEnd(text, text.slice(at + 1, end), end);
    else if (end - at >= minRun || (end - at === 2 && shortNames.has(text.slice(at, end)))) return true;
    else at = end;
  }
  return false;
}

/** Offset after a command and the argument of it that holds no product. */
function commandEnd(text: string, name: string, at: number): number {
  if (environments.has(name)) {
    const end = text.indexOf("}", at);
    if (end === -1) return at;
    // The columns of an array.
    const columns = text.startsWith("array}{", at + 1) ? text.indexOf("}", end + 1) : -1;
    return columns === -1 ? end : columns;
  }
  if (!texts.has(name) || text.charCodeAt(at) !== 123) return at;
  let end = at + 1;
  while (isLetterCode(text.charCodeAt(end)) || text.charCodeAt(end) === 32) end++;
  return text.charCodeAt(end) === 125 ? end : at;
}
