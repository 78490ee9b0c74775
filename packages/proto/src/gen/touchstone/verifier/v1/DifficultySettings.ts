// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { AdmissionRule as _touchstone_verifier_v1_AdmissionRule, AdmissionRule__Output as _touchstone_verifier_v1_AdmissionRule__Output } from '../../../touchstone/verifier/v1/AdmissionRule.ts';
import type { Long } from '@grpc/proto-loader';

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
  /**
   * Problems of all streams that the ledger holds; 0: as many as its database does.
   */
  'maxProblems'?: (number | string | Long);
  /**
   * What a full ledger does with new problems: "forget_oldest" (those updated longest ago leave), "refuse"
   * (RESOURCE_EXHAUSTED), or empty where there is no limit.
   */
  'whenFull'?: (string);
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
  /**
   * Problems of all streams that the ledger holds; 0: as many as its database does.
   */
  'maxProblems': (number);
  /**
   * What a full ledger does with new problems: "forget_oldest" (those updated longest ago leave), "refuse"
   * (RESOURCE_EXHAUSTED), or empty where there is no limit.
   */
  'whenFull': (string);
}
