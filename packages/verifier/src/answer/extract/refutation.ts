import { isSpaceCode } from "../lex/unicode-table.ts";

/** Words that may stand between a negation and what it negates. */
const fillers: ReadonlySet<string> = new Set(
  (
    "the a an is are was were be being been equal equals to exactly simply just really actually obviously option " +
    "choice answer value final correct right es est ist sein égale égal igual a la el le"
  ).split(" "),
);

const negators: ReadonlySet<string> = new Set(
  "not never cannot neither nor isnt cant aint no ne pas kein nicht nein non nunca não нет не".split(" "),
);

/** Words that doubt what comes later in the clause: "I doubt very much that the answer is". */
const doubts: ReadonlySet<string> = new Set(
  "false doubt doubtful deny denies unsure impossible unlikely".split(" "),
);

/** Words that make the phrase after them somebody else's: "he claims that the answer is". */
const disclaimers: ReadonlySet<string> = new Set(
  "claims claimed says said thinks believes argues wrote guesses guessed pretends".split(" "),
);

/** The same said of several people, which an "I" or "we" may say as well. */
const sharedDisclaimers: ReadonlySet<string> = new Set(
  "claim say think believe argue write guess pretend insist assert".split(" "),
);

/** Several other people. */
const others: ReadonlySet<string> = new Set(
  (
    "people they many some most others few folks everyone students classmates friends teachers tutors experts users " +
    "books textbooks mathematicians colleagues kids children pupils"
  ).split(" "),
);

/** Words between such a word and the phrase. */
const bridges: ReadonlySet<string> = new Set("that true way".split(" "));

/** Words that start the clause of the phrase: what stands before them says nothing about it. */
const clauseStarts: ReadonlySet<string> = new Set(
  "so and therefore hence thus then because but which where when i.e".split(" "),
);

const conditionals: ReadonlySet<string> = new Set(
  "если if suppose supposing assume assuming assumed unless whether imagine were si wenn falls se если".split(
    " ",
  ),
);

/** Signs and macros that negate what follows. */
const negatedSigns: readonly string[] = ["≠", "!=", "\\ne", "\\neq", "\\not=", "不是", "不为"];

/** Words looked at before a candidate. */
const maxWords = 7;

/**
 * Tells whether the words directly before `at` deny or only suppose what stands there: "not 5", "it isn't equal to 5",
 * "x ≠ 5", "if the answer is 5". Looks no further than its clause. `isMarker`: what stands there is the word "answer".
 */
export function isRefutedBefore(text: string, at: number, start: number, isMarker: boolean): boolean {
  let pos = skipOpeningBack(text, at, start);
  if (negatedSigns.some((sign) => text.endsWith(sign, pos) && pos - sign.length >= start)) return true;
  let namesAnswer = isMarker;
  // Nothing but words without a weight of their own stood between so far.
  let isDirect = true;
  for (let count = 0; count < maxWords; count++) {
    const from = wordStart(text, pos, start);
    if (from === pos) return false;
    const word = text.slice(from, pos).toLowerCase().replace("’", "'");
    if (negators.has(word) || word.endsWith("n't") || (isMarker && doubts.has(word))) return true;
    if (isDirect && namesAnswer && (conditionals.has(word) || disclaimers.has(word))) return true;
    if (isDirect && namesAnswer && sharedDisclaimers.has(word) && isSaidByOthers(text, from, start))
      return true;
    if (!fillers.has(word) && !(isMarker && bridges.has(word))) isDirect = false;
    if (!isDirect && (!isMarker || clauseStarts.has(word))) return false;
    namesAnswer ||= word === "answer";
    pos = skipOpeningBack(text, from, start);
  }
  return false;
}

/** Tells whether other people are the subject of the verb at `at`: "students say", "they would often say". */
function isSaidByOthers(text: string, at: number, start: number): boolean {
  let pos = at;
  for (let count = 0; count < 3; count++) {
    while (pos > start && text[pos - 1] === " ") pos--;
    const from = wordStart(text, pos, start);
    const word = text.slice(from, pos).toLowerCase();
    if (others.has(word)) return true;
    if (!adverbs.has(word)) return false;
    pos = from;
  }
  return false;
}

const adverbs: ReadonlySet<string> = new Set(
  "often usually sometimes may might would could will also wrongly mistakenly falsely still always".split(
    " ",
  ),
);

/** Moves back over spaces, opening delimiters, emphasis and quotes. */
function skipOpeningBack(text: string, from: number, start: number): number {
  let at = from;
  while (at > start) {
    if (isSpaceCode(text.charCodeAt(at - 1)) && text[at - 1] !== "\n") at--;
    else if ('$*({["`_“'.includes(text[at - 1] ?? " ")) at -= text[at - 2] === "\\" ? 2 : 1;
    else if (/\\(?:boxed|f(?:rame)?box)$/.test(text.slice(Math.max(start, at - 9), at)))
      at = text.lastIndexOf("\\", at);
    else break;
  }
  return Math.max(at, start);
}

function wordStart(text: string, to: number, start: number): number {
  let from = to;
  while (from > start && isWordCode(text.charCodeAt(from - 1))) from--;
  return from;
}

/** Letters of any script, and apostrophes. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 39 ||
    code === 0x2019 ||
    (code > 0xbf && code < 0x2000)
  );
}
