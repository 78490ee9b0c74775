import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Draw, drawFresh, drawTape } from "./draw.ts";
import { defaultShrinks, shrinkTape } from "./shrink-tape.ts";
import { type Find, type OpenSuite, type Suite, Tally } from "./suite.ts";

/** A find as it is kept: what made it, its smallest form, and what it said. */
export interface KeptFind extends Find {
  readonly suite: string;
  readonly seed: number;
  readonly index: number;
  /** The choices of the smallest form; they make it again as long as the generators stay as they are. */
  readonly tape: readonly number[];
}

/** Limits of one suite's run. */
export interface SuiteRun {
  readonly seed: number;
  readonly seconds: number;
  readonly cases: number;
  /** Folder for the finds. */
  readonly out: string;
  readonly onProgress: (cases: number, finds: number) => void;
  readonly onFind: (find: KeptFind, file: string) => void;
}

/** What a suite's run came to. */
export interface SuiteResult {
  readonly cases: number;
  readonly finds: number;
  readonly tally: Tally;
}

/** Different rules broken after which a suite stops: more of the same teaches nothing. */
const maxRules = 25;

/** Runs the cases of one suite, in order, until its time or its number is up. Each rule is reported once. */
export async function runSuite(suite: Suite, open: OpenSuite, run: SuiteRun): Promise<SuiteResult> {
  const tally = new Tally();
  const rules = new Set<string>();
  const deadline = performance.now() + run.seconds * 1000;
  let index = 0;
  for (; index < run.cases && performance.now() < deadline && rules.size < maxRules; index++) {
    if (index % 64 === 0) run.onProgress(index, rules.size);
    const draw = drawFresh(run.seed, suite.name, index);
    const find = await checked(open, draw, tally);
    if (find === undefined || rules.has(find.rule)) continue;
    rules.add(find.rule);
    const kept = await shrink(find, draw.tape, open, { suite: suite.name, seed: run.seed, index });
    if (kept.rule !== find.rule && rules.has(kept.rule)) continue;
    rules.add(kept.rule);
    run.onFind(kept, keep(kept, run.out));
  }
  return { cases: index, finds: rules.size, tally };
}

/** Checks one case; an exception is a find as well. */
export async function checked(open: OpenSuite, draw: Draw, tally: Tally): Promise<Find | undefined> {
  try {
    const result = open.check(draw, tally);
    return result instanceof Promise ? await result : result;
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      rule: `throws ${text.split("\n")[0]}`,
      message: text.split("\n")[0] ?? text,
      detail: { stack: text },
    };
  }
}

async function shrink(
  find: Find,
  tape: readonly number[],
  open: OpenSuite,
  where: { suite: string; seed: number; index: number },
): Promise<KeptFind> {
  let smallest: Find = find;
  const family = find.shrinksAs ?? find.rule;
  const fails = async (candidate: readonly number[]) => {
    const next = await checked(open, drawTape(candidate), new Tally());
    if (next === undefined || (next.shrinksAs ?? next.rule) !== family) return false;
    smallest = next;
    return true;
  };
  const best = await shrinkTape(tape, fails, open.shrinks ?? defaultShrinks);
  return { ...where, ...smallest, tape: best };
}

function keep(find: KeptFind, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${find.suite}-${find.seed}-${find.index}.json`);
  const text = JSON.stringify(find, (_key, value) => (typeof value === "bigint" ? String(value) : value), 2);
  writeFileSync(file, `${text}\n`);
  return file;
}
