import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";

/** Characters that make 选 ("choose") a conclusion: 故选, 应选, 所以选, 因此选, 答案选. */
const conclusions = "故应應以此案题題，。,：: \n";

/** Returns the option letter or letters that Chinese "故选 C" ("therefore choose C") names. */
export function findChoicePhrases(
  text: string,
  start: number,
  end: number,
  fuel: Fuel,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const word of ["选", "選"]) {
    for (let at = text.indexOf(word, start); at !== -1 && at < end; at = text.indexOf(word, at + 1)) {
      fuel.spend(160);
      if (at > start && !conclusions.includes(text[at - 1] ?? " ")) continue;
      const letters = skipToLetters(text, at + 1, end);
      if (letters !== undefined) found.push({ ...letters, source: "phrase" });
    }
  }
  return found;
}

/** The letter after the word, or several of them: `ABD`, `A、B、D`. */
function skipToLetters(text: string, from: number, end: number): { start: number; end: number } | undefined {
  let at = from;
  while (at < end && (isSpaceCode(text.charCodeAt(at)) || "择擇项項：:(（*".includes(text[at] ?? " "))) at++;
  const letters = /^[A-J](?:\s*[、,，和]?\s*[A-J])*/.exec(text.slice(at, Math.min(end, at + 40)))?.[0] ?? "";
  const next = text[at + letters.length] ?? " ";
  return letters === "" || /[A-Za-z或]/.test(next) ? undefined : { start: at, end: at + letters.length };
}
