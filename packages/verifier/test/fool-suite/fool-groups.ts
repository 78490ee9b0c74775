import { extractionAttacks } from "./extraction-attacks.ts";
import { textAttacks } from "./text-attacks.ts";
import { valueAttacks } from "./value-attacks.ts";

/** Responses of one kind of attack. None may be paid. */
export interface FoolGroup {
  readonly attack: string;
  /** Gold answer and response. */
  readonly cases: readonly (readonly [gold: string, response: string])[];
}

/** Every group of the suite. */
export const foolGroups: readonly FoolGroup[] = [...extractionAttacks, ...textAttacks, ...valueAttacks];
