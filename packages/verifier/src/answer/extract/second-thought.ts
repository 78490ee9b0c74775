/** Longest stretch of a second thought that is looked at. */
export const maxThought = 400;

/** A verdict of the writer on the answer just given. */
const verdict = new RegExp(
  [
    // Denials.
    "(?<deny>\\b(?:that|this|it|which|answer|result|value|solution|calculation|reasoning)(?:'s| is| was| were|,| seems| looks| must be)?(?: (?:actually|clearly|really|obviously|just|simply|indeed|also|definitely))* ?(?:wrong|incorrect|not (?:right|correct|possible|valid|true|the (?:right|correct)?)|false|impossible|invalid|mistaken)\\b",
    "\\b(?:that|this|it)(?: isn't| wasn't| doesn't| cannot be| can't be| can not be)(?: (?:right|correct|possible|valid|work|true|the answer))",
    "\\bi(?: have|'ve)? (?:made|make) an? (?:\\w+ )?(?:mistake|error|slip)\\b|\\bi(?: have|'ve)? (?:mis\\w+|forgot|overlooked)\\b|\\bmy mistake\\b|\\bscratch that\\b|不对|错了|有误)",
    // Confirmations.
    "(?<confirm>\\byes\\b|\\bindeed\\b|✓|✔|✅|\\b(?:is|are|it's|that's|all|looks?|seems?|remains?|stays?) (?:\\w+ )?(?:correct|right|fine|good|valid|consistent|confirmed|verified|true)\\b|\\bconfirms?\\b|\\b(?:checks?|works?|holds?)(?: out)?\\b|正确|没错)",
    // Another value, or the same one.
    "\\b(?:it|that|this|the (?:\\w+ )?(?:answer|result|value|total|sum))(?:'s| is| was| equals| gives| becomes| should be| should have been| must be| has to be| would be| =)(?: (?:actually|instead|rather|really|in fact|equal to|now))* [$*({\\\\]*(?<value>-?\\d[\\d.,/]*)",
    "\\bnot [$*({\\\\]*(?<not>-?\\d[\\d.,/]*)",
    "^(?:but )?(?:wait|actually|hmm|sorry|on second thought|hold on)[,.!:—-]* [$*({\\\\]*(?<bare>-?\\d[\\d.,/]*)[$*)}]*(?:[.!,;\\s]|$)",
  ].join("|"),
  "gim",
);

/** Words before a verdict that only suppose it: "let me check whether I made a mistake". */
const supposed = /\b(?:if|whether|hope|unless|case|maybe|perhaps|sure|that|see|could|might)(?: that)? ?$/;

/** Words of a check, in which other values come up. */
const checking = /\b(?:check|verify|verif\w+|confirm|make sure|test|re-?read|recall|note|notice|remember)\b/i;

/**
 * Tells whether a second thought takes back the answer: its last verdict is a denial, or it names another value without
 * checking anything.
 */
export function endsInDenial(passage: string, answer: string): boolean {
  const thought = passage.replaceAll("’", "'");
  const isCheck = checking.test(thought);
  let isDenied = false;
  for (const match of thought.matchAll(verdict)) {
    const { deny, confirm, value, bare, not } = match.groups ?? {};
    if (deny !== undefined)
      isDenied ||= !supposed.test(thought.slice(Math.max(0, match.index - 24), match.index).toLowerCase());
    else if (not !== undefined) isDenied ||= numbersOf(answer).includes(trimPoint(not));
    else if (confirm !== undefined) isDenied = false;
    else if (!isCheck || isDenied) isDenied = !numbersOf(answer).includes(trimPoint(value ?? bare ?? ""));
  }
  return isDenied;
}

function numbersOf(text: string): readonly string[] {
  return (text.slice(0, 200).match(/-?\d[\d.,/]*/g) ?? []).map(trimPoint);
}

function trimPoint(number: string): string {
  return number.replace(/[.,/]+$/, "");
}

/** How far behind the last answer a plain denial of it is looked for. */
const maxDistance = 1200;
/** Length of "scratch that", the shortest denial. */
const minDenial = 12;
/** A word that every plain denial holds. */
const denialWord = /mistake|error|wrong|rrect|right|scratch|disregard/i;
const plainDenial =
  /\bi (?:have |'ve )?made an? (?:\w+ )?(?:mistake|error)\b|\b(?:my|the) (?:answer|result|value) (?:above |given above |in the box )?(?:is|was) (?:wrong|incorrect|not (?:right|correct))\b|\bscratch that\b|\bplease disregard\b/gi;

/** Tells whether the writer says, anywhere in the text behind the last answer, that it is wrong. */
export function isDeniedLater(text: string, at: number, end: number): boolean {
  if (end - at < minDenial) return false;
  const passage = text.slice(at, Math.min(end, at + maxDistance));
  if (!denialWord.test(passage)) return false;
  const rest = passage.replaceAll("’", "'");
  for (const match of rest.matchAll(plainDenial)) {
    const before = rest.slice(Math.max(0, match.index - 24), match.index).toLowerCase();
    if (!supposed.test(before)) return true;
  }
  return false;
}
