import { splitPieces } from "../../tokenizer/piece-pattern.ts";
import { type Beat, PEOPLE, type StoryWorld } from "./story-world.ts";
import { STORY_WORLDS } from "./worlds.ts";

// Stands for a filled slot; the pieces that contain it are dropped.
const SLOT_MARK = "\u0001";

/** Every piece that a prompt or trace can consist of, in a fixed order. */
export function collectWordPieces(): string[] {
  const digits = [..."0123456789"];
  const signs = ["+", "-", "*", "/", "="].map((sign) => ` ${sign}`);
  const people = PEOPLE.flatMap(([name, ...pronouns]) => [
    name,
    ...pronouns.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]),
  ]);
  const things = STORY_WORLDS.flatMap((world) => world.things);
  const texts = STORY_WORLDS.flatMap(listTexts).map((text) => text.replace(/\{[A-Za-z]+\}/g, SLOT_MARK));
  // A text may stand at the start or after a space.
  const inBoth = [...digits, ...people, ...things, ...texts].flatMap((text) => [text, ` ${text}`]);
  const pieces = ["\n", "####", ...signs, ...inBoth].flatMap(splitPieces);
  return [...new Set(pieces)].filter((piece) => !piece.includes(SLOT_MARK));
}

function listTexts(world: StoryWorld): string[] {
  const beats: readonly Beat[] = [...world.openings, ...world.events, ...world.closings];
  return [
    ...beats.flatMap((beat) => [
      ...beat.text,
      ...beat.steps.map(([, sentence]) => sentence),
      ...(beat.question ?? []),
    ]),
    ...world.questions,
    ...world.distractors,
  ];
}
