// Original file: proto/touchstone/verifier/v1/verifier.proto


export interface ShortcutDetector {
  'name'?: (string);
  'description'?: (string);
  'threshold'?: (number | string);
}

export interface ShortcutDetector__Output {
  'name': (string);
  'description': (string);
  'threshold': (number);
}
