// Original file: proto/touchstone/verifier/v1/verifier.proto


export interface DescribeRequest {
}

export interface DescribeRequest__Output {
}
