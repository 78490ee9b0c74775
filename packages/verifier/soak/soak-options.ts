import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface SoakOptions {
  readonly seconds: number;
  readonly seed: number;
  readonly clients: number;
  readonly workers: number;
}

const helpText = `Usage: npm run soak [-- flags]

Runs a verifier with worker processes and a ledger file under mixed good and hostile load, kills workers all the time and
in the first half the server too (SIGKILL, then a start on the same port and ledger), and checks what clients got.
The seed fixes items and the order of kills; what they hit is up to the clock. Linux only: it reads /proc.

  --seconds <n>     time under load (default 600; at least 20)
  --seed <n>        default 1
  --clients <n>     callers at a time (default 4)
  --workers <n>     worker processes of the server (default 2)

Real items are used where TOUCHSTONE_DATA names the folder of data sets.

Exit code: 0 all held, 1 something did not, 2 wrong flags.`;

/** Reads the flags; a text says what is wrong with them, or is the help that was asked for. */
export function readSoakOptions(
  args: readonly string[],
): SoakOptions | { readonly text: string; readonly isHelp: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seconds: { type: "string", default: "600" },
        seed: { type: "string", default: "1" },
        clients: { type: "string", default: "4" },
        workers: { type: "string", default: "2" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return { text: helpText, isHelp: true };
    const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
    const [clients, workers] = [Number(values.clients), Number(values.workers)];
    const areWhole = [seed, clients, workers].every(Number.isSafeInteger);
    if (!(seconds >= 20 && Number.isFinite(seconds)) || !areWhole || clients < 1 || workers < 1)
      return wrong(
        "--seconds must be at least 20, --clients and --workers at least 1, --seed a whole number.",
      );
    return { seconds, seed, clients, workers };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(text: string): { readonly text: string; readonly isHelp: boolean } {
  return { text: `${text} See npm run soak -- --help.`, isHelp: false };
}
