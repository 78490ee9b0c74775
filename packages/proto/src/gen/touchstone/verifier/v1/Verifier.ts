// Original file: proto/touchstone/verifier/v1/verifier.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CheckStepsRequest as _touchstone_verifier_v1_CheckStepsRequest, CheckStepsRequest__Output as _touchstone_verifier_v1_CheckStepsRequest__Output } from '../../../touchstone/verifier/v1/CheckStepsRequest.ts';
import type { CheckStepsResponse as _touchstone_verifier_v1_CheckStepsResponse, CheckStepsResponse__Output as _touchstone_verifier_v1_CheckStepsResponse__Output } from '../../../touchstone/verifier/v1/CheckStepsResponse.ts';
import type { DescribeRequest as _touchstone_verifier_v1_DescribeRequest, DescribeRequest__Output as _touchstone_verifier_v1_DescribeRequest__Output } from '../../../touchstone/verifier/v1/DescribeRequest.ts';
import type { DescribeResponse as _touchstone_verifier_v1_DescribeResponse, DescribeResponse__Output as _touchstone_verifier_v1_DescribeResponse__Output } from '../../../touchstone/verifier/v1/DescribeResponse.ts';
import type { GetDifficultyRequest as _touchstone_verifier_v1_GetDifficultyRequest, GetDifficultyRequest__Output as _touchstone_verifier_v1_GetDifficultyRequest__Output } from '../../../touchstone/verifier/v1/GetDifficultyRequest.ts';
import type { GetDifficultyResponse as _touchstone_verifier_v1_GetDifficultyResponse, GetDifficultyResponse__Output as _touchstone_verifier_v1_GetDifficultyResponse__Output } from '../../../touchstone/verifier/v1/GetDifficultyResponse.ts';
import type { GradeAnswersRequest as _touchstone_verifier_v1_GradeAnswersRequest, GradeAnswersRequest__Output as _touchstone_verifier_v1_GradeAnswersRequest__Output } from '../../../touchstone/verifier/v1/GradeAnswersRequest.ts';
import type { GradeAnswersResponse as _touchstone_verifier_v1_GradeAnswersResponse, GradeAnswersResponse__Output as _touchstone_verifier_v1_GradeAnswersResponse__Output } from '../../../touchstone/verifier/v1/GradeAnswersResponse.ts';
import type { ImportDifficultyRequest as _touchstone_verifier_v1_ImportDifficultyRequest, ImportDifficultyRequest__Output as _touchstone_verifier_v1_ImportDifficultyRequest__Output } from '../../../touchstone/verifier/v1/ImportDifficultyRequest.ts';
import type { ImportDifficultyResponse as _touchstone_verifier_v1_ImportDifficultyResponse, ImportDifficultyResponse__Output as _touchstone_verifier_v1_ImportDifficultyResponse__Output } from '../../../touchstone/verifier/v1/ImportDifficultyResponse.ts';
import type { ListDifficultyRequest as _touchstone_verifier_v1_ListDifficultyRequest, ListDifficultyRequest__Output as _touchstone_verifier_v1_ListDifficultyRequest__Output } from '../../../touchstone/verifier/v1/ListDifficultyRequest.ts';
import type { ListDifficultyResponse as _touchstone_verifier_v1_ListDifficultyResponse, ListDifficultyResponse__Output as _touchstone_verifier_v1_ListDifficultyResponse__Output } from '../../../touchstone/verifier/v1/ListDifficultyResponse.ts';
import type { ScoreRolloutsRequest as _touchstone_verifier_v1_ScoreRolloutsRequest, ScoreRolloutsRequest__Output as _touchstone_verifier_v1_ScoreRolloutsRequest__Output } from '../../../touchstone/verifier/v1/ScoreRolloutsRequest.ts';
import type { ScoreRolloutsResponse as _touchstone_verifier_v1_ScoreRolloutsResponse, ScoreRolloutsResponse__Output as _touchstone_verifier_v1_ScoreRolloutsResponse__Output } from '../../../touchstone/verifier/v1/ScoreRolloutsResponse.ts';
import type { SelectProblemsRequest as _touchstone_verifier_v1_SelectProblemsRequest, SelectProblemsRequest__Output as _touchstone_verifier_v1_SelectProblemsRequest__Output } from '../../../touchstone/verifier/v1/SelectProblemsRequest.ts';
import type { SelectProblemsResponse as _touchstone_verifier_v1_SelectProblemsResponse, SelectProblemsResponse__Output as _touchstone_verifier_v1_SelectProblemsResponse__Output } from '../../../touchstone/verifier/v1/SelectProblemsResponse.ts';

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
   * What the difficulty ledger knows of named problems.
   */
  GetDifficulty(argument: _touchstone_verifier_v1_GetDifficultyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_GetDifficultyResponse__Output>): grpc.ClientUnaryCall;
  GetDifficulty(argument: _touchstone_verifier_v1_GetDifficultyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_GetDifficultyResponse__Output>): grpc.ClientUnaryCall;
  GetDifficulty(argument: _touchstone_verifier_v1_GetDifficultyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_GetDifficultyResponse__Output>): grpc.ClientUnaryCall;
  GetDifficulty(argument: _touchstone_verifier_v1_GetDifficultyRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_GetDifficultyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * What the difficulty ledger knows of named problems.
   */
  getDifficulty(argument: _touchstone_verifier_v1_GetDifficultyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_GetDifficultyResponse__Output>): grpc.ClientUnaryCall;
  getDifficulty(argument: _touchstone_verifier_v1_GetDifficultyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_GetDifficultyResponse__Output>): grpc.ClientUnaryCall;
  getDifficulty(argument: _touchstone_verifier_v1_GetDifficultyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_GetDifficultyResponse__Output>): grpc.ClientUnaryCall;
  getDifficulty(argument: _touchstone_verifier_v1_GetDifficultyRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_GetDifficultyResponse__Output>): grpc.ClientUnaryCall;
  
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
   * Enters pass counts that were measured elsewhere.
   */
  ImportDifficulty(argument: _touchstone_verifier_v1_ImportDifficultyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ImportDifficultyResponse__Output>): grpc.ClientUnaryCall;
  ImportDifficulty(argument: _touchstone_verifier_v1_ImportDifficultyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_ImportDifficultyResponse__Output>): grpc.ClientUnaryCall;
  ImportDifficulty(argument: _touchstone_verifier_v1_ImportDifficultyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ImportDifficultyResponse__Output>): grpc.ClientUnaryCall;
  ImportDifficulty(argument: _touchstone_verifier_v1_ImportDifficultyRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_ImportDifficultyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Enters pass counts that were measured elsewhere.
   */
  importDifficulty(argument: _touchstone_verifier_v1_ImportDifficultyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ImportDifficultyResponse__Output>): grpc.ClientUnaryCall;
  importDifficulty(argument: _touchstone_verifier_v1_ImportDifficultyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_ImportDifficultyResponse__Output>): grpc.ClientUnaryCall;
  importDifficulty(argument: _touchstone_verifier_v1_ImportDifficultyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ImportDifficultyResponse__Output>): grpc.ClientUnaryCall;
  importDifficulty(argument: _touchstone_verifier_v1_ImportDifficultyRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_ImportDifficultyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Pages through the difficulty ledger.
   */
  ListDifficulty(argument: _touchstone_verifier_v1_ListDifficultyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ListDifficultyResponse__Output>): grpc.ClientUnaryCall;
  ListDifficulty(argument: _touchstone_verifier_v1_ListDifficultyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_ListDifficultyResponse__Output>): grpc.ClientUnaryCall;
  ListDifficulty(argument: _touchstone_verifier_v1_ListDifficultyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ListDifficultyResponse__Output>): grpc.ClientUnaryCall;
  ListDifficulty(argument: _touchstone_verifier_v1_ListDifficultyRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_ListDifficultyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Pages through the difficulty ledger.
   */
  listDifficulty(argument: _touchstone_verifier_v1_ListDifficultyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ListDifficultyResponse__Output>): grpc.ClientUnaryCall;
  listDifficulty(argument: _touchstone_verifier_v1_ListDifficultyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_ListDifficultyResponse__Output>): grpc.ClientUnaryCall;
  listDifficulty(argument: _touchstone_verifier_v1_ListDifficultyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_ListDifficultyResponse__Output>): grpc.ClientUnaryCall;
  listDifficulty(argument: _touchstone_verifier_v1_ListDifficultyRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_ListDifficultyResponse__Output>): grpc.ClientUnaryCall;
  
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
  
  /**
   * Chooses which problems to roll out next.
   */
  SelectProblems(argument: _touchstone_verifier_v1_SelectProblemsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_SelectProblemsResponse__Output>): grpc.ClientUnaryCall;
  SelectProblems(argument: _touchstone_verifier_v1_SelectProblemsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_SelectProblemsResponse__Output>): grpc.ClientUnaryCall;
  SelectProblems(argument: _touchstone_verifier_v1_SelectProblemsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_SelectProblemsResponse__Output>): grpc.ClientUnaryCall;
  SelectProblems(argument: _touchstone_verifier_v1_SelectProblemsRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_SelectProblemsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Chooses which problems to roll out next.
   */
  selectProblems(argument: _touchstone_verifier_v1_SelectProblemsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_SelectProblemsResponse__Output>): grpc.ClientUnaryCall;
  selectProblems(argument: _touchstone_verifier_v1_SelectProblemsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_touchstone_verifier_v1_SelectProblemsResponse__Output>): grpc.ClientUnaryCall;
  selectProblems(argument: _touchstone_verifier_v1_SelectProblemsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_touchstone_verifier_v1_SelectProblemsResponse__Output>): grpc.ClientUnaryCall;
  selectProblems(argument: _touchstone_verifier_v1_SelectProblemsRequest, callback: grpc.requestCallback<_touchstone_verifier_v1_SelectProblemsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The same on a stream: one response for each request, in order.
   */
  StreamRollouts(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_touchstone_verifier_v1_ScoreRolloutsRequest, _touchstone_verifier_v1_ScoreRolloutsResponse__Output>;
  StreamRollouts(options?: grpc.CallOptions): grpc.ClientDuplexStream<_touchstone_verifier_v1_ScoreRolloutsRequest, _touchstone_verifier_v1_ScoreRolloutsResponse__Output>;
  /**
   * The same on a stream: one response for each request, in order.
   */
  streamRollouts(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_touchstone_verifier_v1_ScoreRolloutsRequest, _touchstone_verifier_v1_ScoreRolloutsResponse__Output>;
  streamRollouts(options?: grpc.CallOptions): grpc.ClientDuplexStream<_touchstone_verifier_v1_ScoreRolloutsRequest, _touchstone_verifier_v1_ScoreRolloutsResponse__Output>;
  
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
   * What the difficulty ledger knows of named problems.
   */
  GetDifficulty: grpc.handleUnaryCall<_touchstone_verifier_v1_GetDifficultyRequest__Output, _touchstone_verifier_v1_GetDifficultyResponse>;
  
  /**
   * Grades answers against gold answers.
   */
  GradeAnswers: grpc.handleUnaryCall<_touchstone_verifier_v1_GradeAnswersRequest__Output, _touchstone_verifier_v1_GradeAnswersResponse>;
  
  /**
   * Enters pass counts that were measured elsewhere.
   */
  ImportDifficulty: grpc.handleUnaryCall<_touchstone_verifier_v1_ImportDifficultyRequest__Output, _touchstone_verifier_v1_ImportDifficultyResponse>;
  
  /**
   * Pages through the difficulty ledger.
   */
  ListDifficulty: grpc.handleUnaryCall<_touchstone_verifier_v1_ListDifficultyRequest__Output, _touchstone_verifier_v1_ListDifficultyResponse>;
  
  /**
   * Scores groups of rollouts: answer verdicts, reward components, group statistics.
   */
  ScoreRollouts: grpc.handleUnaryCall<_touchstone_verifier_v1_ScoreRolloutsRequest__Output, _touchstone_verifier_v1_ScoreRolloutsResponse>;
  
  /**
   * Chooses which problems to roll out next.
   */
  SelectProblems: grpc.handleUnaryCall<_touchstone_verifier_v1_SelectProblemsRequest__Output, _touchstone_verifier_v1_SelectProblemsResponse>;
  
  /**
   * The same on a stream: one response for each request, in order.
   */
  StreamRollouts: grpc.handleBidiStreamingCall<_touchstone_verifier_v1_ScoreRolloutsRequest__Output, _touchstone_verifier_v1_ScoreRolloutsResponse>;
  
}

export interface VerifierDefinition extends grpc.ServiceDefinition {
  CheckSteps: MethodDefinition<_touchstone_verifier_v1_CheckStepsRequest, _touchstone_verifier_v1_CheckStepsResponse, _touchstone_verifier_v1_CheckStepsRequest__Output, _touchstone_verifier_v1_CheckStepsResponse__Output>
  Describe: MethodDefinition<_touchstone_verifier_v1_DescribeRequest, _touchstone_verifier_v1_DescribeResponse, _touchstone_verifier_v1_DescribeRequest__Output, _touchstone_verifier_v1_DescribeResponse__Output>
  GetDifficulty: MethodDefinition<_touchstone_verifier_v1_GetDifficultyRequest, _touchstone_verifier_v1_GetDifficultyResponse, _touchstone_verifier_v1_GetDifficultyRequest__Output, _touchstone_verifier_v1_GetDifficultyResponse__Output>
  GradeAnswers: MethodDefinition<_touchstone_verifier_v1_GradeAnswersRequest, _touchstone_verifier_v1_GradeAnswersResponse, _touchstone_verifier_v1_GradeAnswersRequest__Output, _touchstone_verifier_v1_GradeAnswersResponse__Output>
  ImportDifficulty: MethodDefinition<_touchstone_verifier_v1_ImportDifficultyRequest, _touchstone_verifier_v1_ImportDifficultyResponse, _touchstone_verifier_v1_ImportDifficultyRequest__Output, _touchstone_verifier_v1_ImportDifficultyResponse__Output>
  ListDifficulty: MethodDefinition<_touchstone_verifier_v1_ListDifficultyRequest, _touchstone_verifier_v1_ListDifficultyResponse, _touchstone_verifier_v1_ListDifficultyRequest__Output, _touchstone_verifier_v1_ListDifficultyResponse__Output>
  ScoreRollouts: MethodDefinition<_touchstone_verifier_v1_ScoreRolloutsRequest, _touchstone_verifier_v1_ScoreRolloutsResponse, _touchstone_verifier_v1_ScoreRolloutsRequest__Output, _touchstone_verifier_v1_ScoreRolloutsResponse__Output>
  SelectProblems: MethodDefinition<_touchstone_verifier_v1_SelectProblemsRequest, _touchstone_verifier_v1_SelectProblemsResponse, _touchstone_verifier_v1_SelectProblemsRequest__Output, _touchstone_verifier_v1_SelectProblemsResponse__Output>
  StreamRollouts: MethodDefinition<_touchstone_verifier_v1_ScoreRolloutsRequest, _touchstone_verifier_v1_ScoreRolloutsResponse, _touchstone_verifier_v1_ScoreRolloutsRequest__Output, _touchstone_verifier_v1_ScoreRolloutsResponse__Output>
}
