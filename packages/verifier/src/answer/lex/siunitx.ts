const command = /\\(SI|si|qty|unit|num|ang)(?:\[[^\]]{0,60}\])?\{/g;
const macro = /\\([A-Za-z]+)(?:\{(-?\d)\})?/g;
/** Prefixes, which are written to the name behind them. */
const prefixes: ReadonlySet<string> = new Set(
  (
    "quecto ronto yocto zepto atto femto pico nano micro milli centi deci deca hecto kilo mega giga tera peta exa " +
    "zetta yotta ronna quetta kibi mebi gibi tebi"
  ).split(" "),
);
const names: ReadonlyMap<string, string> = new Map([
  ["degreeCelsius", "celsius"],
  ["celsius", "celsius"],
  ["degree", "°"],
  ["percent", "%"],
  ["kg", "kg"],
  ["litre", "litre"],
  ["ohm", "ohm"],
]);

/**
 * Returns the text with the commands of siunitx as numbers and units: `\SI{9.8}{m/s^2}` and
 * `\qty{9.8}{\metre\per\second\squared}` become `9.8\mathrm{m/s^2}` and so on.
 */
export function replaceSiunitx(text: string): string {
  if (!text.includes("\\") || !/\\(?:SI|si|qty|unit|num|ang)[[{]/.test(text)) return text;
  let out = "";
  let from = 0;
  for (const match of text.matchAll(command)) {
    if (match.index < from) continue;
    const first = argumentAt(text, match.index + match[0].length - 1);
    const isPair = match[1] === "SI" || match[1] === "qty";
    const second = isPair && first !== undefined ? argumentAt(text, first.end) : undefined;
    if (first === undefined || (isPair && second === undefined)) return text;
    out += text.slice(from, match.index) + render(match[1] ?? "", first.content, second?.content);
    from = (second ?? first).end;
  }
  return out + text.slice(from);
}

function render(name: string, first: string, second: string | undefined): string {
  if (second !== undefined) return `${numberOf(first)}${unitOf(second)}`;
  if (name === "num") return numberOf(first);
  return name === "ang" ? `${first}^\\circ` : unitOf(first);
}

/** `1.5e3` and `3 x 10^8`; uncertainties in brackets are left to the number reader. */
function numberOf(text: string): string {
  return text.trim();
}

function unitOf(text: string): string {
  const unit = text.includes("\\") ? spellOut(text) : text.trim();
  if (unit === "%") return "\\%";
  return unit === "°" ? "^\\circ" : `\\mathrm{${unit}}`;
}

/** `\kilo\gram\per\metre\cubed` as `kilogram·metre^{-3}`. */
function spellOut(text: string): string {
  const factors: { name: string; power: number }[] = [];
  let prefix = "";
  let sign = 1;
  let power = 1;
  for (const [, name = "", exponent] of text.matchAll(macro)) {
    const last = factors[factors.length - 1];
    if (name === "per") sign = -1;
    else if (name === "square") power = 2;
    else if (name === "cubic") power = 3;
    else if (prefixes.has(name)) prefix += name;
    else if ((name === "squared" || name === "cubed" || name === "tothe") && last !== undefined)
      last.power *= name === "squared" ? 2 : name === "cubed" ? 3 : Number(exponent ?? 1);
    else {
      factors.push({ name: prefix + (names.get(name) ?? name), power: sign * power });
      [prefix, sign, power] = ["", 1, 1];
    }
  }
  return factors.map((factor) => factor.name + (factor.power === 1 ? "" : `^{${factor.power}}`)).join("·");
}

/** The content of the braces that open at `pos`, spaces before them aside. */
function argumentAt(text: string, pos: number): { content: string; end: number } | undefined {
  let open = pos;
  while (text[open] === " ") open++;
  if (text[open] !== "{") return undefined;
  let depth = 1;
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at];
    if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return { content: text.slice(open + 1, at), end: at + 1 };
  }
  return undefined;
}
