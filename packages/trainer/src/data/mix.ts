import { TrainerError } from "../errors.ts";
import { createRandom, type Random } from "../random.ts";
import { drawWeighted } from "../tasks/draw-weighted.ts";
import type { Problem, Task } from "../tasks/task.ts";
import type { Example } from "./example.ts";
import type { MixSource } from "./mix-source.ts";
import { createProblemSet } from "./problem-set.ts";

/** An endless, randomly accessible sequence of training examples. */
export interface Mix<P extends Problem = Problem> {
  /** Example `index` (0, 1, ...), the same on every call: a resumed run needs the index alone. */
  example(index: number): Example<P>;
}

/** Options of `createMix`. */
export interface MixOptions {
  /** Hashes of problems that no example may use, for example those of the evaluation sets. */
  readonly exclude?: ReadonlySet<string>;
}

const MAX_EXCLUDED_DRAWS = 10_000;

/**
 * A mix of weighted sources. A source with a `pool` is a finite data set: its problems are drawn once, each with one
 * format and one trace (corrupted or not); other sources make a fresh problem for every example.
 *
 * Throws a TrainerError: CONFIG_INVALID without sources, UNKNOWN_FORMAT for a format that the task lacks,
 * PROBLEMS_EXHAUSTED when a pool is larger than what its settings hold.
 */
export function createMix<P extends Problem, S>(
  task: Task<P, S>,
  sources: readonly MixSource<S>[],
  seedPath: readonly (string | number)[],
  options: MixOptions = {},
): Mix<P> {
  if (sources.length === 0)
    throw new TrainerError("CONFIG_INVALID", "A training mix needs at least one source; add one.");
  for (const source of sources) checkFormats(task, source);
  const exclude = options.exclude ?? new Set<string>();
  const pools = sources.map((source, s) =>
    source.pool === undefined
      ? undefined
      : createProblemSet(task, source.problem, source.pool, [...seedPath, "pool", s], exclude),
  );
  const weights = Object.fromEntries(sources.map((source, s) => [String(s), source.weight]));
  const example = (index: number): Example<P> => {
    if (!Number.isSafeInteger(index) || index < 0)
      throw new RangeError(`example index must be a non-negative integer, got ${index}`);
    const random = createRandom(...seedPath, "example", index);
    const s = Number(drawWeighted(random, weights));
    const source = sources[s] as MixSource<S>;
    const pool = pools[s];
    if (pool === undefined)
      return writeExample(task, source, drawFresh(task, source.problem, random, exclude), random);
    const member = random.int(pool.length);
    // The trace belongs to the pool member, not to the visit.
    return writeExample(
      task,
      source,
      pool[member] as P,
      createRandom(...seedPath, "pool", s, "trace", member),
    );
  };
  return { example };
}

function writeExample<P extends Problem, S>(
  task: Task<P, S>,
  source: MixSource<S>,
  problem: P,
  random: Random,
): Example<P> {
  const format = drawWeighted(random.fork("format"), source.formats);
  const isCorrupt = random.fork("noise").next() < source.noise;
  const completion = isCorrupt
    ? task.writeCorruptTrace(problem, format, random.fork("corruption"))
    : task.writeTrace(problem, format);
  return { prompt: problem.prompt, completion, problem, format };
}

function drawFresh<P extends Problem, S>(
  task: Task<P, S>,
  settings: S,
  random: Random,
  exclude: ReadonlySet<string>,
): P {
  for (let draw = 0; draw < MAX_EXCLUDED_DRAWS; draw++) {
    const problem = task.createProblem(random.fork("problem", draw), settings);
    if (!exclude.has(problem.hash)) return problem;
  }
  throw new TrainerError(
    "PROBLEMS_EXHAUSTED",
    `All "${task.name}" problems drawn with these settings are excluded (${exclude.size} in all); widen the settings.`,
  );
}

function checkFormats<P extends Problem, S>(task: Task<P, S>, source: MixSource<S>): void {
  const unknown = Object.keys(source.formats).find((format) => !task.formats.includes(format));
  if (unknown !== undefined)
    throw new TrainerError(
      "UNKNOWN_FORMAT",
      `Task "${task.name}" has no format "${unknown}"; use ${task.formats.join(", ")}.`,
    );
}
