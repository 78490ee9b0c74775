import { Presets, SingleBar } from "cli-progress";
import { describeEvent, type EventListener, formatNumber, type RunEvent } from "../run/events.ts";
import type { Metrics } from "./sink.ts";

/** Where progress is shown. */
export interface ConsoleOptions {
  readonly stream: NodeJS.WriteStream;
  /** Draw a bar that moves; plain lines otherwise. */
  readonly isInteractive: boolean;
  /** Milliseconds between plain lines about steps. */
  readonly lineEveryMs: number;
  readonly now: () => number;
}

/** Shows a run to a person. */
export interface ConsoleReporter {
  readonly onEvent: EventListener;
  /** Removes the bar. */
  close(): void;
}

type StepEvent = Extract<RunEvent, { type: "step" }>;

/** Shows events as lines, and steps as a progress bar with loss, reward and time left (or as a line now and then). */
export function createConsoleReporter(options: ConsoleOptions): ConsoleReporter {
  const steps = options.isInteractive ? createBarReporter(options) : createLineReporter(options);
  return {
    onEvent: (event) => {
      if (event.type === "step") {
        steps.show(event);
        return;
      }
      if (event.type === "verifier_away") steps.setStatus("waiting for the verifier");
      if (event.type === "verifier_back") steps.setStatus("");
      if (event.type === "stage_started" || event.type === "stage_finished") steps.end();
      const line = describeEvent(event);
      if (line !== undefined) steps.printLine(line);
    },
    close: steps.end,
  };
}

interface StepReporter {
  show(event: StepEvent): void;
  setStatus(status: string): void;
  printLine(line: string): void;
  /** Finishes what is drawn for the current stage. */
  end(): void;
}

function createLineReporter({ stream, lineEveryMs, now }: ConsoleOptions): StepReporter {
  let lastLine = Number.NEGATIVE_INFINITY;
  let pending: StepEvent | undefined;
  const clock = createClock(now);
  const print = (event: StepEvent) => {
    stream.write(
      `${event.stage}: step ${event.step} (${formatPercent(event.fraction)})${describeMetrics(event.metrics)}${clock.describeEta(event)}\n`,
    );
    lastLine = now();
    pending = undefined;
  };
  return {
    show: (event) => {
      clock.observe(event);
      pending = event;
      if (now() - lastLine >= lineEveryMs) print(event);
    },
    setStatus: () => {},
    printLine: (line) => stream.write(`${line}\n`),
    end: () => {
      if (pending !== undefined) print(pending);
      clock.reset();
    },
  };
}

// Positions of the bar; fractions are finer than steps when the budget is in FLOPs.
const barTotal = 1000;

function createBarReporter({ stream, now }: ConsoleOptions): StepReporter {
  let bar: SingleBar | undefined;
  let last: StepEvent | undefined;
  let status = "";
  const clock = createClock(now);
  const payload = () => ({
    stage: last?.stage ?? "",
    step: last?.step ?? 0,
    detail:
      status !== ""
        ? ` · ${status}`
        : last === undefined
          ? ""
          : `${describeMetrics(last.metrics)}${clock.describeEta(last)}`,
  });
  const draw = () => {
    if (last === undefined) return;
    if (bar === undefined) {
      const format = "{stage} [{bar}] {percentage}% step {step}{detail}";
      bar = new SingleBar(
        { format, stream, hideCursor: false, barsize: 24, clearOnComplete: true, fps: 10 },
        Presets.shades_classic,
      );
      bar.start(barTotal, 0, payload());
    }
    bar.update(Math.floor(last.fraction * barTotal), payload());
  };
  const erase = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    show: (event) => {
      clock.observe(event);
      last = event;
      draw();
    },
    setStatus: (text) => {
      status = text;
      draw();
    },
    printLine: (line) => {
      erase();
      stream.write(`${line}\n`);
      draw();
    },
    end: () => {
      erase();
      last = undefined;
      status = "";
      clock.reset();
    },
  };
}

// Estimates the time left from the steps seen in this sitting.
function createClock(now: () => number) {
  let first: { at: number; fraction: number } | undefined;
  return {
    observe: (event: StepEvent) => {
      first ??= { at: now(), fraction: event.fraction };
    },
    describeEta: ({ fraction }: StepEvent) => {
      if (first === undefined || fraction <= first.fraction) return "";
      const seconds = ((now() - first.at) / 1000) * ((1 - fraction) / (fraction - first.fraction));
      return ` · ${formatDuration(seconds)} left`;
    },
    reset: () => {
      first = undefined;
    },
  };
}

const shownMetrics = {
  loss: "loss",
  reward: "reward",
  frac_reward_zero_std: "silent",
  "groups/admitted": "admitted",
  entropy: "entropy",
  "completions/mean_length": "length",
};

function describeMetrics(metrics: Metrics): string {
  const shown = Object.entries(shownMetrics).flatMap(([name, label]) => {
    const value = metrics[name];
    return value === undefined ? [] : [`${label} ${formatNumber(value)}`];
  });
  return shown.length === 0 ? "" : ` · ${shown.join(" · ")}`;
}

function formatPercent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`;
}

/** A duration as people say it: 45 s, 12 min, 3.4 h. */
function formatDuration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
