import type { ReceivedCheckStepsRequest, ReceivedTraceItem, SentCheckStepsResponse } from "@touchstone/proto";
import { InvalidRequestError } from "../errors.ts";
import type { Grader } from "../grading/grader.ts";
import type { SlowItem } from "../grading/slow-item.ts";
import type { TraceItem, TraceVerdict } from "../steps/index.ts";
import { requireBatchSize } from "./batch-size.ts";
import type { CallTally } from "./call-tally.ts";
import { checkInWindows } from "./check-in-windows.ts";
import { requireUniqueIds } from "./unique-ids.ts";
import { traceVerdictToWire } from "./wire-trace-verdict.ts";

/**
 * Checks a batch of traces; verdicts are in the order of the items. Other calls are served in between.
 *
 * @throws InvalidRequestError for a batch that cannot be served; the signal's reason once it is aborted
 */
export async function checkTraces(
  request: ReceivedCheckStepsRequest,
  { grader, maxItems }: { readonly grader: Grader; readonly maxItems: number },
  tally: CallTally,
  signal: AbortSignal,
): Promise<SentCheckStepsResponse> {
  requireBatchSize("items", request.items.length, maxItems);
  requireUniqueIds("items", request.items);
  const prepared = request.items.map(prepareItem);
  const traces = prepared.filter((work) => "trace" in work);
  const places = prepared.flatMap((work, index) => ("trace" in work ? [index] : []));
  const onSlow = (slow: SlowItem) => tally.addSlow({ ...slow, index: places[slow.index]! });
  const steps = new StepCount(stepsPerItem * maxItems);
  const keep = (verdict: TraceVerdict) => {
    steps.add(verdict);
    tally.addTrace(verdict);
    return verdict;
  };
  const checked = (await checkInWindows(traces, keep, grader, { signal, onSlow })).values();
  return {
    verdicts: prepared.map((work, index) => {
      if (!("trace" in work)) tally.addTrace(work);
      return traceVerdictToWire(request.items[index]!.id, "trace" in work ? checked.next().value! : work);
    }),
  };
}

/** Steps of a batch for each item that a call may hold: a step is short, and its verdict is not. */
const stepsPerItem = 16;

/** Counts the steps of a batch. */
class StepCount {
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws InvalidRequestError once there are too many */
  add(verdict: TraceVerdict): void {
    if (verdict.kind === "checked") this.#count += verdict.steps.length;
    if (this.#count <= this.#most) return;
    throw new InvalidRequestError(
      `The traces of the batch have more than ${this.#most} steps. Send smaller batches, or start the server with a larger --max-items.`,
    );
  }
}

/** What to check, or the verdict of an item that cannot be checked as it stands. */
function prepareItem({ problem, trace, steps }: ReceivedTraceItem): TraceItem | TraceVerdict {
  if (trace !== "" && steps.length > 0) return refuse("The item has a trace and steps; give one of them.");
  if (trace === "" && steps.length === 0) return refuse("The item has neither a trace nor steps.");
  return { problem, trace: steps.length > 0 ? steps : trace };
}

function refuse(message: string): TraceVerdict {
  return { kind: "failure", failure: "invalid_item", message, fuelUsed: 0 };
}
