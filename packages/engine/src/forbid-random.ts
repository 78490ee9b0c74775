import { EngineError } from "./errors.ts";

/**
 * Runs a synchronous function during which Math.random throws RANDOM_IN_FUNCTION, so that no unseeded number can be
 * baked into a graph or make two runs differ.
 */
export function forbidRandom<T>(task: () => T): T {
  const original = Math.random;
  Math.random = () => {
    throw new EngineError(
      "RANDOM_IN_FUNCTION",
      "A function used Math.random or an unseeded random op; feed seeded uniforms as an input instead.",
    );
  };
  try {
    return task();
  } finally {
    Math.random = original;
  }
}
