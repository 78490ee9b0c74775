import type { Draw } from "../draw.ts";

const names: readonly string[] =
  "Amy Bob Tom Sam Leo Kim Joe Ann Max Eva Ida Ben Dan Jim Liz Ray Mia Ali Alice Brian Carla Evelyn Marco Nadia".split(
    " ",
  );
const nouns: readonly string[] =
  "dog cat tea odd even red blue sum ant owl pig yes rat net ten bat star door parabola ellipse circle square isosceles Tuesday Friday May July".split(
    " ",
  );
const formulas: readonly Formula[] = [
  {
    plain: "H2O",
    parts: [
      ["H", 2],
      ["O", 1],
    ],
  },
  {
    plain: "CO2",
    parts: [
      ["C", 1],
      ["O", 2],
    ],
  },
  {
    plain: "NaCl",
    parts: [
      ["Na", 1],
      ["Cl", 1],
    ],
  },
  { plain: "Fe", parts: [["Fe", 1]] },
  { plain: "Cu", parts: [["Cu", 1]] },
  {
    plain: "NH3",
    parts: [
      ["N", 1],
      ["H", 3],
    ],
  },
  {
    plain: "HCl",
    parts: [
      ["H", 1],
      ["Cl", 1],
    ],
  },
  {
    plain: "Fe2O3",
    parts: [
      ["Fe", 2],
      ["O", 3],
    ],
  },
  {
    plain: "C6H12O6",
    parts: [
      ["C", 6],
      ["H", 12],
      ["O", 6],
    ],
  },
  {
    plain: "KMnO4",
    parts: [
      ["K", 1],
      ["Mn", 1],
      ["O", 4],
    ],
  },
];
const units: readonly Unit[] = [
  { symbol: "kg", name: "kilograms", other: "g" },
  { symbol: "cm", name: "centimeters", other: "m" },
  { symbol: "km", name: "kilometers", other: "cm" },
  { symbol: "g", name: "grams", other: "kg" },
  { symbol: "s", name: "seconds", other: "h" },
  { symbol: "m", name: "meters", other: "km" },
  { symbol: "kPa", name: "kilopascals", other: "Pa" },
  { symbol: "mL", name: "milliliters", other: "L" },
  { symbol: "kHz", name: "kilohertz", other: "Hz" },
  { symbol: "V", name: "volts", other: "A" },
  { symbol: "kJ", name: "kilojoules", other: "J" },
  { symbol: "eV", name: "electronvolts", other: "V" },
];

interface Formula {
  readonly plain: string;
  readonly parts: readonly (readonly [element: string, count: number])[];
}

interface Unit {
  readonly symbol: string;
  readonly name: string;
  /** Another unit: the same number of it is another quantity. */
  readonly other: string;
}

/** Two spellings of one thing, or of two things. */
export interface WordPair {
  readonly rule: string;
  readonly gold: string;
  readonly answer: string;
  readonly isSame: boolean;
}

/** Draws a pair of spellings of a word, a quantity or a chemical formula with known truth. */
export function drawWordPair(draw: Draw): WordPair {
  return draw.pick([drawWord, drawWord, drawQuantity, drawFormula])(draw);
}

function drawWord(draw: Draw): WordPair {
  const list = draw.pick([names, nouns]);
  const word = draw.pick(list);
  const gold = writeWord(word, draw);
  switch (draw.int(4)) {
    case 2: {
      const turned = reverse(word, draw);
      // Bob backwards is Bob.
      if (same(word, turned)) return { rule: "a word", gold, answer: writeWord(word, draw), isSame: true };
      return { rule: "a word backwards", gold, answer: writeWord(turned, draw), isSame: false };
    }
    case 3: {
      const other = draw.pick(list);
      const isSame = same(word, other);
      return { rule: isSame ? "a word" : "another word", gold, answer: writeWord(other, draw), isSame };
    }
    default:
      return { rule: "a word", gold, answer: writeWord(word, draw), isSame: true };
  }
}

function reverse(word: string, draw: Draw): string {
  const turned = [...word].reverse().join("");
  return draw.chance(2) ? turned.charAt(0).toUpperCase() + turned.slice(1).toLowerCase() : turned;
}

function same(first: string, second: string): boolean {
  return first.toLowerCase() === second.toLowerCase();
}

function writeWord(word: string, draw: Draw): string {
  return draw.pick([
    word,
    `\\text{${word}}`,
    `\\mathrm{${word}}`,
    `\\textbf{${word}}`,
    `\\text{ ${word}}`,
    `\\text{${word}.}`,
    `\\mathbf{${word}}`,
    `\\operatorname{${word}}`,
  ]);
}

function drawQuantity(draw: Draw): WordPair {
  const unit = draw.pick(units);
  const number = draw.pick([String(draw.between(2, 99)), `${draw.between(1, 9)}.5`]);
  const gold = writeQuantity(number, unit.symbol, draw);
  switch (draw.int(4)) {
    case 2:
      return { rule: "another unit", gold, answer: writeQuantity(number, unit.other, draw), isSame: false };
    case 3:
      return {
        rule: "another number",
        gold,
        answer: writeQuantity(`1${number}`, unit.symbol, draw),
        isSame: false,
      };
    default: {
      const answer = draw.chance(4)
        ? writeNamed(number, unit.name, draw)
        : writeQuantity(number, unit.symbol, draw);
      return { rule: "a quantity", gold, answer, isSame: true };
    }
  }
}

function writeNamed(number: string, name: string, draw: Draw): string {
  return draw.pick([`${number} ${name}`, `${number}\\text{ ${name}}`, `${number}\\ \\text{${name}}`]);
}

/** A unit of one letter is never written bare: it could be a variable. */
function writeQuantity(number: string, unit: string, draw: Draw): string {
  const bare = unit.length > 1 ? [`${number} ${unit}`, `${number}${unit}`] : [];
  return draw.pick([
    `${number}\\text{ ${unit}}`,
    `${number}\\,\\text{${unit}}`,
    `${number}\\,\\mathrm{${unit}}`,
    `${number}~\\mathrm{${unit}}`,
    `${number}\\mathrm{${unit}}`,
    `${number} \\; \\mathrm{~${unit}}`,
    `${number}\\ \\mathrm{${unit}}`,
    `\\text{${number} ${unit}}`,
    ...bare,
  ]);
}

function drawFormula(draw: Draw): WordPair {
  const formula = draw.pick(formulas);
  const gold = writeFormula(formula, draw);
  if (draw.int(3) < 2) return { rule: "a formula", gold, answer: writeFormula(formula, draw), isSame: true };
  const at = draw.int(formula.parts.length);
  const parts = formula.parts.map(
    ([element, count], index) => [element, index === at ? count + 1 : count] as const,
  );
  const other = {
    plain: parts.map(([element, count]) => (count === 1 ? element : element + count)).join(""),
    parts,
  };
  return { rule: "another formula", gold, answer: writeFormula(other, draw), isSame: false };
}

function writeFormula({ plain, parts }: Formula, draw: Draw): string {
  const indexed = (write: (element: string) => string) =>
    parts
      .map(
        ([element, count]) =>
          write(element) +
          (count === 1 ? "" : count > 9 ? `_{${count}}` : draw.pick([`_${count}`, `_{${count}}`])),
      )
      .join("");
  return draw.pick([
    `\\mathrm{${indexed((element) => element)}}`,
    indexed((element) => `\\text{${element}}`),
    indexed((element) => `\\mathrm{${element}}`),
    indexed((element) => element),
    `\\ce{${plain}}`,
    `\\text{${plain}}`,
    plain,
  ]);
}
