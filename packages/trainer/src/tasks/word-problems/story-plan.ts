import type { Random } from "../../random.ts";
import { deriveResults, type Operator, type SolutionStep, type StepOperand } from "../check-steps.ts";
import type { Beat, StoryWorld } from "./story-world.ts";
import { applyInteger } from "./word-arithmetic.ts";

/** Every value of a story lies in this range, so that plural forms fit and numbers stay short. */
const SMALLEST_VALUE = 2;
const LARGEST_VALUE = 999;

const CLOSING_SHARE = 0.6;

/** A beat with its numbers filled in. */
export interface ToldBeat {
  readonly beat: Beat;
  readonly numbers: Readonly<Record<string, number>>;
}

/** The skeleton of a story: beats with numbers, and the calculation that answers the question. */
export interface StoryPlan {
  readonly beats: readonly ToldBeat[];
  readonly solution: readonly SolutionStep[];
  readonly answer: number;
}

/**
 * Draws a story of exactly `n` calculation steps: an opening, events in their natural order and perhaps a closing.
 * Undefined when the draw does not work out (no such combination, or a value that is not an integer from 2 to 999).
 */
export function drawStoryPlan(random: Random, world: StoryWorld, n: number): StoryPlan | undefined {
  const beats = drawBeats(random, world, n);
  if (beats === undefined) return undefined;
  const told: ToldBeat[] = [];
  const solution: SolutionStep[] = [];
  let count: number | undefined;
  for (const beat of beats) {
    const numbers = drawNumbers(random, beat, count);
    solution.push(...toSolutionSteps(beat, numbers, solution.length));
    const results = deriveResults(solution, () => undefined, applyInteger);
    if (!results.every(isTellable)) return undefined;
    told.push({ beat, numbers });
    count = results.at(-1);
  }
  return count === undefined ? undefined : { beats: told, solution, answer: count };
}

function drawBeats(random: Random, world: StoryWorld, n: number): Beat[] | undefined {
  const opening = random.pick(world.openings);
  const closing = random.next() < CLOSING_SHARE ? random.pick(world.closings) : undefined;
  let left = n - opening.steps.length - (closing?.steps.length ?? 0);
  const chosen = new Set<Beat>();
  for (const event of random.shuffle(world.events)) {
    if (event.steps.length > left) continue;
    left -= event.steps.length;
    chosen.add(event);
  }
  if (left !== 0) return undefined;
  const events = world.events.filter((event) => chosen.has(event));
  return [opening, ...events, ...(closing === undefined ? [] : [closing])];
}

function drawNumbers(random: Random, beat: Beat, count: number | undefined): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [name, [low, high]] of Object.entries(beat.numbers)) {
    const range = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    // Few numbers divide a given count: draw among those that do.
    const divides = count !== undefined && beat.steps.some(([calculation]) => calculation === `x / ${name}`);
    const fitting = divides ? range.filter((value) => (count as number) % value === 0) : range;
    numbers[name] = random.pick(fitting.length > 0 ? fitting : range);
  }
  return numbers;
}

function toSolutionSteps(
  beat: Beat,
  numbers: Readonly<Record<string, number>>,
  before: number,
): SolutionStep[] {
  const toOperand = (word: string): StepOperand => {
    if (word === "x") return { derived: before - 1 };
    if (word.startsWith("s")) return { derived: before + Number(word.slice(1)) - 1 };
    const given = numbers[word];
    if (given === undefined)
      throw new RangeError(`a beat calculates with "${word}", which it does not define`);
    return { given };
  };
  return beat.steps.map(([calculation]) => {
    const [left = "", operator = "", right = ""] = calculation.split(" ");
    return { left: toOperand(left), operator: operator as Operator, right: toOperand(right) };
  });
}

function isTellable(value: number | undefined): boolean {
  return value !== undefined && value >= SMALLEST_VALUE && value <= LARGEST_VALUE;
}
