import type { HostTensors } from "@touchstone/engine";
import type { Completion, SampleOptions } from "./policy.ts";

/** Cuts the outputs of one sampling call, [n, rows], into completions that end at the end token or the limit. */
export function readCompletions(outputs: HostTensors, rows: number, options: SampleOptions): Completion[] {
  const tokens = outputs["tokens"]?.data as Int32Array;
  const logprobs = outputs["logprobs"]?.data as Float32Array;
  const steps = Math.min(tokens.length / rows, options.maxNewTokens);
  return Array.from({ length: rows }, (_, row) => {
    let length = 0;
    let stopped = false;
    while (length < steps && !stopped) {
      stopped = tokens[length * rows + row] === options.eosId;
      length++;
    }
    return {
      tokens: Int32Array.from({ length }, (_, step) => tokens[step * rows + row] as number),
      logprobs: Float32Array.from({ length }, (_, step) => logprobs[step * rows + row] as number),
      stopReason: stopped ? "stop" : "length",
    };
  });
}
