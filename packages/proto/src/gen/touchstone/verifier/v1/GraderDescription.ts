// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { GraderOption as _touchstone_verifier_v1_GraderOption, GraderOption__Output as _touchstone_verifier_v1_GraderOption__Output } from '../../../touchstone/verifier/v1/GraderOption.ts';

export interface GraderDescription {
  'name'?: (string);
  'description'?: (string);
  'options'?: (_touchstone_verifier_v1_GraderOption)[];
}

export interface GraderDescription__Output {
  'name': (string);
  'description': (string);
  'options': (_touchstone_verifier_v1_GraderOption__Output)[];
}
