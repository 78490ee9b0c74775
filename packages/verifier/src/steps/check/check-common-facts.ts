import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import { type FactPattern, type FactText, findFacts, type Judgement } from "./find-facts.ts";

const polygons: Readonly<Record<string, number>> = {
  triangle: 3,
  quadrilateral: 4,
  pentagon: 5,
  hexagon: 6,
  heptagon: 7,
  octagon: 8,
  nonagon: 9,
  decagon: 10,
  dodecagon: 12,
};
/** Faces, edges and vertices. */
const solids: Readonly<Record<string, readonly [number, number, number]>> = {
  cube: [6, 12, 8],
  tetrahedron: [4, 6, 4],
  octahedron: [8, 12, 6],
  dodecahedron: [12, 30, 20],
  icosahedron: [20, 30, 12],
  "triangular prism": [5, 9, 6],
  "rectangular prism": [6, 12, 8],
  "pentagonal prism": [7, 15, 10],
  "hexagonal prism": [8, 18, 12],
  "octagonal prism": [10, 24, 16],
  "square pyramid": [5, 8, 5],
  "triangular pyramid": [4, 6, 4],
  "pentagonal pyramid": [6, 10, 6],
  "hexagonal pyramid": [7, 12, 7],
};
/** How many of a unit make up a larger one. Days, weeks and years may be those of work or school. */
const spans: Readonly<Record<string, number>> = {
  "seconds minute": 60,
  "minutes hour": 60,
  "inches foot": 12,
  "feet yard": 3,
  "centimeters meter": 100,
  "meters kilometer": 1000,
  "cents dollar": 100,
};

const count =
  "(?<count>\\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|thirty)";
const shape = `(?<shape>${[...Object.keys(polygons), ...Object.keys(solids)].join("|")})`;
const partNames = "(?<part>sides|angles|vertices|corners|edges|faces)";
const alike = "(?:(?:equal|congruent|identical|straight|triangular|square|flat|total|interior)\\s+){0,2}";

/** `a cube has 12 edges`, `a tetrahedron is a solid with four triangular faces` */
const has: FactPattern = {
  pattern: new RegExp(
    String.raw`\b(?<!\b(?:unless|if|not|irregular|truncated)\s+(?:a\s+|the\s+)?)(?:a|an|any|every|the|regular)\s+${shape}\s+(?:has|is\s+an?\s+(?:[a-z-]+\s+){1,4}with)\s+(?:exactly\s+|a\s+total\s+of\s+)?${count}\s+${alike}${partNames}\b(?!\s+(?:in\s+common|that|which|meeting|on|at|visible|touching|left|remaining|painted|with))`,
    "gi",
  ),
  mentions: ["sides", "angles", "vertices", "corners", "edges", "faces"],
};
/** `the number of sides in an octagon is 8` */
const numberOf: FactPattern = {
  pattern: new RegExp(
    String.raw`\bnumber\s+of\s+${partNames}\s+(?:in|of|on)\s+(?:a|an|any|the)\s+(?:regular\s+)?${shape}\s+(?:is|equals|=)\s+${count}(?!\s*[-+*/^\d.,]*\d)\b`,
    "gi",
  ),
  mentions: ["number of"],
};
/** `there are 60 minutes in an hour` */
const makeUp: FactPattern = {
  pattern: new RegExp(
    String.raw`\bthere\s+are\s+${count}\s+(?<unit>seconds|minutes|inches|feet|centimeters|meters|cents)\s+in\s+(?:a|an|one|each|every|1)\s+(?<whole>minute|hour|foot|yard|meter|kilometer|dollar)(?=\s*(?:[.,;:)\n]|$|so\b|and\b))`,
    "gi",
  ),
  mentions: ["there are"],
};

/** Checks what everybody can look up: sides of polygons, parts of solids, how units make up larger ones. */
export function checkCommonFacts(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  return [
    ...findFacts(step, has, ({ groups = {} }) => judgeShape(groups)),
    ...findFacts(step, numberOf, ({ groups = {} }) => judgeShape(groups)),
    ...findFacts(step, makeUp, ({ groups: { count: said = "", unit = "", whole = "" } = {} }) =>
      judgeCount(said, spans[`${unit.toLowerCase()} ${whole.toLowerCase()}`]),
    ),
  ];
}

function judgeShape(groups: Readonly<Record<string, string>>): Judgement {
  const { count: said = "", shape: name = "", part = "" } = groups;
  const [polygon, solid] = [polygons[name.toLowerCase()], solids[name.toLowerCase()]];
  const word = part.toLowerCase();
  if (solid !== undefined) {
    const at = ["faces", "edges", "vertices"].indexOf(word === "corners" ? "vertices" : word);
    return judgeCount(said, solid[at]);
  }
  return judgeCount(said, word === "faces" ? undefined : polygon);
}

const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
};

function judgeCount(said: string, known: number | undefined): Judgement {
  if (known === undefined) return "unknown";
  return (words[said.toLowerCase()] ?? Number(said)) === known ? "true" : { expected: String(known) };
}
