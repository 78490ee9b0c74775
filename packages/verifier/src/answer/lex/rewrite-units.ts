import { moveCurrency } from "./currency-prefix.ts";
import { replaceHanUnit } from "./han-unit.ts";
import { spellNotations } from "./notation-words.ts";
import { isDigitCode } from "./read-number.ts";
import { replaceSiunitx } from "./siunitx.ts";
import { markUnitSigns } from "./unit-sign.ts";

/** Returns the answer with other notations of units, money and Han numbers in the LaTeX that the tokenizer reads. */
export function rewriteUnits(text: string): string {
  if (isDigitCode(text.charCodeAt(text.length - 1)) && isDigitCode(text.charCodeAt(0))) return text;
  if (isPlainFormula(text) || !hasNumber(text)) return text;
  return moveCurrency(spellNotations(markUnitSigns(replaceSiunitx(replaceHanUnit(text)))));
}

/** Tells whether a digit, or a sign of another script that may be a number, stands in the text. */
function hasNumber(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigitCode(code) || code > 127) return true;
  }
  return false;
}

/** Tells quickly that a text is a fraction, root or power of numbers and letters, which has no notation to rewrite. */
function isPlainFormula(text: string): boolean {
  if (!text.startsWith("\\frac{") && !text.startsWith("\\sqrt{") && !text.startsWith("\\dfrac{"))
    return false;
  for (let at = 6; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || code === 92 || code === 32) return false;
  }
  return true;
}
