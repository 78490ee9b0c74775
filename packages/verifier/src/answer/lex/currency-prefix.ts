import { isDigitCode } from "./read-number.ts";

/** Signs and codes of money that stand before an amount, with the unit that each is. */
const units: ReadonlyMap<string, string> = new Map(
  (
    [
      ["Rs", "rupees"],
      ["Rs.", "rupees"],
      ["INR", "rupees"],
      ["₹", "rupees"],
      ["US$", "USD"],
      ["USD", "USD"],
      ["A$", "AUD"],
      ["AU$", "AUD"],
      ["AUD", "AUD"],
      ["C$", "CAD"],
      ["CA$", "CAD"],
      ["CAD", "CAD"],
      ["HK$", "HKD"],
      ["HKD", "HKD"],
      ["S$", "SGD"],
      ["NZ$", "NZD"],
      ["R$", "BRL"],
      ["EUR", "EUR"],
      ["GBP", "GBP"],
      ["CNY", "CNY"],
      ["RMB", "RMB"],
      ["JPY", "JPY"],
      ["CHF", "CHF"],
      ["₩", "won"],
      ["₽", "rubles"],
    ] as const
  ).map(([sign, unit]) => [sign.toLowerCase(), unit]),
);

const longest = 24;
const start =
  /^([-−]?)(?:\\(?:text|mathrm|textrm|rm)\{ ?)?([A-Za-z]{0,3}\.?(?:\\?\$|₹|₩|₽)?) ?\}?(?:[ ~]|\\[ ,;:])*(?=[\d.])/;
const amount =
  /^[\d.,'\s{}\\!]{1,40}(?:(?:\\text\{)? ?(?:thousand|lakhs?|crores?|million|billion|trillion) ?\}?)?$/i;

/**
 * Returns an amount of money with its sign or code behind it as a unit: `Rs. 930`, `US\$12.50` and `\text{INR }930` become
 * `930\text{ rupees}` and so on. Any other text is returned as it is.
 */
export function moveCurrency(text: string): string {
  if (text.length > 80 || !mayBeCurrency(text)) return text;
  const match = start.exec(text.slice(0, longest));
  if (match === null) return text;
  const unit = units.get((match[2] ?? "").replace("\\", "").toLowerCase());
  const rest = text.slice(match[0].length).replace(/\/-$/, "");
  return unit === undefined || !amount.test(rest) ? text : `${match[1]}${rest}\\text{ ${unit}}`;
}

/** Letters of codes, a sign, or the start of a `\text` or `\$`; none where a digit follows a minus sign. */
function mayBeCurrency(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code === 92) return "tmr$".includes(text.charAt(1));
  if (code === 45) return !isDigitCode(text.charCodeAt(1));
  return (code >= 65 && code <= 90) || code === 114 || code >= 0x20a0;
}
