// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Bounds on the work for one trace. Over the first two and over its fuel, the trace is a failure; over the others, what is
 * not read makes no claim.
 */
export interface StepLimits {
  /**
   * Problem included, in UTF-16 code units.
   */
  'maxTraceChars'?: (number);
  'maxSteps'?: (number);
  'fuelPerStep'?: (number | string | Long);
  'fuelPerTrace'?: (number | string | Long);
  /**
   * Of one expression in a step.
   */
  'maxExpressionChars'?: (number);
  'maxExpressionDepth'?: (number);
  'maxExpressionTokens'?: (number);
}

/**
 * Bounds on the work for one trace. Over the first two and over its fuel, the trace is a failure; over the others, what is
 * not read makes no claim.
 */
export interface StepLimits__Output {
  /**
   * Problem included, in UTF-16 code units.
   */
  'maxTraceChars': (number);
  'maxSteps': (number);
  'fuelPerStep': (number);
  'fuelPerTrace': (number);
  /**
   * Of one expression in a step.
   */
  'maxExpressionChars': (number);
  'maxExpressionDepth': (number);
  'maxExpressionTokens': (number);
}
