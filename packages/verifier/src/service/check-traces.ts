import type { ReceivedCheckStepsRequest, ReceivedTraceItem, SentCheckStepsResponse } from "@touchstone/proto";
import type { Grader } from "../grading/grader.ts";
import type { SlowItem } from "../grading/slow-item.ts";
import type { TraceItem, TraceVerdict } from "../steps/index.ts";
import { requireBatchSize } from "./batch-size.ts";
import type { CallTally } from "./call-tally.ts";
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
  const checked = (await grader.check(traces, signal, onSlow)).values();
  return {
    verdicts: prepared.map((work, index) => {
      const verdict = "trace" in work ? checked.next().value! : work;
      tally.addTrace(verdict);
      return traceVerdictToWire(request.items[index]!.id, verdict);
    }),
  };
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
