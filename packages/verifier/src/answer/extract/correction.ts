import type { Fuel } from "../fuel.ts";
import { readNumberWord } from "../value/number-word.ts";
import type { Candidate } from "./candidate.ts";
import { ContentEnds } from "./content-ends.ts";
import type { GoldKind } from "./gold-shape.ts";
import { isHypothetical } from "./hypothetical.ts";
import { contentStart, endsInQuestion } from "./phrase-content.ts";
import { isQuoted } from "./quotation.ts";
import { isRefutedBefore } from "./refutation.ts";
import { trimSpan } from "./trim-span.ts";

/** How far behind the last answer a correction is looked for. */
const maxDistance = 1200;

/** Words of a correction. */
const hint =
  /correct|revis|updat|amend|fix|edit|errat|typo|meant|make (?:that|it)|check|instead|rather|new answer|right|actual|real|true|should|reflection|review|misread|wrong|mistake|apolog|sorry|change|not|corrig|corregid|correcc|korri|korrekt|更正|修正|订正|訂正|정정|正确答案|答案应/i;

const copula =
  ",? (?:is|was|are|becomes|would be|would have been|should be|should have been|must be|has to be)(?: (?:actually|really|instead|in fact|now|therefore|thus))?:?";
const is = `(?:\\*\\*)?(?::|\\s=|${copula}|\\**[ ]*\\n+)(?:\\*\\*)?`;
const made = "(?:corrected|revised|updated|amended|fixed|rectified)";
/** Where a sentence or remark starts. */
const start = "(?:^|[\\n.!([*] *)\\**";

/** What stands before a value that corrects the one before it. */
const corrections = new RegExp(
  [
    `\\b(?:correct|${made}|new|right|actual|real|true)(?:,? (?:and )?(?:final|${made}))? answer(?: to [\\w ]{1,30}?| here| then)?${is}`,
    `\\b(?:correct|right|${made})(?: final)? (?:result|value|solution|total|number|option|choice|one)${is}`,
    `\\banswer \\(${made}\\)${is}`,
    "\\banswer (?:should be|should have been|is (?:actually|really|instead|in fact)|(?:has been|is) (?:corrected|changed|revised|updated) to):?",
    "\\banswer (?:is|must be|becomes) (?=[^.\\n]{1,40}?(?: instead\\b|, not \\S))",
    `${start}(?:edit(?:ed)?|correction|corrected|errat(?:um|a)|typo|updated?|revision|revised)\\b\\**(?::|,| [-–—])\\**(?: (?:the|my) (?:\\w+ )?(?:answer|result|value)${is}| (?:(?:it|that|this)(?:'s|${is})|should be))?`,
    `${start}(?:(?:it|that|this) )?(?:should|must) (?:be|have been|actually be)`,
    `${start}(?:instead|rather|actually),? (?:(?:the|my) (?:\\w+ )?answer|it)(?:'s|${is})`,
    `${start}(?:instead|rather|actually),? (?=[$]?-?[\\d.,/]+[$]?(?:\\n|$))`,
    `${start}make (?:that|it)`,
    `\\b(?:correct|revise|amend|change) (?:this|that|it|myself|my (?:\\w+ )?answer|the answer)(?:[:.,] *| to | )(?:(?:it|that|this|the (?:\\w+ )?answer)(?:'s|${is}))?`,
    "\\bi (?:actually |really )?meant(?: to (?:write|say|put))?:?",
    `\\b(?:on (?:second thought|reflection)|(?:up)?on (?:\\w+ )?review|after (?:correct|re-?check|re-?calculat|re-?comput|re-?evaluat|review|fix)[\\w ]*|i (?:have )?misread[\\w ]*|i was wrong|apologies|i apologi[sz]e|sorry|my mistake|i made an? (?:\\w+ )?(?:mistake|error))[,.:;!]* (?:so )?(?:the|my) (?:\\w+ )?answer${is}`,
    "\\b(?:réponse|respuesta|resposta|risposta)(?: final[ea]?)? (?:corrigée|corregida|corrigida|corretta)(?: ?:| (?:est|es|é|è))",
    "\\bkorrigierte antwort(?::| ist)",
    "\\b(?:korrektur|corrección|correção|correzione|correction) ?:(?: (?:die|la|a) (?:antwort|réponse|respuesta|resposta|risposta) (?:ist|est|es|é|è))?",
    "(?:更正|修正|订正|訂正|정정)[:：]?\\s*(?:答案|答え|정답)?(?:应该是|应为|是|为|は|은|[:：])?|正确答案(?:应该是|应为|是|为|[:：])|答案应该?(?:是|为)",
  ].join("|"),
  "gi",
);

/** A number but no date, a formula between delimiters, a command of one or a bare formula; behind a number no word that compares. */
const value =
  /^(?!\d{4}-\d\d-)(?:\*\*|`)?(?:(?:\$+|\\[([])\s*[-−+(\\\w]|[-−+]?\\?\$?\.?\d|[-−]?\\(?:frac|dfrac|tfrac|sqrt|pi|boxed)|[a-z] = |[-−(]?[a-z\d]{1,2}(?:[\^+*/()=]| [-+] )[\w^+*/() =-]*$)(?!(?<=\d)[\d.,/]* (?:more|less|fewer|times|percent larger|if)\b)/;
const option = /^(?:\*\*)?(?:option |choice )?[([$]*\\?(?:text\{|\()?[A-J](?![A-Za-z-])/;
const strong = new RegExp(`^${made}`, "i");
const delimited = /^(?:\*\*)?(?:\$|\\[([])/;

/** What corrects an answer, and whether it is certain that it does. */
export interface Correction {
  readonly candidate: Candidate;
  /** False where a sentence with other words may speak of something else: "It should be 2 per child". */
  readonly isClear: boolean;
}

/** Words that name the answer or a correction. */
const named = /answer|correct|revis|updat|amend|edit|errat|typo|meant/i;

/**
 * Returns the answer that a correction behind `from` gives ("Corrected answer: 8", "Edit: it should be 8"); undefined where
 * the text gives none. What is supposed, asked, denied or quoted corrects nothing.
 */
export function findCorrection(
  text: string,
  from: number,
  end: number,
  kind: GoldKind,
  fuel: Fuel,
): Correction | undefined {
  const stop = Math.min(end, from + maxDistance);
  if (stop - from < 8) return undefined;
  const rest = text.slice(from, stop).replaceAll("’", "'");
  fuel.spend(1 + Math.ceil(rest.length / 16));
  if (!hint.test(rest)) return undefined;
  fuel.spend(rest.length);
  let last: Correction | undefined;
  for (const match of rest.matchAll(corrections)) {
    fuel.spend(64);
    last = readCorrection(text, from + match.index, from + match.index + match[0].length, end, kind) ?? last;
  }
  return last;
}

/** Tells whether the words are a sentence that begins with the number: "160 chairs are left in the room" of 160. */
export function isSaidInWords(words: string, number: string): boolean {
  const [start = ""] = /^[$\\]*-?\d[\d.,]*(?= (?:[a-z]+ ){2,}[a-z]+)/.exec(words) ?? [];
  return start !== "" && start === number.trim();
}

/** The value of the correction whose words stand in text[at, from). */
function readCorrection(
  text: string,
  at: number,
  from: number,
  end: number,
  kind: GoldKind,
): Correction | undefined {
  const start = contentStart(text, from, end);
  const stop = new ContentEnds(text, end).contentEnd(start);
  const span = trimSpan(text, start, stop);
  const content = text.slice(span.start, Math.min(span.end, span.start + 200));
  const isValue =
    kind === "formula"
      ? value.test(content) || readNumberWord(content.toLowerCase()) !== undefined
      : kind === "option"
        ? option.test(content)
        : value.test(content) ||
          option.test(content) ||
          delimited.test(content) ||
          strong.test(text.slice(at, at + 16));
  if (!isValue || endsInQuestion(text, stop)) return undefined;
  if (isRefutedBefore(text, at, 0, true) || isQuoted(text, at, 0) || isHypothetical(text, at, 0, end))
    return undefined;
  const comma = content.indexOf(", ");
  const isOption = kind !== "formula" && option.test(content) && comma > 0;
  const isOpen = /^[^()[\]]+[)\]*]$/.test(content);
  const to = isOption ? span.start + comma : isOpen ? span.end - 1 : span.end;
  const isClear = named.test(text.slice(at, from)) || !/[a-z]{2,} [a-z]{2,}/i.test(content);
  return { candidate: { start: span.start, end: to, source: "phrase" }, isClear };
}
