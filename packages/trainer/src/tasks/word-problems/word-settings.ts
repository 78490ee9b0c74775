import { z } from "zod";
import { STORY_WORLDS } from "./worlds.ts";

const WORLD_NAMES = STORY_WORLDS.map((world) => world.name);

/** Settings of word problems as written in YAML. */
export const wordSettingsSchema = z
  .strictObject({
    n: z
      .tuple([z.int().min(2).max(6), z.int().min(2).max(6)])
      .default([2, 4])
      .describe("Fewest and most calculation steps (2 to 6), drawn uniformly."),
    distractor_share: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe("Share of problems with one sentence whose number has nothing to do with the question."),
    worlds: z
      .array(z.enum(WORLD_NAMES as [string, ...string[]]))
      .min(1)
      .default(WORLD_NAMES)
      .describe("Story worlds to draw from, uniformly."),
  })
  .superRefine(({ n: [low, high] }, context) => {
    if (low > high) context.addIssue({ code: "custom", path: ["n"], message: `n: ${low} is above ${high}` });
  });

/** Parsed settings of word problems. */
export type WordSettings = z.output<typeof wordSettingsSchema>;
