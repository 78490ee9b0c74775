import { subscriptChars, superscriptChars } from "./unicode-table.ts";

const wrappers = /\\(?:ce|text|mathrm|rm|textrm|mathbf|mathsf|operatorname)(?![A-Za-z])/g;
const spacing = /\\(?:[,;:!> ]|(?:left|right|quad|qquad|displaystyle)(?![A-Za-z]))|[$~]/g;
const signs: readonly (readonly [RegExp, string])[] = [
  [/\\(?:cdot|bullet|times|ast)(?![A-Za-z])|[•∙⋅*]/g, "·"],
  [/\\(?:longrightarrow|rightarrow|to)(?![A-Za-z])|-+>/g, "→"],
  [/\\(?:rightleftharpoons|leftrightarrow|leftrightharpoons)(?![A-Za-z])|<=+>|⇄|↔/g, "⇌"],
];

/**
 * Returns a formula of chemistry without the commands that only set its type: `\text{C}_6\mathrm{H}_{12}` and
 * `\ce{C6H12}` become `C_6H_{12}` and `C6H12`. Undefined where another command remains.
 */
export function flattenFormula(text: string): string | undefined {
  let flat = text.replace(wrappers, "").replace(spacing, " ");
  for (const [pattern, sign] of signs) flat = flat.replace(pattern, sign);
  return flat.includes("\\") ? undefined : dropBraces(spellScripts(flat)).trim();
}

/** Characters set high or low become `^{…}` and `_{…}`. */
function spellScripts(text: string): string {
  return text
    .replace(
      /[⁰¹²³⁴-⁹⁺⁻]+/g,
      (run) => `^{${[...run].map((char) => superscriptChars.get(char) ?? char).join("")}}`,
    )
    .replace(/[₀-₉]+/g, (run) => `_{${[...run].map((char) => subscriptChars.get(char) ?? char).join("")}}`);
}

/** Keeps the braces behind ^ and _ only. */
function dropBraces(text: string): string {
  let out = "";
  const open: boolean[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "{") {
      const isScript = /[\^_] *$/.test(out.slice(-3));
      open.push(isScript);
      if (isScript) out += char;
    } else if (char !== "}") out += char;
    else if (open.pop() === true) out += char;
  }
  return out;
}
