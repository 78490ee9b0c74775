import type { Fuel } from "../answer/fuel.ts";
import { divRational, makeRational, mulRational, type Rational } from "../answer/value/rational.ts";
import { unwrapText } from "./plain-text.ts";

/** Largest power of ten, so that a short text cannot ask for a long number. */
const maxExponent = 2000;

const decimal =
  /^(?<sign>[+\-−])?(?<whole>\d{1,3}(?:,\d{3})+|\d*)(?:\.(?<places>\d*))?(?:[eE](?<exponent>[+-]?\d{1,5}))?$/u;
const slashed = /^([^/{}]+)\/([^/{}]+)$/u;
const latexFraction = /^([+\-−])?\\[dt]?frac\{([^{}]+)\}\{([^{}]+)\}$/u;

/**
 * A number as it is commonly written: `-1,234.5`, `2e-3`, `3/4`, `\frac{3}{4}`, `12.5%`, `$7`; undefined for anything
 * else, a unit or an expression included. A comma stands between groups of three digits.
 */
export function readNumberText(text: string, fuel: Fuel): Rational | undefined {
  fuel.spend(1 + text.length);
  const plain = unwrapText(text)
    .replaceAll(/\\[,!]/g, "")
    .replace(/^([+\-−])?(?:\\\$|[$€£])\s*/u, "$1");
  if (plain.endsWith("%")) {
    const share = readFraction(plain.slice(0, plain.endsWith("\\%") ? -2 : -1).trim(), fuel);
    return share && divRational(share, { n: 100n, d: 1n }, fuel);
  }
  return readFraction(plain, fuel);
}

function readFraction(text: string, fuel: Fuel): Rational | undefined {
  const latex = latexFraction.exec(text);
  const parts = latex === null ? slashed.exec(text)?.slice(1) : [`${latex[1] ?? ""}${latex[2]}`, latex[3]!];
  if (parts === undefined) return readDecimal(text, fuel);
  const above = readDecimal(parts[0]!.trim(), fuel);
  const below = readDecimal(parts[1]!.trim(), fuel);
  return above === undefined || below === undefined || below.n === 0n
    ? undefined
    : divRational(above, below, fuel);
}

function readDecimal(text: string, fuel: Fuel): Rational | undefined {
  const groups = decimal.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { sign, whole = "", places = "", exponent = "0" } = groups;
  const digits = `${whole.replaceAll(",", "")}${places}`;
  if (digits === "" || Math.abs(Number(exponent)) > maxExponent) return undefined;
  // Reading a decimal costs the square of its length.
  fuel.spend(1 + Math.ceil((digits.length * digits.length) / 256));
  const magnitude = BigInt(digits);
  const power = Number(exponent) - places.length;
  fuel.spend(1 + Math.abs(power));
  const scale = { n: 10n ** BigInt(Math.abs(power)), d: 1n };
  const signed = makeRational(sign === undefined || sign === "+" ? magnitude : -magnitude, 1n, fuel);
  return power < 0 ? divRational(signed, scale, fuel) : mulRational(signed, scale, fuel);
}
