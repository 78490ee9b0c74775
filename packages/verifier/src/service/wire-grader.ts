import type { ReceivedGraderSpec, SentGraderDescription } from "@touchstone/proto";
import { InvalidRequestError } from "../errors.ts";
import {
  type ChosenGrader,
  chooseGrader,
  GraderChoiceError,
  type GraderFacts,
} from "../graders/choose-grader.ts";

/**
 * The grader that was asked for; undefined for the mathematical core, `base` where nothing was asked.
 *
 * @throws InvalidRequestError for an unknown grader or setting
 */
export function readGrader(
  received: ReceivedGraderSpec | null,
  base: ChosenGrader | undefined,
  known: readonly GraderFacts[],
): ChosenGrader | undefined {
  if (received === null) return base;
  try {
    return chooseGrader(received.name, received.options, known);
  } catch (error) {
    if (error instanceof GraderChoiceError) throw new InvalidRequestError(error.message);
    throw error;
  }
}

/** What `Describe` says of a grader. */
export function graderToWire({ name, description, options }: GraderFacts): SentGraderDescription {
  return {
    name,
    description,
    options: Object.entries(options).map(([option, facts]) => ({
      name: option,
      description: facts.description,
      values: [...facts.values],
    })),
  };
}
