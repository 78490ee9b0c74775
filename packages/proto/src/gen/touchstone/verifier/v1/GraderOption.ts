// Original file: proto/touchstone/verifier/v1/verifier.proto


export interface GraderOption {
  'name'?: (string);
  'description'?: (string);
  /**
   * What it may be, the default first.
   */
  'values'?: (string)[];
}

export interface GraderOption__Output {
  'name': (string);
  'description': (string);
  /**
   * What it may be, the default first.
   */
  'values': (string)[];
}
