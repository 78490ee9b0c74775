import type { Fuel } from "../../answer/fuel.ts";
import type { StepLimits } from "../limits.ts";
import { type Chain, findChains } from "./find-chains.ts";
import type { Lexeme } from "./lexeme.ts";
import { rewriteWords } from "./rewrite-words.ts";
import { readSide, type Side } from "./side.ts";
import { splitZones } from "./split-zones.ts";

/** A chain of a step with its sides read. */
export interface Statement {
  readonly sides: readonly (Side | undefined)[];
  /** The lexemes of each side, `undefined` where it cannot be told from the words around it. */
  readonly written: readonly (readonly Lexeme[] | undefined)[];
  readonly signs: readonly string[];
  /** Words before the first sign that name what is computed; empty where there are none. */
  readonly label: string;
  /** Offsets in the step of the first and the last side that was read (UTF-16). */
  readonly start: number;
  readonly end: number;
}

/** What is written in a step with relation signs. */
export interface Statements {
  /** Those with a side that can be read, in order of position. */
  readonly statements: readonly Statement[];
  /** All, as written. */
  readonly chains: readonly Chain[];
}

/** Reads the statements of a step. */
export function readStatements(lexemes: readonly Lexeme[], limits: StepLimits, fuel: Fuel): Statements {
  const statements: Statement[] = [];
  const chains: Chain[] = [];
  for (const zone of splitZones(rewriteWords(lexemes))) {
    fuel.spend(zone.length);
    for (const chain of findChains(zone)) {
      chains.push(chain);
      const { sides: written, signs, label } = chain;
      const sides = written.map((side) =>
        side === undefined ? undefined : readSide(side, limits.expression, fuel),
      );
      if (sides[0] !== undefined && isWhole(written[0], chain.parts[0], zone))
        sides[0] = { ...sides[0], isWhole: true };
      const known = sides.filter((side) => side !== undefined);
      const [first, last] = [known[0], known.at(-1)];
      if (first === undefined || last === undefined) continue;
      statements.push({ sides, written, signs, label, start: first.start, end: last.end });
    }
  }
  return { statements: statements.sort((a, b) => a.start - b.start), chains };
}

/** Tells whether a side is all that stands between the start of a zone and the first sign. */
function isWhole(
  side: readonly Lexeme[] | undefined,
  part: readonly Lexeme[] | undefined,
  zone: readonly Lexeme[],
): boolean {
  return side !== undefined && side.length === part?.length && side[0] === zone[0];
}
