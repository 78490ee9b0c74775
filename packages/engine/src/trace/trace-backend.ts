import { toDType } from "../eager/host-tensor.ts";
import { EngineError } from "../errors.ts";
import { countElements } from "../tensor-types.ts";
import { tf } from "../tf.ts";
import { tfjsInternals } from "../tfjs-internals.ts";
import { TRACE_BACKEND } from "./is-tracing.ts";
import { describeValues } from "./traced-value.ts";
import type { Tracer } from "./tracer.ts";

const RANDOM_OPS = new Set([
  "rand",
  "randomUniform",
  "randomNormal",
  "randomStandardNormal",
  "randomUniformInt",
  "randomGamma",
  "truncatedNormal",
  "dropout",
]);

/** A tfjs backend that records graph nodes instead of computing. It holds nothing between traces. */
class TraceBackend extends tf.KernelBackend {
  #tracer: Tracer | undefined;

  /** The trace in progress. */
  get tracer(): Tracer {
    if (this.#tracer === undefined)
      throw new EngineError("INVALID_FUNCTION", "The trace of this tensor has ended.");
    return this.#tracer;
  }

  /** Runs a synchronous function as one trace and restores the backend that was active. */
  trace<T>(tracer: Tracer, task: () => T): T {
    if (this.#tracer !== undefined)
      throw new EngineError("INVALID_FUNCTION", "A trace cannot be started inside a trace.");
    const previous = tf.getBackend();
    this.#tracer = tracer;
    tf.setBackend(TRACE_BACKEND);
    tf.engine().startScope();
    try {
      return task();
    } finally {
      tf.engine().endScope();
      if (previous) tf.setBackend(previous);
      this.#tracer = undefined;
    }
  }

  override write(values: tf.BackendValues, shape: number[], dtype: tf.DataType): object {
    const dataId = {};
    this.move(dataId, values, shape, dtype);
    return dataId;
  }

  override move(dataId: object, values: tf.BackendValues, shape: number[], dtype: tf.DataType): void {
    // tfjs opens a scope named after the op, as in "randomNormal__op".
    const op = (tfjsInternals().state.activeScope?.name ?? "").replace("__op", "");
    if (RANDOM_OPS.has(op)) {
      throw new EngineError(
        "RANDOM_IN_FUNCTION",
        `tf.${op} would bake one draw into the graph; feed seeded uniforms as an input instead.`,
      );
    }
    this.tracer.setValue(dataId, describeValues(values as ArrayLike<number>, shape, toDType(dtype)));
  }

  override readSync(dataId: object): tf.BackendValues {
    const value = this.#tracer?.findValue(dataId);
    const shape = tfjsInternals().state.tensorInfo.get(dataId)?.shape;
    if (value?.kind === "constant") return value.values as tf.BackendValues;
    if (value?.kind === "splat" && shape !== undefined) {
      return new Float32Array(countElements(shape)).fill(value.number);
    }
    throw new EngineError(
      "TRACED_VALUE_READ",
      "The value of a traced tensor was read (dataSync, arraySync, print or a branch on a value); a function has no values while it is traced.",
    );
  }

  override async read(dataId: object): Promise<tf.BackendValues> {
    return this.readSync(dataId);
  }

  // Nothing is allocated, so there is nothing to count or to free.
  override numDataIds(): number {
    return 0;
  }
  override disposeData(): boolean {
    return true;
  }
  override refCount(): number {
    return 1;
  }
  override incRef(): void {}
  decRef(): void {}
  override memory(): { unreliable: boolean } {
    return { unreliable: false };
  }
  override timerAvailable(): boolean {
    return false;
  }
  override floatPrecision(): 16 | 32 {
    return 32;
  }
  override epsilon(): number {
    return 1e-7;
  }
}

/** The one recording backend. */
export const traceBackend = new TraceBackend();
tf.registerBackend(TRACE_BACKEND, () => traceBackend, 0);
