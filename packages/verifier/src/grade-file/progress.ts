import { Presets, SingleBar } from "cli-progress";
import type { OpenedInput } from "./open-input.ts";

/** Shows on stderr how far a file is. */
export interface Progress {
  update(graded: number): void;
  stop(): void;
}

const lineEveryMs = 5_000;

/** A bar on a terminal, a line every few seconds elsewhere, nothing when quiet. */
export function createProgress(input: OpenedInput, quiet: boolean, done = "graded"): Progress {
  if (quiet) return { update() {}, stop() {} };
  return process.stderr.isTTY && input.totalBytes !== undefined
    ? createBar(input, input.totalBytes, done)
    : createPlainProgress(input, done);
}

function createBar(input: OpenedInput, totalBytes: number, done: string): Progress {
  const format = `{bar} {percentage}% | {graded} ${done} | {eta_formatted} left`;
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_grey);
  bar.start(totalBytes, 0, { graded: 0 });
  return {
    update: (graded) => bar.update(input.readBytes(), { graded }),
    stop: () => bar.stop(),
  };
}

function createPlainProgress(input: OpenedInput, done: string): Progress {
  let nextAt = performance.now() + lineEveryMs;
  return {
    update(graded) {
      if (performance.now() < nextAt) return;
      nextAt = performance.now() + lineEveryMs;
      const { totalBytes } = input;
      const share =
        totalBytes === undefined
          ? ""
          : ` (${Math.floor((100 * input.readBytes()) / totalBytes)} % of the file)`;
      process.stderr.write(`${done} ${graded}${share}\n`);
    },
    stop() {},
  };
}
