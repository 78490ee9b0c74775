import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type {
  ReceivedCheckStepsRequest,
  ReceivedTraceItem,
  SentCheckStepsResponse,
  SentTraceVerdict,
} from "@touchstone/proto";
import { defaultSliceMs } from "../grading/in-process-grader.ts";
import { checkSteps, type StepLimits, type TraceVerdict } from "../steps/index.ts";
import { requireBatchSize } from "./batch-size.ts";
import { requireUniqueIds } from "./unique-ids.ts";
import { traceVerdictToWire } from "./wire-trace-verdict.ts";

/**
 * Checks a batch of traces; verdicts are in the order of the items. Other calls are served in between.
 *
 * @throws InvalidRequestError for a batch that cannot be served; the signal's reason once it is aborted
 */
export async function checkTraces(
  request: ReceivedCheckStepsRequest,
  { maxItems, stepLimits }: { readonly maxItems: number; readonly stepLimits: StepLimits },
  signal: AbortSignal,
): Promise<SentCheckStepsResponse> {
  requireBatchSize("items", request.items.length, maxItems);
  requireUniqueIds("items", request.items);
  const verdicts: SentTraceVerdict[] = [];
  let sliceEndsAt = performance.now() + defaultSliceMs;
  for (const item of request.items) {
    if (performance.now() >= sliceEndsAt) {
      await yieldToEventLoop();
      signal.throwIfAborted();
      sliceEndsAt = performance.now() + defaultSliceMs;
    }
    verdicts.push(traceVerdictToWire(item.id, checkItem(item, stepLimits)));
  }
  return { verdicts };
}

function checkItem({ problem, trace, steps }: ReceivedTraceItem, limits: StepLimits): TraceVerdict {
  if (trace !== "" && steps.length > 0) return refuse("The item has a trace and steps; give one of them.");
  if (trace === "" && steps.length === 0) return refuse("The item has neither a trace nor steps.");
  return checkSteps({ problem, trace: steps.length > 0 ? steps : trace }, limits);
}

function refuse(message: string): TraceVerdict {
  return { kind: "failure", failure: "invalid_item", message, fuelUsed: 0 };
}
