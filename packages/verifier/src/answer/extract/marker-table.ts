import { type Language, languages } from "./languages.ts";
import { marksOfWord } from "./letter-marks.ts";

/** A word that announces the answer: "The answer is 5", "Antwort: 5", 答案是5. */
export interface AnswerMarker {
  /** What is searched for: the word without its first letter where that may be a capital. */
  readonly search: string;
  /** Letters that complete the word in front; empty where `search` is the whole word. */
  readonly before: string;
  /** Words between the marker and the answer. A colon or an equals sign always will do. */
  readonly copulas: readonly string[];
  /** One of these words must stand before the marker: "the correct option is", never "this option is". */
  readonly qualifiers?: readonly string[];
  /** Looked for only where no marker before it in the table points at an answer. */
  readonly isFallback?: boolean;
  /** Written without spaces between words: copulas are looked for anywhere in the gap. */
  readonly isUnspaced?: boolean | undefined;
  /** A number may follow the marker directly. */
  readonly isVerbLast?: boolean | undefined;
  /** Words of its language that deny, doubt or suppose what is said. */
  readonly denials?: readonly string[] | undefined;
  /** Numbers of its language are written with a decimal comma. */
  readonly decimalComma?: boolean | undefined;
  /** The marks of its letters in threes: where a text lacks one of them, the word is not in it. */
  readonly marks?: readonly number[];
}

const english: readonly string[] = [
  ..."is,are,must be,should be,would be,will be,has to be,can only be,equals,becomes,comes out to be,comes out as".split(
    ",",
  ),
  ..."comes out to,comes to,turns out to be,works out to be,works out to,works out as,amounts to,simplifies to".split(
    ",",
  ),
];
const correct: readonly string[] = ["correct", "right", "best"];
const englishMarkers: readonly AnswerMarker[] = [
  { search: "nswer", before: "aA", copulas: english },
  { search: "NSWER", before: "A", copulas: ["IS"] },
  { search: "ption", before: "oO", copulas: english, qualifiers: correct },
  { search: "hoice", before: "cC", copulas: english, qualifiers: correct },
  { search: "esult", before: "rR", copulas: english, qualifiers: ["final"] },
];

const englishFallbacks: readonly AnswerMarker[] = [
  { search: "olution", before: "sS", copulas: english },
  { search: "esult", before: "rR", copulas: english },
];

/** The markers of a language; a first letter that may be a capital is searched for in both forms. */
function markersOf(language: Language): readonly AnswerMarker[] {
  const { markers, copulas, denials, decimalComma, isUnspaced, isVerbLast } = language;
  const traits = { copulas, denials, decimalComma, isUnspaced, isVerbLast };
  return markers.map((word) => {
    const [first = ""] = word;
    const capital = first.toUpperCase();
    return capital === first
      ? { search: word, before: "", ...traits }
      : { search: word.slice(first.length), before: first + capital, ...traits };
  });
}

/** The markers of every language: the English words for "answer" first, the others alike in rank. */
export const answerMarkers: readonly AnswerMarker[] = [
  ...englishMarkers,
  ...[...englishFallbacks, ...languages.flatMap(markersOf)].map((marker) => ({
    ...marker,
    isFallback: true,
    marks: marksOfWord(marker.search),
  })),
];

/** Words in the gap between marker and answer that make the sentence deny, doubt or ask. */
export const gapRefusals: ReadonlySet<string> = new Set(
  (
    "not never no cannot isn't isnt wasn't can't couldn't wouldn't might may could would wrong incorrect false unless " +
    "if whether was were nicht kein keine ne pas não não non nie не нет"
  ).split(" "),
);

/** First words of what follows the copula that deny it: "the answer is not 5". */
export const contentRefusals: ReadonlySet<string> = new Set(
  "not never cannot unlikely neither nicht kein keine pas não nie не".split(" "),
);

/** Adjectives before the marker that make it no answer of the writer's own: "a wrong answer is 5". */
export const disowningWords: ReadonlySet<string> = new Set(
  (
    "wrong incorrect false bad naive naïve tempting possible potential hypothetical plausible another other falsche " +
    "sample example previous old reference gold golden truth student student's his her their your initial original " +
    "incorrecta fausse errata неправильный неверный"
  ).split(" "),
);

/** Words between the copula and the answer that add nothing. */
export const leadingFillers: ReadonlySet<string> = new Set(
  "therefore thus then hence simply just indeed clearly exactly equal to given by now actually then".split(
    " ",
  ),
);
