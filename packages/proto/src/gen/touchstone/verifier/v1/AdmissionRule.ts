// Original file: proto/touchstone/verifier/v1/verifier.proto


export interface AdmissionRule {
  'name'?: (string);
  'description'?: (string);
}

export interface AdmissionRule__Output {
  'name': (string);
  'description': (string);
}
