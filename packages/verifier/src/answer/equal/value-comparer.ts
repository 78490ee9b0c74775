import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import type { Outcome } from "./outcome.ts";

/** Compares any two values; handed to the comparers of structures, which compare their parts with it. */
export type ValueComparer = (gold: Value, answer: Value, context: CompareContext) => Outcome;
