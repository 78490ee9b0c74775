import type { Draw } from "../draw.ts";

/** Notation of a text: LaTeX, plain ASCII, or plain with Unicode signs. */
export type Notation = "latex" | "plain" | "unicode";

/** A written piece, and how tightly it holds together: 1 a sum, 2 a product, 3 a power, 4 a closed piece. */
export interface Written {
  readonly text: string;
  readonly level: 1 | 2 | 3 | 4;
  /** A function argument without brackets at its end would swallow what follows. */
  readonly isOpen?: boolean;
}

const vulgar: Readonly<Record<string, string>> = {
  "1/2": "½",
  "1/3": "⅓",
  "2/3": "⅔",
  "1/4": "¼",
  "3/4": "¾",
  "1/5": "⅕",
  "1/8": "⅛",
};

/** Writes a fraction inside a formula in one of the ways people write it. */
export function writeRational(n: bigint, d: bigint, notation: Notation, draw: Draw): Written {
  const sign = n < 0n ? "-" : "";
  const size = n < 0n ? -n : n;
  const level = n < 0n ? 1 : 4;
  if (d === 1n) return { text: `${sign}${size}`, level };
  const decimal = decimalOf(size, d);
  if (decimal !== undefined && draw.chance(3)) return { text: `${sign}${decimal}`, level };
  if (notation === "latex") return { text: sign + writeFrac(size, d, draw), level };
  const char = vulgar[`${size}/${d}`];
  if (notation === "unicode" && char !== undefined && draw.chance(2)) return { text: sign + char, level };
  return { text: `${sign}${size}/${d}`, level: n < 0n ? 1 : 2 };
}

/** Writes `\frac` of two whole numbers, braced or, for one digit each, bare. */
export function writeFrac(top: bigint, bottom: bigint, draw: Draw): string {
  const name = draw.pick(["\\frac", "\\dfrac", "\\tfrac"]);
  const isShort = top < 10n && bottom < 10n;
  if (isShort && draw.chance(4)) return `${name}${draw.chance(2) ? " " : ""}${top}${bottom}`;
  if (isShort && draw.chance(6)) return `${name}{${top}}${bottom}`;
  return `${name}{${top}}{${bottom}}`;
}

/**
 * Writes a number that stands alone, in ways that only make sense there: thousands, mixed numbers, scientific
 * notation, repeating decimals. Gives undefined where the drawn way does not fit the number.
 */
export function writeLoneNumber(n: bigint, d: bigint, notation: Notation, draw: Draw): string | undefined {
  const sign = n < 0n ? "-" : "";
  const size = n < 0n ? -n : n;
  switch (draw.int(6)) {
    case 1:
      return d === 1n && size >= 10_000n ? sign + writeThousands(size, notation, draw) : undefined;
    case 2:
      return d > 1n && size > d ? sign + writeMixed(size / d, size % d, d, notation, draw) : undefined;
    case 3:
      return withSign(sign, writeScientific(size, d, notation, draw));
    case 4:
      return withSign(sign, writeRepeating(size, d, notation, draw));
    case 5: {
      const decimal = decimalOf(size, d);
      return decimal === undefined ? undefined : `${sign}${decimal}${d > 1n ? "0" : ".0"}`;
    }
    default:
      return undefined;
  }
}

function withSign(sign: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : sign + text;
}

/** The finite decimal of size/d; undefined where it has none or a long one. */
export function decimalOf(size: bigint, d: bigint): string | undefined {
  for (let places = 0; places <= 12; places++) {
    const scaled = size * 10n ** BigInt(places);
    if (scaled % d !== 0n) continue;
    const digits = (scaled / d).toString().padStart(places + 1, "0");
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  return undefined;
}

function writeThousands(size: bigint, notation: Notation, draw: Draw): string {
  const mark = draw.pick(notation === "latex" ? [",", "{,}", "\\,", ",\\!"] : [",", " "]);
  const digits = size.toString();
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(mark);
}

function writeMixed(whole: bigint, top: bigint, d: bigint, notation: Notation, draw: Draw): string {
  const char = vulgar[`${top}/${d}`];
  if (notation === "latex")
    return `${whole}${draw.pick(["", " ", "\\,"])}${draw.pick(["\\frac", "\\dfrac"])}{${top}}{${d}}`;
  return notation === "unicode" && char !== undefined ? `${whole}${char}` : `${whole} ${top}/${d}`;
}

function writeScientific(size: bigint, d: bigint, notation: Notation, draw: Draw): string | undefined {
  const decimal = decimalOf(size, d);
  if (decimal === undefined || size === 0n) return undefined;
  const digits = decimal.replace(".", "").replace(/^0+/, "");
  const point = decimal.indexOf(".") === -1 ? decimal.length : decimal.indexOf(".");
  const leading = decimal.replace(".", "").length - digits.length;
  const exponent = point - leading - 1;
  const mantissa = digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
  if (draw.chance(3)) return `${mantissa}${draw.pick(["e", "E"])}${exponent}`;
  if (notation === "latex") return `${mantissa} ${draw.pick(["\\times", "\\cdot"])} 10^{${exponent}}`;
  return `${mantissa} ${notation === "unicode" ? "×" : "*"} 10^${exponent < 0 ? `(${exponent})` : exponent}`;
}

/** A repeating decimal with a period of at most six digits that starts at the point. */
function writeRepeating(size: bigint, d: bigint, notation: Notation, draw: Draw): string | undefined {
  for (let length = 1; length <= 6; length++) {
    const nines = 10n ** BigInt(length) - 1n;
    if (d === 1n || nines % d !== 0n) continue;
    const period = (((size % d) * nines) / d).toString().padStart(length, "0");
    const head = `${size / d}.`;
    return notation === "latex" && !draw.chance(3) ? `${head}\\overline{${period}}` : `${head}(${period})`;
  }
  return undefined;
}
