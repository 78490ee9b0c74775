import type { StoryWorld } from "./story-world.ts";
import { bakery, beekeeper, orchard } from "./worlds/food.ts";
import { beads, garden, savings, workshop } from "./worlds/home.ts";
import { classroom, reading, shopping } from "./worlds/school.ts";
import { bus, journey, sport } from "./worlds/travel.ts";

/** All story worlds. */
export const STORY_WORLDS: readonly StoryWorld[] = [
  bakery,
  beads,
  beekeeper,
  bus,
  classroom,
  garden,
  journey,
  orchard,
  reading,
  savings,
  shopping,
  sport,
  workshop,
];
