/**
 * One event of a story. Slots in texts: {a} {b} {c} {e} are numbers of the beat, {name} {friend} {she} {She} {her}
 * {Her} the people, {things} what is counted.
 */
export interface Beat {
  /** Wordings, one of which is told. */
  readonly text: readonly string[];
  /** Lowest and highest value of each number. A number whose ends are equal may be told in words ("twice"). */
  readonly numbers: Readonly<Record<string, readonly [number, number]>>;
  /**
   * Calculations in order. Left of the sentence stands `operand operator operand`, where an operand is a number of the
   * beat, `x` (the count before the beat) or `s1`, `s2` (earlier results of the beat); {eq} in the sentence is where
   * the equation goes. The last result is the new count.
   */
  readonly steps: readonly (readonly [calculation: string, sentence: string])[];
  /** Questions about the result; only the last beat of a story may have them. */
  readonly question?: readonly string[];
}

/** A setting in which stories play. Events are in the order in which they can happen. */
export interface StoryWorld {
  readonly name: string;
  /** Things to count, in the plural. */
  readonly things: readonly string[];
  readonly openings: readonly Beat[];
  readonly events: readonly Beat[];
  readonly closings: readonly Beat[];
  /** Questions about the count when the story has no closing. */
  readonly questions: readonly string[];
  /** Sentences with a number {z} that has nothing to do with the question. */
  readonly distractors: readonly string[];
}

/** People of the stories with their pronouns. */
export const PEOPLE: readonly (readonly [name: string, she: string, her: string])[] = [
  ...["Maya", "Ana", "Leila", "Ruth", "Ines", "Priya", "Hanna", "Zoe", "Aiko", "Nora", "Greta", "Amara"].map(
    (name) => [name, "she", "her"] as const,
  ),
  ...["Omar", "Ben", "Tomas", "Kofi", "Luca", "Yusuf", "Emil", "Ravi", "Jonas", "Mateo", "Felix", "Chen"].map(
    (name) => [name, "he", "his"] as const,
  ),
];
