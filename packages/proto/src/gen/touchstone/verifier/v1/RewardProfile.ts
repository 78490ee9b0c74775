// Original file: proto/touchstone/verifier/v1/verifier.proto


export interface RewardProfile {
  'name'?: (string);
  'description'?: (string);
  'weights'?: ({[key: string]: number | string});
}

export interface RewardProfile__Output {
  'name': (string);
  'description': (string);
  'weights': ({[key: string]: number});
}
