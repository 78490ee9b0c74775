// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { StepVerdict as _touchstone_verifier_v1_StepVerdict, StepVerdict__Output as _touchstone_verifier_v1_StepVerdict__Output } from '../../../touchstone/verifier/v1/StepVerdict.ts';
import type { TraceCoherence as _touchstone_verifier_v1_TraceCoherence, TraceCoherence__Output as _touchstone_verifier_v1_TraceCoherence__Output } from '../../../touchstone/verifier/v1/TraceCoherence.ts';
import type { TraceValidity as _touchstone_verifier_v1_TraceValidity, TraceValidity__Output as _touchstone_verifier_v1_TraceValidity__Output } from '../../../touchstone/verifier/v1/TraceValidity.ts';

export interface TraceReport {
  'steps'?: (_touchstone_verifier_v1_StepVerdict)[];
  'coherence'?: (_touchstone_verifier_v1_TraceCoherence | null);
  'validity'?: (_touchstone_verifier_v1_TraceValidity);
  /**
   * Position of the first wrong step; absent where none was found.
   */
  'firstError'?: (number);
  '_firstError'?: "firstError";
}

export interface TraceReport__Output {
  'steps': (_touchstone_verifier_v1_StepVerdict__Output)[];
  'coherence': (_touchstone_verifier_v1_TraceCoherence__Output | null);
  'validity': (_touchstone_verifier_v1_TraceValidity__Output);
  /**
   * Position of the first wrong step; absent where none was found.
   */
  'firstError'?: (number);
  '_firstError'?: "firstError";
}
