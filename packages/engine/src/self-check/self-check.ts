import { EagerEngine } from "../eager/eager-engine.ts";
import type { Engine } from "../engine.ts";
import { EngineError } from "../errors.ts";
import type { Program } from "../program.ts";
import type { HostTensor } from "../tensor-types.ts";
import { CHECK_PROGRAM, checkFeeds } from "./check-program.ts";

const passed = new Map<string, Promise<void>>();

/**
 * Compares one tiny training and decoding step with eager cpu, once per process and device, and throws
 * SELF_CHECK_FAILED when an output is off by more than `tolerance` (relative to its largest value).
 */
export function checkDevice(
  key: string,
  open: (program: Program) => Engine,
  tolerance: number,
): Promise<void> {
  const known = passed.get(key);
  if (known !== undefined) return known;
  const check = runCheck(open(CHECK_PROGRAM), tolerance);
  passed.set(key, check);
  // A device that failed is tried again by the next engine.
  check.catch(() => passed.delete(key));
  return check;
}

async function runCheck(engine: Engine, tolerance: number): Promise<void> {
  const reference = new EagerEngine(CHECK_PROGRAM, "cpu", "reference");
  try {
    const actual = await engine.run("check", checkFeeds());
    const expected = await reference.run("check", checkFeeds());
    for (const [name, tensor] of Object.entries(expected)) {
      const error = relativeGap(actual[name] as HostTensor, tensor);
      if (!(error <= tolerance)) {
        throw new EngineError(
          "SELF_CHECK_FAILED",
          `"${engine.description}" computes a wrong ${name} (relative error ${error.toExponential(1)}, allowed ${tolerance}); use another device.`,
        );
      }
    }
  } finally {
    await engine.close();
    await reference.close();
  }
}

/** Largest absolute difference over largest absolute expected value; NaN and infinities make it NaN or infinite. */
function relativeGap(actual: HostTensor, expected: HostTensor): number {
  if (`${actual.shape}` !== `${expected.shape}`) return Number.POSITIVE_INFINITY;
  let gap = 0;
  let scale = 0;
  for (const [index, value] of expected.data.entries()) {
    const difference = Math.abs((actual.data[index] as number) - value);
    if (!(difference <= gap)) gap = difference;
    scale = Math.max(scale, Math.abs(value));
    if (Number.isNaN(difference)) return Number.NaN;
  }
  return gap / scale;
}
