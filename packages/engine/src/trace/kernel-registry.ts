import { tf } from "../tf.ts";
import { TRACE_BACKEND } from "./is-tracing.ts";
import { traceBackend } from "./trace-backend.ts";
import type { Tracer } from "./tracer.ts";

/** tfjs types every kernel input as possibly missing; the ones of a call are there. */
type Present<Inputs> = { [Name in keyof Inputs]: NonNullable<Inputs[Name]> };

/** Records the nodes of one tfjs kernel and returns its outputs. */
export type Lowering<Inputs, Attrs> = (
  inputs: Present<Inputs>,
  attrs: Attrs,
  tracer: Tracer,
) => tf.TensorInfo | tf.TensorInfo[];

const names: string[] = [];

/** Registers how a tfjs kernel is recorded. */
export function registerLowering<Inputs, Attrs = unknown>(
  kernelName: string,
  lower: Lowering<Inputs, Attrs>,
): void {
  names.push(kernelName);
  tf.registerKernel({
    kernelName,
    backendName: TRACE_BACKEND,
    kernelFunc: ({ inputs, attrs }) =>
      lower(inputs as unknown as Present<Inputs>, attrs as unknown as Attrs, traceBackend.tracer),
  });
}

/** Returns the names of all kernels that can be recorded. */
export function listLowerings(): readonly string[] {
  return names;
}
