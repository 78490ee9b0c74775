/** Longest text that is looked at. */
const maxText = 120;

/** A subject with a verb that only says what the answer is: `It will be`, `The triangle is`, `This must be`. */
const frame =
  /^(?:(?:so|thus|hence|therefore),? )?(?:it|this|that|they|(?:the|this|that|our|its) (?:\w+ ){0,4}?\w+) (?:is|are|was|were|will be|must be|should be|has to be)(?: (?:called|known as|simply|always|indeed|therefore|thus|said to be))? /i;
/** A subject whose verb is the answer. */
const verbFrame =
  /^(?:it|this|(?:the|this) (?:\w+ ){0,3}?\w+) (?=(?:converges|diverges|increases|decreases|oscillates|exists|does not exist|converge|diverge)$)/i;
const hasFrame = /^(?:it|this|(?:the|this) (?:\w+ ){0,4}?\w+) (?:has|have) (?=no |infinitely many)/i;
const winner = /^(\p{L}+)(?: (?:wins|won|is the winner))$/u;
const article = /^(?:an?|the) /i;
const place =
  /^(?:on|in|at) (?=\p{Lu}|(?:a |the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight)/u;
const title = /^(?:player|mr\.?|mrs\.?|ms\.?|miss|dr\.?|person) (?=\p{L})/iu;
const classNoun = /(?<=^\w+) (?:function|number|integer|series|sequence)$/;
/** What denies, hedges or adds something. */
const doubt =
  /[,;:?]|\b(?:or|not|nor|neither|either|maybe|perhaps|possibly|probably|but|and|than|except|if|unless)\b/i;

const twins: ReadonlyMap<string, string> = new Map([
  ["divergent", "diverges"],
  ["diverge", "diverges"],
  ["convergent", "converges"],
  ["converge", "converges"],
  ["none", "no solution"],
  ["no solutions exist", "no solution"],
]);

/**
 * Returns what a short statement says, without its subject, article, preposition or title: `It will be a Tuesday` says
 * Tuesday, `The triangle is isosceles` isosceles, `Player Alice` Alice. A text that denies, hedges or adds stays as it is.
 */
export function coreOfText(text: string): string {
  if (text.length > maxText) return text;
  const statement = text.replace(hasFrame, "").replace(verbFrame, "");
  const subject = text.slice(0, text.length - statement.length);
  if (subject !== "" && !doubt.test(subject)) return twins.get(statement.toLowerCase()) ?? statement;
  const said = text.replace(frame, "");
  if (doubt.test(said)) return text;
  const core = said
    .replace(winner, "$1")
    .replace(place, "")
    .replace(article, "")
    .replace(title, "")
    .replace(classNoun, "");
  return twins.get(core.toLowerCase()) ?? core;
}

/** Tells whether two words differ by the ending of the plural. */
export function areSameNoun(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long === `${short}s` && /^[a-z]+$/.test(short);
}
