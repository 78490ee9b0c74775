import type { Frame, FrameRow } from "./frame.ts";
import { pairRows, pickNeighbour } from "./pair-rows.ts";

interface UnitWays {
  /** Spellings of the unit in LaTeX, the gold's first. */
  readonly same: readonly string[];
  /** Other units, of which the same number is another quantity. */
  readonly other: readonly string[];
}

const units: readonly UnitWays[] = [
  {
    same: ["\\text{ cm}", "~\\mathrm{cm}", "\\,\\text{cm}", " cm", "\\text{ centimeters}", "\\ \\mathrm{cm}"],
    other: ["\\text{ m}", "\\text{ mm}", "\\text{ cm}^2"],
  },
  {
    same: ["\\text{ kg}", "~\\mathrm{kg}", "\\,\\mathrm{kg}", " kg", "\\text{ kilograms}"],
    other: ["\\text{ g}", "\\,\\mathrm{lb}", "\\text{ mg}"],
  },
  {
    same: ["~\\mathrm{g}", "\\text{ g}", "\\,\\text{g}", "\\text{ grams}", "\\mathrm{~g}"],
    other: ["\\text{ kg}", "\\mathrm{~mg}"],
  },
  {
    same: [
      "\\text{ m/s}",
      "\\,\\mathrm{m/s}",
      "\\,\\mathrm{m\\,s^{-1}}",
      "~\\mathrm{m\\cdot s^{-1}}",
      "\\text{ m s}^{-1}",
      " m/s",
    ],
    other: ["\\text{ km/h}", "\\text{ m}", "\\,\\mathrm{m/s^2}"],
  },
  {
    same: [
      "\\,\\mathrm{m/s^2}",
      "\\text{ m/s}^2",
      "\\,\\mathrm{m\\,s^{-2}}",
      "\\,\\mathrm{m\\cdot s^{-2}}",
      "\\text{ m/s}²",
    ],
    other: ["\\text{ m/s}", "\\,\\mathrm{cm/s^2}"],
  },
  {
    same: ["\\,\\mathrm{N\\cdot m}", "\\text{ N m}", "\\,\\mathrm{N\\,m}", "\\text{ N·m}"],
    other: ["\\text{ N}", "\\,\\mathrm{kN\\cdot m}"],
  },
  {
    same: ["\\,\\Omega", "\\ \\Omega", "\\text{ ohms}", "\\text{ Ω}"],
    other: ["\\,\\mathrm{k}\\Omega", "\\text{ V}"],
  },
  {
    same: ["\\text{ eV}", "\\,\\mathrm{eV}", "~\\mathrm{eV}", " eV"],
    other: ["\\text{ keV}", "\\text{ V}", "\\text{ J}"],
  },
  {
    same: ["\\text{ hours}", "\\text{ h}", "\\text{ hrs}", " hours", "\\,\\mathrm{h}"],
    other: ["\\text{ minutes}", "\\text{ days}"],
  },
  {
    same: ["\\text{ mol/L}", "\\,\\mathrm{mol\\,L^{-1}}", "\\text{ M}", "\\,\\mathrm{mol/L}"],
    other: ["\\text{ mol}", "\\text{ mmol/L}"],
  },
  {
    same: ["\\text{ cm}^2", "\\,\\mathrm{cm^2}", "~\\mathrm{cm}^{2}", " cm^2", "\\text{ square centimeters}"],
    other: ["\\text{ cm}", "\\text{ cm}^3", "\\text{ m}^2"],
  },
  { same: ["\\text{ atm}", "\\,\\mathrm{atm}", " atm"], other: ["\\text{ Pa}", "\\text{ bar}"] },
  { same: ["\\,\\mathrm{kHz}", "\\text{ kHz}", " kHz"], other: ["\\text{ Hz}", "\\text{ MHz}"] },
  {
    same: ["\\,^\\circ\\text{C}", "^{\\circ}\\mathrm{C}", "^\\circ C", "°C", "\\text{ °C}"],
    other: ["\\text{ K}", "^\\circ\\text{F}"],
  },
];

/** A number with a unit, in the spellings of units. */
export const unit: Frame = {
  name: "unit",
  about: "a number with a unit in other spellings; wrong: another unit or number",
  takes: ({ isNumber, text }) => isNumber && !/^-|frac|\/|^0/.test(text),
  make({ text }, draw) {
    const { same, other } = draw.pick(units);
    const [first = ""] = same;
    const gold = text + first;
    return [
      { gold, response: `\\boxed{${text}${draw.pick(same)}}`, isRight: true },
      { gold, response: `\\boxed{${text}${draw.pick(other)}}`, isRight: false },
      { gold, response: `\\boxed{${pickNeighbour(text, draw)}${draw.pick(same)}}`, isRight: false },
    ];
  },
};

/** Words in other dress, and backwards. */
export const word: Frame = {
  name: "word",
  about: "a word in \\text, \\mathrm or bare; wrong: backwards or with a letter more",
  takes: ({ isWord }) => isWord,
  make({ text }, draw): readonly FrameRow[] {
    const dress = (inner: string) =>
      draw.pick([inner, `\\text{${inner}}`, `\\mathrm{${inner}}`, `\\textbf{${inner}}`, `\\text{${inner}.}`]);
    const turned = [...text].reverse().join("");
    const gold = dress(text).replace(".}", "}");
    const isSame = turned.toLowerCase() === text.toLowerCase();
    return [
      { gold, response: `\\boxed{${dress(text)}}`, isRight: true },
      ...(isSame ? [] : [{ gold, response: `\\boxed{${dress(turned)}}`, isRight: false }]),
      { gold, response: `\\boxed{${dress(`${text}s${text[0]}`)}}`, isRight: false },
    ];
  },
};

/** Products written without the spaces that the gold has. */
export const glued: Frame = {
  name: "glued",
  about: "golds with spaced products, the spaces taken out",
  takes: ({ text, isWord }) =>
    !isWord &&
    glue(text) !== text &&
    !/(?<![a-z])d ?[a-z]\b|\\(sin|cos|tan|ln|log|sec|csc|cot|text)/.test(text),
  make: (gold, draw) => pairRows(gold, draw, (answer) => `\\boxed{${glue(answer)}}`),
};

/** Takes out every space between two factors, apart from those that end a command. */
function glue(text: string): string {
  return text.replace(/(?<!\\[A-Za-z]+)(?<=[\w})]) +(?=[a-zA-Z(\\])(?![a-z]{2})/g, "");
}
