import { TrainerError } from "../../errors.ts";
import type { Random } from "../../random.ts";
import type { SolutionStep } from "../check-steps.ts";
import { hashContent } from "../content-hash.ts";
import type { Problem } from "../task.ts";
import { drawStoryPlan, type StoryPlan } from "./story-plan.ts";
import { PEOPLE, type StoryWorld } from "./story-world.ts";
import type { WordSettings } from "./word-settings.ts";
import { STORY_WORLDS } from "./worlds.ts";

/** A problem of the word problem task. */
export interface WordProblem extends Problem {
  readonly world: string;
  readonly solution: readonly SolutionStep[];
  /** Per solution step a sentence in which {eq} stands for the equation. */
  readonly sentences: readonly string[];
}

const MAX_DRAWS = 2000;

/**
 * Draws a problem. Equal hashes mean equal calculations with equal numbers, whatever the story. Throws a TrainerError
 * (SETTINGS_INVALID) when the chosen worlds allow no story of the drawn length.
 */
export function createWordProblem(random: Random, settings: WordSettings): WordProblem {
  const [low, high] = settings.n;
  const n = low + random.int(high - low + 1);
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const world = STORY_WORLDS.find((candidate) => candidate.name === random.pick(settings.worlds));
    const plan = world === undefined ? undefined : drawStoryPlan(random, world, n);
    if (world !== undefined && plan !== undefined) return tellStory(random, world, plan, settings);
  }
  throw new TrainerError(
    "SETTINGS_INVALID",
    `Found no story of ${n} steps in the worlds ${settings.worlds.join(", ")}; add worlds or change n.`,
  );
}

function tellStory(random: Random, world: StoryWorld, plan: StoryPlan, settings: WordSettings): WordProblem {
  const slots = drawSlots(random, world);
  const told = plan.beats.map(({ beat, numbers }) =>
    fillSlots(random.pick(beat.text), { ...slots, ...numbers }),
  );
  const last = plan.beats.at(-1)?.beat.question;
  told.push(fillSlots(random.pick(last ?? world.questions), slots));
  if (random.next() < settings.distractor_share) {
    const distractor = fillSlots(random.pick(world.distractors), { ...slots, z: 2 + random.int(58) });
    insertDistractor(random, told, distractor);
  }
  const hash = hashContent("word_problems", JSON.stringify(plan.solution));
  const stratum = `n${plan.solution.length}`;
  return {
    id: `word-${stratum}-${hash}`,
    // The line break ends the question, so that prompt and completion can be joined.
    prompt: `${told.join(" ")}\n`,
    golds: [String(plan.answer)],
    stratum,
    hash,
    world: world.name,
    solution: plan.solution,
    sentences: plan.beats.flatMap(({ beat }) => beat.steps.map(([, sentence]) => fillSlots(sentence, slots))),
  };
}

const POINTING_WORDS = new Set(["it", "that", "them", "these", "they", "this", "those"]);

/** Puts the distractor after the opening, but not before a sentence that points back with a word such as "them". */
function insertDistractor(random: Random, told: string[], distractor: string): void {
  const places = Array.from({ length: told.length - 1 }, (_, i) => i + 1);
  const isFree = (place: number): boolean =>
    !told[place]
      ?.toLowerCase()
      .split(/[^a-z]/)
      .some((word) => POINTING_WORDS.has(word));
  const free = places.filter(isFree);
  told.splice(random.pick(free.length > 0 ? free : places), 0, distractor);
}

function drawSlots(random: Random, world: StoryWorld): Record<string, string> {
  const [hero, companion] = random.shuffle(PEOPLE);
  const [name, she, her] = hero as (typeof PEOPLE)[number];
  const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    name,
    she,
    her,
    She: capitalize(she),
    Her: capitalize(her),
    friend: companion?.[0] ?? "",
    things: random.pick(world.things),
  };
}

/** Replaces each {slot} by its value; {eq} and other slots without a value stay. */
function fillSlots(template: string, slots: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
