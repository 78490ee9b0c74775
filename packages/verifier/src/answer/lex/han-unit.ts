import { readHanNumber } from "./han-number.ts";

/** Units and counters of Chinese, Japanese and Korean after a number, longer ones first where one starts another. */
const units: ReadonlyMap<string, string> = new Map(
  (
    [
      ["平方厘米", "\\text{ cm}^2"],
      ["平方千米", "\\text{ km}^2"],
      ["平方公里", "\\text{ km}^2"],
      ["平方米", "\\text{ m}^2"],
      ["立方厘米", "\\text{ cm}^3"],
      ["立方米", "\\text{ m}^3"],
      ["厘米", "\\text{ cm}"],
      ["毫米", "\\text{ mm}"],
      ["分米", "\\text{ dm}"],
      ["千米", "\\text{ km}"],
      ["公里", "\\text{ km}"],
      ["米", "\\text{ m}"],
      ["千克", "\\text{ kg}"],
      ["公斤", "\\text{ kg}"],
      ["毫克", "\\text{ mg}"],
      ["克", "\\text{ g}"],
      ["吨", "\\text{ tonne}"],
      ["毫升", "\\text{ mL}"],
      ["升", "\\text{ L}"],
      ["小时", "\\text{ hours}"],
      ["分钟", "\\text{ minutes}"],
      ["秒", "\\text{ s}"],
      ["天", "\\text{ days}"],
      ["美元", "\\text{ dollars}"],
      ["円", "\\text{ yen}"],
      ["度", "^\\circ"],
    ] as const
  ).map(([name, latex]) => [name, latex]),
);

/** Words that only say what kind of thing is counted; a noun may follow. */
const counters =
  "个個只隻本人名位张張条條件辆輛台棵朵支枝块塊元岁歲次种種双雙套箱瓶杯头頭匹座层層道題题组組间間家把根粒颗顆場场步点點枚冊개명원권마리";

/** Characters with which the rest of the text changes the number: halves, parts, multiples, bounds, doubt, denial. */
const changes =
  "半分倍折成以上下左右约約多少余餘几幾或和与與不非无無没沒内外数數第十百千万萬亿億一二两兩三四五六七八九零";

/** Words behind a number that multiply it, with the power of ten. */
const scales: ReadonlyMap<string, number> = new Map([
  ["百万", 6],
  ["千万", 7],
  ["十亿", 9],
  ["百亿", 10],
  ["千亿", 11],
  ["万亿", 12],
  ["百", 2],
  ["千", 3],
  ["万", 4],
  ["萬", 4],
  ["亿", 8],
  ["億", 8],
]);

/** Longest unit with the noun behind it. */
const maxUnit = 6;
/** Longest text in Han alone that may be a number and its unit. */
const maxHanNumber = 16;

/**
 * Returns the answer with a number, unit or counter in Han or Hangul in LaTeX, or without the counter: 5厘米 is
 * `5\text{ cm}`, 5个苹果 and 五个 are 5, 125万 is `125\cdot10^{4}`. Any other text is returned as it is.
 */
export function replaceHanUnit(text: string): string {
  if (!isEastAsian(text.charCodeAt(text.length - 1))) return text;
  let from = text.length;
  while (from > 0 && isEastAsian(text.charCodeAt(from - 1))) from--;
  if (from === 0) return replaceHanNumber(text);
  const unit = text.slice(from);
  const number = text.slice(0, from).trimEnd();
  if (!/[\d})$]$/.test(number)) return text;
  return scaleBy(number, unit) ?? withUnit(number, unit) ?? text;
}

function replaceHanNumber(text: string): string {
  const number = text.length > maxHanNumber ? undefined : readHanNumber(text);
  if (number === undefined) return text;
  const digits = String(number.value);
  return number.length === text.length ? digits : (withUnit(digits, text.slice(number.length)) ?? text);
}

function scaleBy(number: string, unit: string): string | undefined {
  for (const length of [2, 1]) {
    const power = scales.get(unit.slice(0, length));
    if (power === undefined) continue;
    const scaled = insertUnit(number, `\\cdot10^{${power}}`);
    return unit.length === length ? scaled : withUnit(scaled, unit.slice(length));
  }
  return undefined;
}

/** The number with its unit or without its counter; undefined where neither is known. */
function withUnit(number: string, unit: string): string | undefined {
  if (unit.length > maxUnit) return undefined;
  const latex = units.get(unit);
  if (latex !== undefined) return insertUnit(number, latex);
  const isCounted = counters.includes(unit.charAt(0)) && ![...unit].some((char) => changes.includes(char));
  return isCounted ? number : undefined;
}

/** The unit goes inside of the dollars of `$5$厘米`. */
function insertUnit(number: string, latex: string): string {
  return number.endsWith("$") ? `${number.slice(0, -1)}${latex}$` : `${number}${latex}`;
}

/** Han ideographs and Hangul syllables. */
function isEastAsian(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);
}
