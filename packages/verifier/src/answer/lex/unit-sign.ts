import { readUnitFormula } from "../value/unit-formula.ts";
import { isDigitCode } from "./read-number.ts";

const micro =
  /(?<=[\d})])((?:\\[ ,;:]|[ ~])*)(?:[µμ]([A-Za-z]{1,3})|\\mu ?\\(?:text|mathrm|rm)\{ ?([A-Za-z]{1,4}) ?\})$/;
const resistance =
  /(?<=[\d})])((?:\\[ ,;:]|[ ~])*)(?:\\(?:text|mathrm)\{ ?([kMmGμ]) ?\}|([kMmGμ]))?(?:\\Omega|Ω|\\(?:text|mathrm)\{ ?(?:\\Omega|Ω) ?\})$/;
const bracketed = /(?<=[\d}])((?:\\[ ,;:]|[ ~])*)\(((?:\\(?:text|mathrm)\{)[^()]{1,40})\)$/;
const square = /(?<=\d ?)(?:sq|cu)\.? ?(?:m|cm|km|mm|ft|in|mi|yd)$/;
const duration = /^(\d{1,4}) ?h(?: ?(\d{1,4}) ?(?:m|min))?(?: ?(\d{1,4}(?:\.\d{1,4})?) ?s)?$/;

/** Longest text that is a number with such a unit. */
const maxChars = 80;

/**
 * Returns the text with units that are signs or bare letters set as text: `5 μm`, `12 k\Omega`, `1 h 20 min`. Other texts
 * are returned as they are. `hasSign`: a sign of another script, `\mu` or `\Omega` may stand in the text.
 */
export function markUnitSigns(text: string, hasSign: boolean): string {
  if (text.length > maxChars) return text;
  const last = text.charCodeAt(text.length - 1);
  if (isDigitCode(text.charCodeAt(0)) && text.includes("h") && duration.test(text))
    return text.replace(duration, spellDuration);
  if (last === 41 && /[\d}]/.test(text)) return text.replace(bracketed, unwrapUnit);
  if (text.includes(" ") && /(?:sq|cu)\.? /.test(text)) return text.replace(square, "\\text{ $&}");
  if (!hasSign) return text;
  if (text.includes("\\mu") || text.includes("µ") || text.includes("μ"))
    return text.replace(micro, (whole, space: string, bare?: string, set?: string) => {
      const name = `μ${bare ?? set}`;
      return readUnitFormula(name) === undefined ? whole : `${space}\\text{${name}}`;
    });
  if (!text.includes("Omega") && !text.includes("Ω")) return text;
  return text.replace(
    resistance,
    (_, space: string, set = "", bare = "") => `${space}\\text{${set}${bare}Ω}`,
  );
}

/** `9.8\ (\text{m/s}^2)`. */
function unwrapUnit(whole: string, space: string, unit: string): string {
  const bare = unit.replace(/\\(?:text|mathrm)\{([^{}]*)\}/g, "$1");
  return readUnitFormula(bare) === undefined ? whole : `${space}\\mathrm{${bare}}`;
}

/** `5 h` alone may be a variable. */
function spellDuration(whole: string, hours: string, minutes?: string, seconds?: string): string {
  if (minutes === undefined && seconds === undefined) return whole;
  const parts = [`${hours}\\text{ h}`];
  if (minutes !== undefined) parts.push(`${minutes}\\text{ min}`);
  if (seconds !== undefined) parts.push(`${seconds}\\text{ s}`);
  return parts.join(" ");
}
