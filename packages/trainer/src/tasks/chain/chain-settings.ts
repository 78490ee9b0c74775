import { z } from "zod";

/** Most statements a problem can have: one variable name each besides the start. */
export const MAX_CHAIN_STATEMENTS = 15;

/** Settings of chain problems as written in YAML. */
export const chainSettingsSchema = z
  .strictObject({
    n: z
      .tuple([z.int().min(1).max(MAX_CHAIN_STATEMENTS), z.int().min(1).max(MAX_CHAIN_STATEMENTS)])
      .default([2, 5])
      .describe("Fewest and most operation statements, drawn uniformly."),
    q: z
      .array(
        z
          .int()
          .min(1)
          .max(MAX_CHAIN_STATEMENTS + 1),
      )
      .min(1)
      .default([3])
      .describe("Allowed numbers of queried variables, drawn uniformly among those that are at most n + 1."),
    back_reference_share: z
      .number()
      .min(0)
      .max(1)
      .default(0.3)
      .describe(
        "Share of right operands that name a variable before the left one instead of a digit; the first statement always has a digit.",
      ),
    operators: z
      .strictObject({
        "+": z.number().nonnegative().default(1).describe("Weight of addition."),
        "-": z.number().nonnegative().default(1).describe("Weight of subtraction."),
        "*": z.number().nonnegative().default(1).describe("Weight of multiplication."),
      })
      .prefault({})
      .describe("Weights of the operators."),
  })
  .superRefine((settings, context) => {
    const [low, high] = settings.n;
    if (low > high) context.addIssue({ code: "custom", path: ["n"], message: `n: ${low} is above ${high}` });
    if (!settings.q.some((q) => q <= low + 1)) {
      const message = `q and n: no q is at most n + 1 = ${low + 1}; add a smaller q or raise the lowest n`;
      context.addIssue({ code: "custom", path: ["q"], message });
    }
    if (!Object.values(settings.operators).some((weight) => weight > 0))
      context.addIssue({
        code: "custom",
        path: ["operators"],
        message: "give one operator a weight above 0",
      });
  });

/** Parsed settings of chain problems. */
export type ChainSettings = z.output<typeof chainSettingsSchema>;
