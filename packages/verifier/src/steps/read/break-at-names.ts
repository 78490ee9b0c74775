/** Longest name looked for before a sign, in characters. */
const maxName = 80;
/** Most signs of a step that are looked at. */
const maxSigns = 200;

/** `= 12 dollars - Number of hours = 5`, `= 12 Hours = 5`: items of a list that lost their line ends, no difference. */
const listed =
  /[=:]\s*\$?\d[\d.,]*%?(?: [a-z/]+){0,4} (?:-(?= [A-Z][a-z]+(?: [A-Za-z]+)+ ?[=:])|(?=[A-Z][a-z]+(?: [A-Za-z]+)* ?[=:]))/g;

/**
 * Starts a new line before a name that is given a value once more: `Total cost = 50 - 33 Total cost = 17` is two
 * statements that lost the line end between them. The text keeps its length, so that offsets stay.
 */
export function breakAtNames(text: string): string {
  const signs: number[] = [];
  for (let at = text.indexOf("="); at !== -1 && signs.length < maxSigns; at = text.indexOf("=", at + 1))
    signs.push(at);
  const breaks: number[] = [];
  for (let index = 1; index < signs.length; index++) {
    const name = sharedName(text, signs[index - 1] ?? 0, signs[index] ?? 0);
    const start = (signs[index] ?? 0) - name.length;
    if (name !== "" && text[start - 1] === " ") breaks.push(start - 1);
  }
  for (const match of text.matchAll(listed)) breaks.push(match.index + match[0].length - 1);
  if (breaks.length === 0) return text;
  const chars = text.split("");
  for (const at of breaks) chars[at] = "\n";
  return chars.join("");
}

/** The words before both signs, from a capital letter on: two words at least. Empty where there are none. */
function sharedName(text: string, first: number, second: number): string {
  let length = 0;
  while (length < maxName && first - length > 0 && text[first - length - 1] === text[second - length - 1]) {
    if (second - length - 1 <= first) return "";
    length++;
  }
  const shared = text.slice(second - length, second);
  const words = /(?:^|(?<=[\s.:]))[A-Z][a-z]+(?: [A-Za-z]+)+ ?$/.exec(shared);
  if (words !== null) return words[0];
  // "B = A + 12 B = 60 + 15", "4J = 35 - 3 4J = 32": the first stands behind an operand, so that nothing joins them.
  const symbol = /(?:^|(?<=\s))(?:\d{0,4}[A-Za-z]|\d{1,6}|[a-z]\(-?\d{1,4}\)) ?$/.exec(shared);
  if (symbol === null) return "";
  const isBehindOperand = /(?:[\d)}]|[^A-Za-z][A-Za-z]) $/.test(text.slice(0, second - symbol[0].length));
  // "x + R = 2R = ...": the letter before the first sign ends a sum or product, and names nothing.
  const isTerm = /[-+*/^×÷·}] *$/.test(
    text.slice(Math.max(0, first - symbol[0].length - 20), first - symbol[0].length),
  );
  return isBehindOperand && !isTerm ? symbol[0] : "";
}
