// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { TraceReport as _touchstone_verifier_v1_TraceReport, TraceReport__Output as _touchstone_verifier_v1_TraceReport__Output } from '../../../touchstone/verifier/v1/TraceReport.ts';
import type { Failure as _touchstone_verifier_v1_Failure, Failure__Output as _touchstone_verifier_v1_Failure__Output } from '../../../touchstone/verifier/v1/Failure.ts';
import type { Long } from '@grpc/proto-loader';

export interface TraceVerdict {
  'id'?: (string);
  'report'?: (_touchstone_verifier_v1_TraceReport | null);
  'failure'?: (_touchstone_verifier_v1_Failure | null);
  /**
   * Work spent, in fuel units; the same on every machine.
   */
  'fuelUsed'?: (number | string | Long);
  'outcome'?: "report"|"failure";
}

export interface TraceVerdict__Output {
  'id': (string);
  'report'?: (_touchstone_verifier_v1_TraceReport__Output | null);
  'failure'?: (_touchstone_verifier_v1_Failure__Output | null);
  /**
   * Work spent, in fuel units; the same on every machine.
   */
  'fuelUsed': (number);
  'outcome'?: "report"|"failure";
}
