import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";

/** Characters that make 选 ("choose") a conclusion: 故选, 应选, 所以选, 因此选, 答案选. */
const conclusions = "故应應以此案题題，。,：: \n";

/** Returns the option letter that Chinese "故选 C" ("therefore choose C") names. */
export function findChoicePhrases(
  text: string,
  start: number,
  end: number,
  fuel: Fuel,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const word of ["选", "選"]) {
    for (let at = text.indexOf(word, start); at !== -1 && at < end; at = text.indexOf(word, at + 1)) {
      fuel.spend(96);
      if (at > start && !conclusions.includes(text[at - 1] ?? " ")) continue;
      const letter = skipToLetter(text, at + 1, end);
      if (letter !== -1) found.push({ start: letter, end: letter + 1, source: "phrase" });
    }
  }
  return found;
}

function skipToLetter(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isSpaceCode(text.charCodeAt(at)) || "择擇：:(（*".includes(text[at] ?? " "))) at++;
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  const isOption = code >= 65 && code <= 74 && !(next >= 65 && next <= 90) && !(next >= 97 && next <= 122);
  return isOption && !"或和、,，".includes(text[at + 1] ?? " ") ? at : -1;
}
