import { endsInWouldBe, isHypothetical } from "./hypothetical.ts";

/** Longest stretch before or after a box that is looked at. */
const maxSide = 40;

/** Words and commands that end before a box and disown, strike or hide it. */
const disownedBefore =
  /(?:\b(?:others?|somebody|someone|people|they|he|she|friends?|classmates?|students?|teachers?|textbook|book|key) (?:also |often |just )?(?:says?|said|claims?|claimed|thinks?|thought|believes?|believed|writes?|wrote|guess(?:es|ed)?|gets?|got)(?: that)?(?: it is| the answer is)?:?|\b(?:wrong|incorrect|false) (?:answer|value|result|option|choice)(?: is| was| would be|:)?|\b(?:anything but|other than|far from|instead of|rather than|unlike)|\bnot the case that(?: \w+ =)?|\d,? or(?: maybe| possibly| perhaps)?|\\(?:cancel|bcancel|xcancel|sout|phantom|hphantom|vphantom|st)\s*\{)\s*["“'«]?[$*]*\s*(?:\\[([]\s*)?$|~~$/i;
/** A question, a second answer without a box, or words that make it another value, after a box. */
const disownedAfter =
  /^\s*[$*]*(?:\\[)\]])?\s*(?:\?|~~|,? (?:or|but)(?: maybe| possibly| perhaps| it could be| rather)* (?:\$|\\\()?-?\d| or (?:more|less|fewer|greater|higher|larger|smaller|lower|above|below|so)\b| and (?:a|one|two|three) (?:half|third|quarter)s?\b| (?:squared|cubed)\b)/i;

/**
 * Tells whether the text around a box takes it back: "the wrong answer is", "others say", "anything but", `\cancel{`, "6 or" before it,
 * or a question mark, "or 6", "or more" or "and a half" after it. `open` and `close` are the offsets of the box.
 */
export function isDisownedBox(text: string, open: number, close: number): boolean {
  if (endsInWouldBe(text, open) && isHypothetical(text, open, 0, text.length)) return true;
  return (
    (mayDisownBefore(text, open) && disownedBefore.test(text.slice(Math.max(0, open - maxSide), open))) ||
    (mayDisownAfter(text, close) && disownedAfter.test(text.slice(close, close + maxSide)))
  );
}

/** The last words of {@link disownedBefore}. */
const lastWords: ReadonlySet<string> = new Set(
  (
    "answer value result option choice is was be but than from of unlike or maybe possibly perhaps that say says said " +
    "claim claims claimed think thinks thought believe believes believed write writes wrote guess guesses guessed get gets got"
  ).split(" "),
);

/** Tells quickly that nothing before the box disowns it. */
function mayDisownBefore(text: string, open: number): boolean {
  let to = open;
  while (to > 0 && open - to < maxSide && " $*([\\\n\"“'«".includes(text[to - 1] ?? "a")) to--;
  if ("{~=:".includes(text[to - 1] ?? "a")) return true;
  let from = to;
  while (from > 0 && to - from < maxSide && isLetter(text.charCodeAt(from - 1))) from--;
  return lastWords.has(text.slice(from, to).toLowerCase());
}

/** Tells quickly that nothing after the box disowns it. */
function mayDisownAfter(text: string, close: number): boolean {
  let at = close;
  while (at - close < maxSide && " $*\\)]".includes(text[at] ?? "a")) at++;
  return "?~,oObBascA".includes(text[at] ?? "a");
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
