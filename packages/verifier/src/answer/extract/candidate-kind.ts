import { isDigitCode } from "../lex/read-number.ts";
import type { GoldKind } from "./gold-shape.ts";

/** Longest text that is looked at: a longer one is left alone. */
const maxText = 300;

/** Words of numbers and other values, and words with which a text says that there is none or takes an answer back. */
const weighty: ReadonlySet<string> = new Set(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen " +
    "half third quarter first second double pi infinity infinite infinitely endless none no not nothing never nil null empty undefined " +
    "dne exist exists diverges divergent diverge all real reals integers any every many several both either neither or " +
    "cannot can't isn't impossible unknown unclear undetermined indeterminate wrong incorrect false mistaken mistake " +
    "different else other unsure uncertain error invalid inconsistent bad"
  ).split(" "),
);
const weightyHan = /[零一二两三四五六七八九十百千万亿无不错非没否]/;

/** A description of the answer that holds a number which is not its value. */
const description =
  /^(?:(?:exactly |clearly |indeed )?(?:divisible by|a (?:\w+ )?multiple of|consistent with|rounded to|given to|correct to|accurate to)\b)/i;

/** What is said of an answer of any kind. */
const praise =
  /^(?:(?:indeed|therefore|thus|also|clearly|now|hence|quite|very|both|already|fully|and) )*(?:correct|right|reasonable|exact|verified|the same|consistent|valid|confirmed|sensible|plausible|unique|simplified|rounded|complete|justified|checked|sound|fine|an? (?:integer|whole number|(?:positive |natural |real |rational |prime |valid |reasonable |single )+(?:integer|number|answer|value|result)?)|in (?:its |the )?(?:simplest|lowest|reduced|required|requested|correct|right|proper|standard|exact|decimal) (?:form|terms|units?)|(?:given|shown|stated|boxed|derived|found|obtained) (?:above|below|here|in (?:the )?\w+)|(?:above|below)|正确的?|对的?)(?: (?:and|as|because|since|given|with|to|for|by|in|when|after|now|too|indeed|as well)\b.*)?$/i;

/** A blank that the problem or its instructions leave to fill in. */
const blank =
  /^(?:\?+|\.{2,}|…+|_+|(?:\\_)+|\\(?:l?dots|cdots|square|Box|quad|qquad|ldots)|(?:your |the |final )*answer(?: here)?|#+|\\?_*)$/i;

/** Tells whether the content of a box is nobody's answer: empty, `?`, `...`, `\text{answer}`. */
export function isBlank(content: string): boolean {
  if (content.length > 40) return content.trim() === "";
  if (isDigitCode(content.charCodeAt(0))) return false;
  const text = content.replace(/\\(?:text\w*|mathrm|mbox)\s*\{|[{}[\]<>$*]/g, "").trim();
  return text === "" || blank.test(text);
}

/**
 * Tells whether a marked text cannot be an answer of the kind but only says something about one: "correct" or "in simplest
 * form" where the answer is a number, "12" where it is the letter of an option. Any words behind a phrase are no number;
 * what stands in a box or tag was put there as the answer, and only praise of one is none.
 */
export function isBesideKind(source: string, kind: GoldKind, isPhrase: boolean): boolean {
  if (source.length > maxText) return false;
  // What starts with a digit is neither blank, praise, a description nor words alone.
  if (kind !== "option" && isDigitCode(source.charCodeAt(0))) return false;
  const text = source.replace(/\\(?:text\w*|mathrm|mbox)\s*\{|[{}*$"_.!]/g, "").trim();
  if (text === "" || isBlank(source)) return true;
  if (praise.test(text)) return true;
  if (kind === "formula") return isPhrase && (description.test(text) || isIdleWords(text));
  return kind === "option" && !holdsOption(text) && !holdsWeight(text);
}

/** Words and nothing else, of which none is a value or takes one back. */
function isIdleWords(text: string): boolean {
  return (
    /^[\p{L}\p{M}\s,;:()'’-]*$/u.test(text) &&
    /\p{L}{2}/u.test(text) &&
    !holdsWeight(text) &&
    !isFormula(text)
  );
}

/** A letter on its own is a variable; so may be a run of a few letters without a word beside it. */
function isFormula(text: string): boolean {
  return (
    /^[A-Za-z]{1,3}$/.test(text) || /(?:^|[^A-Za-z'’])(?![aAI](?![A-Za-z]))[A-Za-z](?![A-Za-z'’])/.test(text)
  );
}

function holdsWeight(text: string): boolean {
  if (weightyHan.test(text)) return true;
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .split(/[^\p{L}']+/u)
    .some((word) => weighty.has(word) || word.endsWith("n't"));
}

function holdsOption(text: string): boolean {
  return /(?:^|[^A-Za-z\\])[A-Ja-j](?![A-Za-z])/.test(text) || /^[A-J]{2,6}$/.test(text);
}
