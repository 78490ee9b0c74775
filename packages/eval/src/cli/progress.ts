import { Presets, SingleBar } from "cli-progress";

/** Shows how far a job is. */
export interface Progress {
  update(label: string, done: number, total: number): void;
  stop(): void;
}

/** A bar on standard error when it is a terminal; nothing otherwise, or when `quiet`. */
export function createProgress(quiet: boolean): Progress {
  if (quiet || !process.stderr.isTTY) return { update() {}, stop() {} };
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: "{bar} {percentage}% {label}",
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  let isRunning = false;
  let current = "";
  return {
    update(label, done, total) {
      if (!isRunning || label !== current) {
        bar.start(total, done, { label });
        isRunning = true;
        current = label;
      }
      bar.update(done);
      // The work is synchronous, so the bar draws here and not on its own timer.
      bar.render();
    },
    stop() {
      if (isRunning) bar.stop();
      isRunning = false;
    },
  };
}
