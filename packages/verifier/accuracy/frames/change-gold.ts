import type { Draw } from "../../fuzz/draw.ts";

/** Returns the gold with one digit, sign or exponent changed, which makes it another answer; undefined where nothing can be changed. */
export function changeGold(text: string, draw: Draw): string | undefined {
  const changes = [changeDigit, changeSign, changeExponent, changeLetter].flatMap((change) => {
    const changed = change(text, draw);
    return changed === undefined || changed === text ? [] : [changed];
  });
  return changes.length === 0 ? undefined : draw.pick(changes);
}

/** The last digit of one of the numbers goes up by one, or from 9 down to 8. */
function changeDigit(text: string, draw: Draw): string | undefined {
  // Digits of exponents, indices and roots of 1 or 0 change nothing at times.
  const numbers = [...text.matchAll(/(?<![\d_^.]|_\{|\^\{|\[)\d+(\.\d+)?(?![\d.])/g)];
  const match = numbers.length === 0 ? undefined : draw.pick(numbers);
  if (match === undefined) return undefined;
  const at = match.index + match[0].length - 1;
  const digit = Number(text[at]);
  return `${text.slice(0, at)}${digit === 9 ? 8 : digit + 1}${text.slice(at + 1)}`;
}

/** A minus before a number or fraction that does not have one. */
function changeSign(text: string): string | undefined {
  return /^(\d*[1-9]|\\[dt]?frac\{\d*[1-9])/.test(text) &&
    !/[=<>,|]|\\[lgn]e|\\in|\\pm|\\cup|\\infty/.test(text)
    ? `-${text}`
    : undefined;
}

function changeExponent(text: string): string | undefined {
  const match = /[a-zA-Z)]\^(?:\{(\d)\}|(\d))/.exec(text);
  const digit = match?.[1] ?? match?.[2];
  if (match === null || digit === undefined) return undefined;
  const at = match.index + match[0].indexOf(digit);
  return `${text.slice(0, at)}${Number(digit) + 1}${text.slice(at + 1)}`;
}

/** Another word. */
function changeLetter(text: string): string | undefined {
  return /^[A-Za-z]{3,}$/.test(text) ? `un${text.toLowerCase()}` : undefined;
}
