import { suggestWord } from "../closest-word.ts";
import type { GraderOption } from "./answer-grader.ts";

/** What a request may know of a grader. */
export interface GraderFacts {
  readonly name: string;
  readonly description: string;
  readonly options: Readonly<Record<string, GraderOption>>;
}

/** A grader with every one of its settings. */
export interface ChosenGrader {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Name of the mathematical core, which judges where nobody else is named. */
export const mathName = "math";

/** A grader that does not exist, or does not take a setting. */
export class GraderChoiceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "GraderChoiceError";
  }
}

/**
 * The grader of that name among `known`, with the settings given and its defaults; undefined for the mathematical core.
 *
 * @throws GraderChoiceError that names what there is
 */
export function chooseGrader(
  name: string,
  given: Readonly<Record<string, string>>,
  known: readonly GraderFacts[],
): ChosenGrader | undefined {
  if (name === mathName || name === "") {
    if (Object.keys(given).length === 0) return undefined;
    throw new GraderChoiceError("The grader math takes no options; set its rules in the policy.");
  }
  const grader = known.find((each) => each.name === name);
  if (grader === undefined) {
    const names = [mathName, ...known.map((each) => each.name)];
    throw new GraderChoiceError(`Unknown grader ${show(name)}.${suggestWord(name, names)}`);
  }
  for (const [option, value] of Object.entries(given)) checkOption(grader, option, value);
  const defaults = Object.entries(grader.options).map(([option, { values }]) => [option, values[0]]);
  return { name, options: { ...Object.fromEntries(defaults), ...given } };
}

function checkOption({ name, options }: GraderFacts, option: string, value: string): void {
  const facts = Object.hasOwn(options, option) ? options[option] : undefined;
  if (facts === undefined) {
    const names = Object.keys(options);
    const known = names.length === 0 ? " It takes none." : suggestWord(option, names);
    throw new GraderChoiceError(`The grader ${name} has no option ${show(option)}.${known}`);
  }
  if (facts.values.includes(value)) return;
  const hint = suggestWord(value, facts.values);
  throw new GraderChoiceError(`The option ${option} of the grader ${name} cannot be ${show(value)}.${hint}`);
}

function show(text: string): string {
  return JSON.stringify(text.slice(0, 64));
}
