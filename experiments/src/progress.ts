import type { RunEvent } from "@touchstone/trainer";
import { MultiBar, Presets, type SingleBar } from "cli-progress";
import type { PlannedJob } from "./plan-jobs.ts";

/** Shows how far the jobs are. */
export interface ProgressDisplay {
  start(job: PlannedJob): void;
  update(job: PlannedJob, event: RunEvent): void;
  finish(job: PlannedJob, milliseconds: number): void;
  /** One line for people, above the bars. */
  say(line: string): void;
  close(): void;
}

const PLAIN_INTERVAL_MS = 15_000;

/** Bars on a terminal, lines elsewhere. `now` gives milliseconds on any steady clock. */
export function createProgress(
  stream: NodeJS.WriteStream,
  total: number,
  now: () => number,
): ProgressDisplay {
  return stream.isTTY ? createBars(stream, total) : createLines(stream, total, now);
}

/** Share of a job that is done, all stages taken as equal, and what to show beside it. */
function trackJob(job: PlannedJob): (event: RunEvent) => { share: number; text: string } {
  const stages = (job.config["stages"] as { name: string }[]).map(({ name }) => name);
  let share = 0;
  let text = "";
  return (event) => {
    if ("stage" in event) {
      const index = stages.indexOf(event.stage);
      const within =
        event.type === "step"
          ? event.fraction
          : event.type === "stage_finished" || event.type === "stage_skipped"
            ? 1
            : 0;
      share = (index + within) / stages.length;
      text = event.type === "step" ? `${event.stage} ${describeMetrics(event.metrics)}` : event.stage;
    } else if (event.type === "verifier_away") {
      text = "waiting for the verifier";
    }
    return { share, text };
  };
}

function describeMetrics(metrics: Readonly<Record<string, unknown>>): string {
  for (const name of ["reward", "loss", "samples"]) {
    const value = metrics[name];
    if (typeof value === "number") return `${name} ${Number(value.toPrecision(3))}`;
  }
  return "";
}

function createBars(stream: NodeJS.WriteStream, total: number): ProgressDisplay {
  const bars = new MultiBar(
    {
      format: "{bar} {percentage}% {job} · {text}",
      hideCursor: true,
      clearOnComplete: false,
      stream,
      autopadding: true,
    },
    Presets.rect,
  );
  const overall = bars.create(total, 0, { job: "all jobs", text: "" });
  const running = new Map<string, { bar: SingleBar; track: ReturnType<typeof trackJob> }>();
  return {
    start: (job) =>
      running.set(job.id, {
        bar: bars.create(100, 0, { job: job.id, text: job.title }),
        track: trackJob(job),
      }),
    update: (job, event) => {
      const entry = running.get(job.id);
      if (entry === undefined) return;
      const { share, text } = entry.track(event);
      entry.bar.update(Math.round(share * 100), { job: job.id, text });
    },
    finish: (job) => {
      const entry = running.get(job.id);
      if (entry !== undefined) bars.remove(entry.bar);
      running.delete(job.id);
      overall.increment();
    },
    say: (line) => bars.log(`${line}\n`),
    close: () => bars.stop(),
  };
}

function createLines(stream: NodeJS.WriteStream, total: number, now: () => number): ProgressDisplay {
  const running = new Map<string, { track: ReturnType<typeof trackJob>; shownAt: number }>();
  let finished = 0;
  const say = (line: string): void => void stream.write(`${line}\n`);
  return {
    start: (job) => {
      running.set(job.id, { track: trackJob(job), shownAt: now() });
      say(`${job.id}: ${job.title}`);
    },
    update: (job, event) => {
      const entry = running.get(job.id);
      if (entry === undefined) return;
      const { share, text } = entry.track(event);
      if (now() - entry.shownAt < PLAIN_INTERVAL_MS) return;
      entry.shownAt = now();
      say(`${job.id}: ${Math.round(share * 100)} % · ${text}`);
    },
    finish: (job, milliseconds) => {
      running.delete(job.id);
      finished++;
      say(`${job.id}: done in ${(milliseconds / 1000).toFixed(0)} s (${finished} of ${total} jobs)`);
    },
    say,
    close: () => {},
  };
}
