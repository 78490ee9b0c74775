/** How much a text works out. */
export interface Work {
  /** Signs of calculation: operators, equalities, fractions, roots. */
  readonly steps: number;
  readonly words: number;
  readonly chars: number;
}

const signs = new Set("=+*×÷≈<>^·−→/".split(""));

const commands = ["times", "cdot", "frac", "dfrac", "sqrt", "div", "implies", "Rightarrow", "sum", "equiv"];

/** `<answer>`, `</think>`: its signs calculate nothing. */
const tag = /<\/?[A-Za-z_]{1,20}>/y;

/** Counts signs of calculation and words, but for those of tags; a letter of a script without spaces is half a word. Linear. */
export function measureWork(text: string): Work {
  let [steps, words] = [0, 0];
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x3040) words += 0.5;
    const isSpace = code <= 32;
    if (!isSpace && !isInWord) words++;
    isInWord = !isSpace;
    if (code === 92) {
      if (commands.some((name) => text.startsWith(name, index + 1))) steps++;
    } else if (code === 60 && isTagAt(text, index)) index = tag.lastIndex - 1;
    else if (signs.has(text[index]!)) steps++;
  }
  return { steps, words, chars: text.length };
}

function isTagAt(text: string, index: number): boolean {
  tag.lastIndex = index;
  return tag.test(text);
}

/** Numbers written in digits. */
export function countNumbers(text: string): number {
  let count = 0;
  let isInNumber = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isDigit = code >= 48 && code <= 57;
    if (isDigit && !isInNumber) count++;
    isInNumber = isDigit || (isInNumber && (code === 44 || code === 46));
  }
  return count;
}
