// Original file: proto/touchstone/verifier/v1/verifier.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CheckStepsRequest as _touchstone_verifier_v1_CheckStepsRequest, CheckStepsRequest__Output as _touchstone_verifier_v1_CheckStepsRequest__Output } from '../../../touchstone/verifier/v1/CheckStepsRequest.ts';
import type { CheckStepsResponse as _touchstone_verifier_v1_CheckStepsResponse, CheckStepsResponse__Output as _touchstone_verifier_v1_CheckStepsResponse__Output } from '../../../touchstone/verifier/v1/CheckStepsResponse.ts';
import type { DescribeRequest as _touchstone_verifier_v1_DescribeRequest, DescribeRequest__Output as _touchstone_verifier_v1_DescribeRequest__Output } from '../../../touchstone/verifier/v1/DescribeRequest.ts';
import type { DescribeResponse as _touchstone_verifier_v1_DescribeResponse, DescribeResponse__Output as _touchstone_verifier_v1_DescribeResponse__Output } from '../../../touchstone/verifier/v1/DescribeResponse.ts';
import type { GradeAnswersRequest as _touchstone_verifier_v1_GradeAnswersRequest, GradeAnswersRequest__Output as _touchstone_verifier_v1_GradeAnswersRequest__Output } from '../../../touchstone/verifier/v1/GradeAnswersRequest.ts';
import type { GradeAnswersResponse as _touchstone_verifier_v1_GradeAnswersResponse, GradeAnswersResponse__Output as _touchstone_verifier_v1_GradeAnswersResponse__Output } from '../../../touchstone/verifier/v1/GradeAnswersResponse.ts';
import type { ScoreRolloutsRequest as _touchstone_verifier_v1_ScoreRolloutsRequest, ScoreRolloutsRequest__Output as _touchstone_verifier_v1_ScoreRolloutsRequest__Output } from '../../../touchstone/verifier/v1/ScoreRolloutsRequest.ts';
import type { ScoreRolloutsResponse as _touchstone_verifier_v1_ScoreRolloutsResponse, ScoreRolloutsResponse__Output as _touchstone_verifier_v1_ScoreRolloutsResponse__Output } from '../../../touchstone/verifier/v1/ScoreRolloutsResponse.ts';

export interface VerifierClient extends grpc.Client {
  /**
   * Checks traces of reasoning step by step: which steps hold, whether the trace coheres, whether it carries its answer.
   */
  CheckSteps(argument: _touchstone_verifier_v1_CheckStepsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_CheckStepsResponse__Output>): grpc.ClientUnaryCall;
  CheckSteps(argument: _touchstone_verifier_v1_CheckStepsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_CheckStepsResponse__Output>): grpc.ClientUnaryCall;
  CheckSteps(argument: _touchstone_verifier_v1_CheckStepsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_CheckStepsResponse__Output>): grpc.ClientUnaryCall;
  CheckSteps(argument: _touchstone_verifier_v1_CheckStepsRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_CheckStepsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Checks traces of reasoning step by step: which steps hold, whether the trace coheres, whether it carries its answer.
   */
  checkSteps(argument: _touchstone_verifier_v1_CheckStepsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_CheckStepsResponse__Output>): grpc.ClientUnaryCall;
  checkSteps(argument: _touchstone_verifier_v1_CheckStepsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_CheckStepsResponse__Output>): grpc.ClientUnaryCall;
  checkSteps(argument: _touchstone_verifier_v1_CheckStepsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_CheckStepsResponse__Output>): grpc.ClientUnaryCall;
  checkSteps(argument: _touchstone_verifier_v1_CheckStepsRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_CheckStepsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says what this server is: version, reward profiles, default policy, limits.
   */
  Describe(argument: _touchstone_verifier_v1_DescribeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_DescribeResponse__Output>): grpc.ClientUnaryCall;
  Describe(argument: _touchstone_verifier_v1_DescribeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_DescribeResponse__Output>): grpc.ClientUnaryCall;
  Describe(argument: _touchstone_verifier_v1_DescribeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_DescribeResponse__Output>): grpc.ClientUnaryCall;
  Describe(argument: _touchstone_verifier_v1_DescribeRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_DescribeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Says what this server is: version, reward profiles, default policy, limits.
   */
  describe(argument: _touchstone_verifier_v1_DescribeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_DescribeResponse__Output>): grpc.ClientUnaryCall;
  describe(argument: _touchstone_verifier_v1_DescribeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_DescribeResponse__Output>): grpc.ClientUnaryCall;
  describe(argument: _touchstone_verifier_v1_DescribeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_DescribeResponse__Output>): grpc.ClientUnaryCall;
  describe(argument: _touchstone_verifier_v1_DescribeRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_DescribeResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Grades answers against gold answers.
   */
  GradeAnswers(argument: _touchstone_verifier_v1_GradeAnswersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_GradeAnswersResponse__Output>): grpc.ClientUnaryCall;
  GradeAnswers(argument: _touchstone_verifier_v1_GradeAnswersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_GradeAnswersResponse__Output>): grpc.ClientUnaryCall;
  GradeAnswers(argument: _touchstone_verifier_v1_GradeAnswersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_GradeAnswersResponse__Output>): grpc.ClientUnaryCall;
  GradeAnswers(argument: _touchstone_verifier_v1_GradeAnswersRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_GradeAnswersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Grades answers against gold answers.
   */
  gradeAnswers(argument: _touchstone_verifier_v1_GradeAnswersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_GradeAnswersResponse__Output>): grpc.ClientUnaryCall;
  gradeAnswers(argument: _touchstone_verifier_v1_GradeAnswersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_GradeAnswersResponse__Output>): grpc.ClientUnaryCall;
  gradeAnswers(argument: _touchstone_verifier_v1_GradeAnswersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_GradeAnswersResponse__Output>): grpc.ClientUnaryCall;
  gradeAnswers(argument: _touchstone_verifier_v1_GradeAnswersRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_GradeAnswersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Scores groups of rollouts: answer verdicts, reward components, group statistics.
   */
  ScoreRollouts(argument: _touchstone_verifier_v1_ScoreRolloutsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ScoreRolloutsResponse__Output>): grpc.ClientUnaryCall;
  ScoreRollouts(argument: _touchstone_verifier_v1_ScoreRolloutsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_ScoreRolloutsResponse__Output>): grpc.ClientUnaryCall;
  ScoreRollouts(argument: _touchstone_verifier_v1_ScoreRolloutsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ScoreRolloutsResponse__Output>): grpc.ClientUnaryCall;
  ScoreRollouts(argument: _touchstone_verifier_v1_ScoreRolloutsRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_ScoreRolloutsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Scores groups of rollouts: answer verdicts, reward components, group statistics.
   */
  scoreRollouts(argument: _touchstone_verifier_v1_ScoreRolloutsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ScoreRolloutsResponse__Output>): grpc.ClientUnaryCall;
  scoreRollouts(argument: _touchstone_verifier_v1_ScoreRolloutsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_ScoreRolloutsResponse__Output>): grpc.ClientUnaryCall;
  scoreRollouts(argument: _touchstone_verifier_v1_ScoreRolloutsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ScoreRolloutsResponse__Output>): grpc.ClientUnaryCall;
  scoreRollouts(argument: _touchstone_verifier_v1_ScoreRolloutsRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_ScoreRolloutsResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface VerifierHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Checks traces of reasoning step by step: which steps hold, whether the trace coheres, whether it carries its answer.
   */
  CheckSteps: grpc.handleUnaryCall<_touchstone_verifier_v1_CheckStepsRequest__Output, _touchstone_verifier_v1_CheckStepsResponse>;
  
  /**
   * Says what this server is: version, reward profiles, default policy, limits.
   */
  Describe: grpc.handleUnaryCall<_touchstone_verifier_v1_DescribeRequest__Output, _touchstone_verifier_v1_DescribeResponse>;
  
  /**
   * Grades answers against gold answers.
   */
  GradeAnswers: grpc.handleUnaryCall<_touchstone_verifier_v1_GradeAnswersRequest__Output, _touchstone_verifier_v1_GradeAnswersResponse>;
  
  /**
   * Scores groups of rollouts: answer verdicts, reward components, group statistics.
   */
  ScoreRollouts: grpc.handleUnaryCall<_touchstone_verifier_v1_ScoreRolloutsRequest__Output, _touchstone_verifier_v1_ScoreRolloutsResponse>;
  
}

export interface VerifierDefinition extends grpc.ServiceDefinition {
  CheckSteps: MethodDefinition<_touchstone_verifier_v1_CheckStepsRequest, _touchstone_verifier_v1_CheckStepsResponse, _touchstone_verifier_v1_CheckStepsRequest__Output, _touchstone_verifier_v1_CheckStepsResponse__Output>
  Describe: MethodDefinition<_touchstone_verifier_v1_DescribeRequest, _touchstone_verifier_v1_DescribeResponse, _touchstone_verifier_v1_DescribeRequest__Output, _touchstone_verifier_v1_DescribeResponse__Output>
  GradeAnswers: MethodDefinition<_touchstone_verifier_v1_GradeAnswersRequest, _touchstone_verifier_v1_GradeAnswersResponse, _touchstone_verifier_v1_GradeAnswersRequest__Output, _touchstone_verifier_v1_GradeAnswersResponse__Output>
  ScoreRollouts: MethodDefinition<_touchstone_verifier_v1_ScoreRolloutsRequest, _touchstone_verifier_v1_ScoreRolloutsResponse, _touchstone_verifier_v1_ScoreRolloutsRequest__Output, _touchstone_verifier_v1_ScoreRolloutsResponse__Output>
}
