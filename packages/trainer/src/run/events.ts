import type { Metrics } from "../tracking/sink.ts";

/** What a finished stage leaves behind. */
export interface StageResult {
  readonly name: string;
  /** Checkpoint directory; absent for stages that train nothing. */
  readonly checkpoint?: string;
  /** File of graded samples; present for sample stages. */
  readonly samples?: string;
  /** Counted floating-point operations. */
  readonly flops: number;
  /** Last values of the main numbers, by metric name. */
  readonly summary: Readonly<Record<string, number | string | null>>;
}

/** Something that happened in a run, as it happens. */
export type RunEvent =
  | { readonly type: "run_started"; readonly out: string; readonly resumed: boolean }
  | {
      readonly type: "stage_started";
      readonly stage: string;
      readonly kind: string;
      /** Steps or samples done before. */
      readonly done: number;
      readonly engine: string;
      readonly parameters: number;
    }
  | { readonly type: "stage_skipped"; readonly stage: string }
  | {
      readonly type: "step";
      readonly stage: string;
      readonly step: number;
      /** Share of the stage's budget that is used up, 0 to 1. */
      readonly fraction: number;
      readonly metrics: Metrics;
    }
  | {
      readonly type: "checkpoint_saved";
      readonly stage: string;
      readonly step: number;
      readonly directory: string;
    }
  | { readonly type: "stage_finished"; readonly stage: string; readonly result: StageResult }
  | { readonly type: "verifier_started"; readonly address: string }
  | { readonly type: "verifier_away"; readonly address: string; readonly reason: string }
  | { readonly type: "verifier_back"; readonly address: string; readonly waitedMs: number }
  | { readonly type: "notice"; readonly message: string }
  | { readonly type: "run_finished"; readonly out: string };

/** Hears every event of a run. */
export type EventListener = (event: RunEvent) => void;

/** One line for people, or undefined for events that only move a progress bar. */
export function describeEvent(event: RunEvent): string | undefined {
  switch (event.type) {
    case "run_started":
      return `${event.resumed ? "Continuing" : "Starting"} the run in ${event.out}`;
    case "stage_started": {
      const from = event.done > 0 ? `, continuing after ${event.done}` : "";
      return `${event.stage} (${event.kind}): ${event.parameters.toLocaleString("en")} parameters on ${event.engine}${from}`;
    }
    case "stage_skipped":
      return `${event.stage}: finished before, skipped`;
    case "stage_finished":
      return `${event.stage}: finished${describeSummary(event.result)}`;
    case "verifier_started":
      return `Started a verifier at ${event.address}`;
    case "verifier_away":
      return `The verifier at ${event.address} cannot be reached (${event.reason}). Training waits until it is back; nothing is lost. Start it with: touchstone-verifier serve`;
    case "verifier_back":
      return `The verifier at ${event.address} is back after ${(event.waitedMs / 1000).toFixed(1)} s; training continues.`;
    case "notice":
      return event.message;
    case "run_finished":
      return `Finished: ${event.out}`;
    case "step":
    case "checkpoint_saved":
      return undefined;
  }
}

function describeSummary({ summary }: StageResult): string {
  const parts = Object.entries(summary).map(
    ([key, value]) => `${key} ${typeof value === "number" ? formatNumber(value) : value}`,
  );
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** A number with four significant digits at most. */
export function formatNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e7
    ? String(value)
    : String(Number(value.toPrecision(4)));
}
