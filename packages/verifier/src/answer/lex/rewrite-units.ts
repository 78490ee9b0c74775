import { moveCurrency } from "./currency-prefix.ts";
import { replaceHanUnit } from "./han-unit.ts";
import { spellNotations } from "./notation-words.ts";
import { isDigitCode } from "./read-number.ts";
import { replaceSiunitx } from "./siunitx.ts";
import { markUnitSigns } from "./unit-sign.ts";

/** Returns the answer with other notations of units, money and Han numbers in the LaTeX that the tokenizer reads. */
export function rewriteUnits(text: string): string {
  if (isDigitCode(text.charCodeAt(text.length - 1)) && isDigitCode(text.charCodeAt(0))) return text;
  if (isPlainFormula(text)) return text;
  let hasNumber = false;
  let hasSign = false;
  let hasCommand = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigitCode(code)) hasNumber = true;
    // A sign of another script may be a number or a unit.
    else if (code > 127) {
      hasNumber = true;
      hasSign = true;
    } else if (code === 92) {
      const next = text.charCodeAt(at + 1);
      if (next === 109 || next === 79) hasSign = true;
      else if ("Ssquna".includes(String.fromCharCode(next))) hasCommand = true;
    }
  }
  if (!hasNumber) return text;
  const plain = hasCommand ? replaceSiunitx(replaceHanUnit(text)) : replaceHanUnit(text);
  return moveCurrency(spellNotations(markUnitSigns(plain, hasSign || plain !== text)));
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
