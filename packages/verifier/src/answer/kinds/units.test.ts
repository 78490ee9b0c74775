import fc from "fast-check";
import { expect, test } from "vitest";
import { kindProperties, natural } from "./kind-properties.test-support.ts";
import { isPaid, kindTable } from "./kind-table.test-support.ts";

kindTable("units", {
  equal: [
    ["8\\text{ hours and }15\\text{ minutes}", "8.25 hours"],
    ["8 hours and 15 minutes", "495 minutes"],
    ["5 feet and 3 inches", "63 inches"],
    ["1 hour, 30 minutes", "90 minutes"],
    ["72^\\circ F", "72 degrees Fahrenheit"],
    ["20 \\text{ m/s}", "20"],
    ["3.0\\times 10^8 \\text{ m/s}", "3\\times10^8"],
    ["9.8 m/s^2", "9.8"],
    ["9.8 \\text{ m/s}^2", "9.8\\text{ m/s^2}"],
    ["2 \\text{ N·m}", "2 \\text{ N m}"],
    ["5 \\text{ cm}", "5"],
    ["1 m", "100 \\text{ cm}"],
    ["5 \\text{ cm}", "0.05 m"],
    ["10\\text{ cm}^2", "10 square centimeters"],
    ["1 \\text{ m}^2", "10000 \\text{ cm}^2"],
    ["60 miles per hour", "60 mph"],
    ["60 km/h", "50/3 m/s"],
    ["36 \\mathrm{~km} / \\mathrm{h}", "10 \\text{ m/s}"],
    ["2 hours", "120 minutes"],
    ["864 \\mbox{ inches}^2", "6 ft^2"],
    ["1 L", "1000 mL"],
    ["5 apples", "5"],
    ["12 red apples", "12 apples"],
    ["9.8 \\mathrm{~m} / \\mathrm{s}^{2}", "9.8 m/s^2"],
    ["10 \\text{ square units}", "10"],
    ["3 \\text{ hours } 30 \\text{ minutes}", "3.5 hours"],
    ["5 \\text{ ft } 6 \\text{ in}", "66 \\text{ inches}"],
    ["20 \\text{ cm}^3", "20 \\text{ mL}"],
    ["1 \\text{ N}", "1 \\text{ kg m/s}^2"],
    ["5000 \\text{ J}", "5 \\text{ kJ}"],
    ["72\\,\\text{km}\\,\\text{h}^{-1}", "20 m/s"],
    ["10 \\text{ people}", "10"],
    ["6 \\text{ units}^2", "6 \\text{ square units}"],
    ["50 \\frac{km}{h}", "50 km/h"],
    ["20 \\frac{\\text{m}}{\\text{s}}", "72 km/h"],
    ["9.8 \\frac{\\text{m}}{\\text{s}^2}", "9.8 m/s^2"],
    ["50 \\frac{m}{s}", "50 \\text{ m/s}"],
    ["5 apples in total", "5 apples"],
    ["5 in total", "5"],
    ["5厘米", "50 mm"],
    ["$5$平方米", "5 \\text{ m}^2"],
    ["5个苹果", "5"],
    ["5개", "5"],
    ["5 ft 6 in", "5'6\""],
    ["5' 6''", "66 in"],
    ["12 apples", "12 red apples"],
    ["5 kg", "5 kg of rice"],
    ["20^\\circ\\text{C}", "293.15\\text{ K}"],
    ["1.5\\text{ kHz}", "1500\\text{ Hz}"],
    ["13.6\\text{ eV}", "0.0136\\text{ keV}"],
    ["1\\text{ byte}", "8\\text{ bits}"],
    ["1\\text{ atm}", "760\\text{ mmHg}"],
    ["0.5\\text{ M}", "0.5\\text{ mol/L}"],
    ["5 \\text{ pairs}", "5 \\text{ pairs}"],
    ["60", "5\\text{ dozen}"],
    ["32^\\circ\\text{F}", "0^\\circ\\text{C}"],
  ],
  different: [
    ["3 inches and 5 feet", "63 inches"],
    ["72^\\circ F", "72 degrees Celsius"],
    ["20 \\text{ m/s}", "20 \\text{ m}"],
    ["20 m/n", "20"],
    ["5 cm", "5 m"],
    ["5 kg", "5 cm"],
    ["\\frac32n+\\frac12m", "\\frac32n"],
    ["5m", "5"],
    ["5 apples", "5 oranges"],
    ["5 \\text{ cm}", "5 \\text{ cm}^2"],
    ["60 km/h", "60 m/s"],
    ["60 km/h", "60 km"],
    ["2 hours", "2 minutes"],
    ["1 m", "100"],
    ["10 \\text{ cm}^2", "10 \\text{ m}^2"],
    ["3 \\text{ hours}", "3 \\text{ days}"],
    ["1 \\text{ m}^2", "100 \\text{ cm}^2"],
    ["5 \\text{ ft } 6 \\text{ in}", "56 \\text{ in}"],
    ["20^\\circ\\text{C}", "20^\\circ\\text{F}"],
    ["5 kg", "5 lb"],
    ["50 \\frac{km}{h}", "50 \\frac{m}{h}"],
    ["50 \\frac{\\text{m}}{\\text{s}}", "50 \\frac{\\text{m}}{\\text{s}^2}"],
    ["5厘米", "5 m"],
    ["5倍", "5"],
    ["5个半", "5"],
    ["5万", "5"],
    ["5以上", "5"],
    ["5左右", "5"],
    ["5", "5'"],
    ["5 ft 6 in", "5'7\""],
    ["5 red balls", "5 blue balls"],
    ["5\\text{ m/s east}", "5\\text{ m/s west}"],
    ["20^\\circ\\text{C}", "20^\\circ\\text{F}"],
    ["5", "5\\text{ dozen}"],
    ["1.5\\text{ kHz}", "1.5\\text{ Hz}"],
    ["5\\text{ mA}", "5\\text{ A}"],
    ["1\\text{ MB}", "1\\text{ Mb}"],
  ],
});

/** So many of the one unit are so many of the other. */
const conversions: readonly (readonly [unit: string, other: string, top: number, bottom: number])[] = [
  ["km", "m", 1000, 1],
  ["feet", "inches", 12, 1],
  ["yards", "feet", 3, 1],
  ["kg", "grams", 1000, 1],
  ["hours", "minutes", 60, 1],
  ["days", "hours", 24, 1],
  ["weeks", "days", 7, 1],
  ["m^2", "cm^2", 10_000, 1],
  ["square feet", "square inches", 144, 1],
  ["liters", "mL", 1000, 1],
  ["m^3", "liters", 1000, 1],
  ["km/h", "m/s", 5, 18],
  ["inches", "cm", 254, 100],
];

kindProperties("units", {
  "a length in a smaller unit": natural.map((size) => ({
    gold: `${size} \\text{ m}`,
    same: `${100 * size} \\text{ cm}`,
    other: `${size} \\text{ cm}`,
  })),
  "the same quantity in another unit": fc
    .tuple(natural, fc.constantFrom(...conversions), fc.boolean())
    .map(([size, [unit, otherUnit, top, bottom], isText]) => {
      const write = (value: string, name: string) =>
        isText ? `${value} \\text{ ${name}}` : `${value} ${name}`;
      return {
        gold: write(`${size * bottom}`, unit),
        same: write(`${size * top}`, otherUnit),
        other: write(`${size * top + 1}`, otherUnit),
      };
    }),
  "a quantity in two units": fc
    .tuple(
      natural,
      fc.integer({ min: 1, max: 11 }),
      fc.constantFrom(["ft", "in", 12] as const, ["hours", "minutes", 60] as const),
    )
    .map(([large, small, [unit, part, count]]) => ({
      gold: `${large} \\text{ ${unit} } ${small} \\text{ ${part}}`,
      same: `${large * count + small} \\text{ ${part}}`,
      other: `${large * count + small + 1} \\text{ ${part}}`,
    })),
  "things that are counted": fc
    .tuple(natural, fc.constantFrom("apples", "people", "red balls", "ways"))
    .map(([n, things]) => ({ gold: `${n} ${things}`, same: `${n}`, other: `${n + 1} ${things}` })),
});

test("groups of a set size beside a bare number, and degrees of two scales, are neither right nor wrong", () => {
  expect([
    isPaid("5", "5\\text{ pairs}"),
    isPaid("5 couples", "5"),
    isPaid("20^\\circ\\text{C}", "20\\text{ K}"),
  ]).toEqual(["undecided", "undecided", "undecided"]);
});
