import { parseArgs } from "node:util";
import { allSuites } from "./all-suites.ts";

/** What the command line asks for. */
export interface FuzzOptions {
  readonly seconds: number;
  readonly seed: number;
  /** Cases per suite at most. */
  readonly cases: number;
  readonly only: readonly string[];
  readonly replay: string | undefined;
  /** Folder for the finds. */
  readonly out: string;
}

/** Text of `npm run fuzz -- --help`. */
export function helpText(): string {
  const names = allSuites.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join("\n");
  return `Usage: npm run fuzz [-- flags]

Looks for answers that the verifier grades wrongly or that cost it too much. The same seed gives the same cases.

  --seconds <n>     time for all suites together (default 60)
  --seed <n>        first choice of every case (default 1)
  --cases <n>       most cases of each suite
  --only <suite>    one suite; may be given several times
  --replay <file>   runs one find again, from a file under runs/fuzz
  --out <folder>    where finds are written (default runs/fuzz)

Suites:
${names}

Examples:
  npm run fuzz
  npm run fuzz -- --seconds 1200 --seed 7
  npm run fuzz -- --only mutations --only laws --seconds 300
  npm run fuzz -- --replay runs/fuzz/mutations-1-204.json
  TOUCHSTONE_PYTHON=.venv/bin/python npm run fuzz -- --only sympy

Exit code: 0 nothing found, or within the bars of the suites that have one; 1 finds; 2 wrong flags.`;
}

/** Reads the flags; a text says what is wrong with them, or is the help that was asked for. */
export function readFuzzOptions(
  args: readonly string[],
): FuzzOptions | { readonly text: string; readonly isHelp: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seconds: { type: "string", default: "60" },
        seed: { type: "string", default: "1" },
        cases: { type: "string", default: "Infinity" },
        only: { type: "string", multiple: true, default: [] },
        replay: { type: "string" },
        out: { type: "string", default: "runs/fuzz" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return { text: helpText(), isHelp: true };
    const unknown = values.only.find((name) => !allSuites.some((suite) => suite.name === name));
    if (unknown !== undefined)
      return wrong(
        `There is no suite ${unknown}; there are ${allSuites.map(({ name }) => name).join(", ")}.`,
      );
    const [seconds, seed, cases] = [Number(values.seconds), Number(values.seed), Number(values.cases)];
    if (!(seconds > 0) || !(cases >= 1) || !Number.isSafeInteger(seed))
      return wrong("--seconds and --cases must be above 0, and --seed a whole number.");
    return { seconds, seed, cases, only: values.only, replay: values.replay, out: values.out };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(text: string): { readonly text: string; readonly isHelp: boolean } {
  return { text: `${text} See npm run fuzz -- --help.`, isHelp: false };
}
