// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { AdmissionRule as _touchstone_verifier_v1_AdmissionRule, AdmissionRule__Output as _touchstone_verifier_v1_AdmissionRule__Output } from '../../../touchstone/verifier/v1/AdmissionRule.ts';

export interface DifficultySettings {
  /**
   * "memory", "file" or "postgres".
   */
  'store'?: (string);
  /**
   * "disk" or "os": when an update of a file is acknowledged.
   */
  'sync'?: (string);
  'admissionRules'?: (_touchstone_verifier_v1_AdmissionRule)[];
  'defaultAdmission'?: (string);
  'selectionMethods'?: (string)[];
  /**
   * Every numeric setting by its name in a configuration file.
   */
  'settings'?: ({[key: string]: number | string});
}

export interface DifficultySettings__Output {
  /**
   * "memory", "file" or "postgres".
   */
  'store': (string);
  /**
   * "disk" or "os": when an update of a file is acknowledged.
   */
  'sync': (string);
  'admissionRules': (_touchstone_verifier_v1_AdmissionRule__Output)[];
  'defaultAdmission': (string);
  'selectionMethods': (string)[];
  /**
   * Every numeric setting by its name in a configuration file.
   */
  'settings': ({[key: string]: number});
}
