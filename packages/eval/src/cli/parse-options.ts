import { InvalidArgumentError } from "commander";

/** Returns a positive integer; refuses anything else as bad usage. */
export function parsePositiveInt(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError("It must be a positive whole number.");
  return value;
}

/** Returns an integer of at least 0; refuses anything else as bad usage. */
export function parseSeed(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError("It must be a whole number from 0.");
  return value;
}

/** Returns a comma-separated list of positive integers, ascending without repeats. */
export function parseIntList(text: string): number[] {
  return [...new Set(text.split(",").map((part) => parsePositiveInt(part.trim())))].sort((a, b) => a - b);
}

/** Returns a coverage between 0.5 and 1, for example 0.95. */
export function parseConfidence(text: string): number {
  const value = Number(text);
  if (!(value >= 0.5 && value < 1))
    throw new InvalidArgumentError("It must be at least 0.5 and below 1, for example 0.95.");
  return value;
}
