import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AdmissionRule as _touchstone_verifier_v1_AdmissionRule, AdmissionRule__Output as _touchstone_verifier_v1_AdmissionRule__Output } from './touchstone/verifier/v1/AdmissionRule.ts';
import type { AnswerItem as _touchstone_verifier_v1_AnswerItem, AnswerItem__Output as _touchstone_verifier_v1_AnswerItem__Output } from './touchstone/verifier/v1/AnswerItem.ts';
import type { AnswerPolicy as _touchstone_verifier_v1_AnswerPolicy, AnswerPolicy__Output as _touchstone_verifier_v1_AnswerPolicy__Output } from './touchstone/verifier/v1/AnswerPolicy.ts';
import type { AnswerVerdict as _touchstone_verifier_v1_AnswerVerdict, AnswerVerdict__Output as _touchstone_verifier_v1_AnswerVerdict__Output } from './touchstone/verifier/v1/AnswerVerdict.ts';
import type { CheckStepsRequest as _touchstone_verifier_v1_CheckStepsRequest, CheckStepsRequest__Output as _touchstone_verifier_v1_CheckStepsRequest__Output } from './touchstone/verifier/v1/CheckStepsRequest.ts';
import type { CheckStepsResponse as _touchstone_verifier_v1_CheckStepsResponse, CheckStepsResponse__Output as _touchstone_verifier_v1_CheckStepsResponse__Output } from './touchstone/verifier/v1/CheckStepsResponse.ts';
import type { DescribeRequest as _touchstone_verifier_v1_DescribeRequest, DescribeRequest__Output as _touchstone_verifier_v1_DescribeRequest__Output } from './touchstone/verifier/v1/DescribeRequest.ts';
import type { DescribeResponse as _touchstone_verifier_v1_DescribeResponse, DescribeResponse__Output as _touchstone_verifier_v1_DescribeResponse__Output } from './touchstone/verifier/v1/DescribeResponse.ts';
import type { Difficulty as _touchstone_verifier_v1_Difficulty, Difficulty__Output as _touchstone_verifier_v1_Difficulty__Output } from './touchstone/verifier/v1/Difficulty.ts';
import type { DifficultySettings as _touchstone_verifier_v1_DifficultySettings, DifficultySettings__Output as _touchstone_verifier_v1_DifficultySettings__Output } from './touchstone/verifier/v1/DifficultySettings.ts';
import type { DifficultyVisit as _touchstone_verifier_v1_DifficultyVisit, DifficultyVisit__Output as _touchstone_verifier_v1_DifficultyVisit__Output } from './touchstone/verifier/v1/DifficultyVisit.ts';
import type { Failure as _touchstone_verifier_v1_Failure, Failure__Output as _touchstone_verifier_v1_Failure__Output } from './touchstone/verifier/v1/Failure.ts';
import type { GetDifficultyRequest as _touchstone_verifier_v1_GetDifficultyRequest, GetDifficultyRequest__Output as _touchstone_verifier_v1_GetDifficultyRequest__Output } from './touchstone/verifier/v1/GetDifficultyRequest.ts';
import type { GetDifficultyResponse as _touchstone_verifier_v1_GetDifficultyResponse, GetDifficultyResponse__Output as _touchstone_verifier_v1_GetDifficultyResponse__Output } from './touchstone/verifier/v1/GetDifficultyResponse.ts';
import type { GradeAnswersRequest as _touchstone_verifier_v1_GradeAnswersRequest, GradeAnswersRequest__Output as _touchstone_verifier_v1_GradeAnswersRequest__Output } from './touchstone/verifier/v1/GradeAnswersRequest.ts';
import type { GradeAnswersResponse as _touchstone_verifier_v1_GradeAnswersResponse, GradeAnswersResponse__Output as _touchstone_verifier_v1_GradeAnswersResponse__Output } from './touchstone/verifier/v1/GradeAnswersResponse.ts';
import type { GraderDescription as _touchstone_verifier_v1_GraderDescription, GraderDescription__Output as _touchstone_verifier_v1_GraderDescription__Output } from './touchstone/verifier/v1/GraderDescription.ts';
import type { GraderOption as _touchstone_verifier_v1_GraderOption, GraderOption__Output as _touchstone_verifier_v1_GraderOption__Output } from './touchstone/verifier/v1/GraderOption.ts';
import type { GraderSpec as _touchstone_verifier_v1_GraderSpec, GraderSpec__Output as _touchstone_verifier_v1_GraderSpec__Output } from './touchstone/verifier/v1/GraderSpec.ts';
import type { GroupDecision as _touchstone_verifier_v1_GroupDecision, GroupDecision__Output as _touchstone_verifier_v1_GroupDecision__Output } from './touchstone/verifier/v1/GroupDecision.ts';
import type { GroupResult as _touchstone_verifier_v1_GroupResult, GroupResult__Output as _touchstone_verifier_v1_GroupResult__Output } from './touchstone/verifier/v1/GroupResult.ts';
import type { GroupStats as _touchstone_verifier_v1_GroupStats, GroupStats__Output as _touchstone_verifier_v1_GroupStats__Output } from './touchstone/verifier/v1/GroupStats.ts';
import type { ImportDifficultyRequest as _touchstone_verifier_v1_ImportDifficultyRequest, ImportDifficultyRequest__Output as _touchstone_verifier_v1_ImportDifficultyRequest__Output } from './touchstone/verifier/v1/ImportDifficultyRequest.ts';
import type { ImportDifficultyResponse as _touchstone_verifier_v1_ImportDifficultyResponse, ImportDifficultyResponse__Output as _touchstone_verifier_v1_ImportDifficultyResponse__Output } from './touchstone/verifier/v1/ImportDifficultyResponse.ts';
import type { ImportedCounts as _touchstone_verifier_v1_ImportedCounts, ImportedCounts__Output as _touchstone_verifier_v1_ImportedCounts__Output } from './touchstone/verifier/v1/ImportedCounts.ts';
import type { Limits as _touchstone_verifier_v1_Limits, Limits__Output as _touchstone_verifier_v1_Limits__Output } from './touchstone/verifier/v1/Limits.ts';
import type { ListDifficultyRequest as _touchstone_verifier_v1_ListDifficultyRequest, ListDifficultyRequest__Output as _touchstone_verifier_v1_ListDifficultyRequest__Output } from './touchstone/verifier/v1/ListDifficultyRequest.ts';
import type { ListDifficultyResponse as _touchstone_verifier_v1_ListDifficultyResponse, ListDifficultyResponse__Output as _touchstone_verifier_v1_ListDifficultyResponse__Output } from './touchstone/verifier/v1/ListDifficultyResponse.ts';
import type { PoolLimits as _touchstone_verifier_v1_PoolLimits, PoolLimits__Output as _touchstone_verifier_v1_PoolLimits__Output } from './touchstone/verifier/v1/PoolLimits.ts';
import type { RewardProfile as _touchstone_verifier_v1_RewardProfile, RewardProfile__Output as _touchstone_verifier_v1_RewardProfile__Output } from './touchstone/verifier/v1/RewardProfile.ts';
import type { RewardSpec as _touchstone_verifier_v1_RewardSpec, RewardSpec__Output as _touchstone_verifier_v1_RewardSpec__Output } from './touchstone/verifier/v1/RewardSpec.ts';
import type { Rollout as _touchstone_verifier_v1_Rollout, Rollout__Output as _touchstone_verifier_v1_Rollout__Output } from './touchstone/verifier/v1/Rollout.ts';
import type { RolloutGroup as _touchstone_verifier_v1_RolloutGroup, RolloutGroup__Output as _touchstone_verifier_v1_RolloutGroup__Output } from './touchstone/verifier/v1/RolloutGroup.ts';
import type { RolloutResult as _touchstone_verifier_v1_RolloutResult, RolloutResult__Output as _touchstone_verifier_v1_RolloutResult__Output } from './touchstone/verifier/v1/RolloutResult.ts';
import type { Score as _touchstone_verifier_v1_Score, Score__Output as _touchstone_verifier_v1_Score__Output } from './touchstone/verifier/v1/Score.ts';
import type { ScoreRolloutsRequest as _touchstone_verifier_v1_ScoreRolloutsRequest, ScoreRolloutsRequest__Output as _touchstone_verifier_v1_ScoreRolloutsRequest__Output } from './touchstone/verifier/v1/ScoreRolloutsRequest.ts';
import type { ScoreRolloutsResponse as _touchstone_verifier_v1_ScoreRolloutsResponse, ScoreRolloutsResponse__Output as _touchstone_verifier_v1_ScoreRolloutsResponse__Output } from './touchstone/verifier/v1/ScoreRolloutsResponse.ts';
import type { SelectProblemsRequest as _touchstone_verifier_v1_SelectProblemsRequest, SelectProblemsRequest__Output as _touchstone_verifier_v1_SelectProblemsRequest__Output } from './touchstone/verifier/v1/SelectProblemsRequest.ts';
import type { SelectProblemsResponse as _touchstone_verifier_v1_SelectProblemsResponse, SelectProblemsResponse__Output as _touchstone_verifier_v1_SelectProblemsResponse__Output } from './touchstone/verifier/v1/SelectProblemsResponse.ts';
import type { SelectedProblem as _touchstone_verifier_v1_SelectedProblem, SelectedProblem__Output as _touchstone_verifier_v1_SelectedProblem__Output } from './touchstone/verifier/v1/SelectedProblem.ts';
import type { ShortcutDetector as _touchstone_verifier_v1_ShortcutDetector, ShortcutDetector__Output as _touchstone_verifier_v1_ShortcutDetector__Output } from './touchstone/verifier/v1/ShortcutDetector.ts';
import type { ShortcutFlag as _touchstone_verifier_v1_ShortcutFlag, ShortcutFlag__Output as _touchstone_verifier_v1_ShortcutFlag__Output } from './touchstone/verifier/v1/ShortcutFlag.ts';
import type { Span as _touchstone_verifier_v1_Span, Span__Output as _touchstone_verifier_v1_Span__Output } from './touchstone/verifier/v1/Span.ts';
import type { StepError as _touchstone_verifier_v1_StepError, StepError__Output as _touchstone_verifier_v1_StepError__Output } from './touchstone/verifier/v1/StepError.ts';
import type { StepLimits as _touchstone_verifier_v1_StepLimits, StepLimits__Output as _touchstone_verifier_v1_StepLimits__Output } from './touchstone/verifier/v1/StepLimits.ts';
import type { StepVerdict as _touchstone_verifier_v1_StepVerdict, StepVerdict__Output as _touchstone_verifier_v1_StepVerdict__Output } from './touchstone/verifier/v1/StepVerdict.ts';
import type { TraceCoherence as _touchstone_verifier_v1_TraceCoherence, TraceCoherence__Output as _touchstone_verifier_v1_TraceCoherence__Output } from './touchstone/verifier/v1/TraceCoherence.ts';
import type { TraceItem as _touchstone_verifier_v1_TraceItem, TraceItem__Output as _touchstone_verifier_v1_TraceItem__Output } from './touchstone/verifier/v1/TraceItem.ts';
import type { TraceReport as _touchstone_verifier_v1_TraceReport, TraceReport__Output as _touchstone_verifier_v1_TraceReport__Output } from './touchstone/verifier/v1/TraceReport.ts';
import type { TraceVerdict as _touchstone_verifier_v1_TraceVerdict, TraceVerdict__Output as _touchstone_verifier_v1_TraceVerdict__Output } from './touchstone/verifier/v1/TraceVerdict.ts';
import type { VerifierClient as _touchstone_verifier_v1_VerifierClient, VerifierDefinition as _touchstone_verifier_v1_VerifierDefinition } from './touchstone/verifier/v1/Verifier.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  touchstone: {
    verifier: {
      v1: {
        AdjacentBoxes: EnumTypeDefinition
        AdmissionRule: MessageTypeDefinition<_touchstone_verifier_v1_AdmissionRule, _touchstone_verifier_v1_AdmissionRule__Output>
        AngleRule: EnumTypeDefinition
        AnswerChoice: EnumTypeDefinition
        AnswerItem: MessageTypeDefinition<_touchstone_verifier_v1_AnswerItem, _touchstone_verifier_v1_AnswerItem__Output>
        AnswerPlace: EnumTypeDefinition
        AnswerPolicy: MessageTypeDefinition<_touchstone_verifier_v1_AnswerPolicy, _touchstone_verifier_v1_AnswerPolicy__Output>
        AnswerVerdict: MessageTypeDefinition<_touchstone_verifier_v1_AnswerVerdict, _touchstone_verifier_v1_AnswerVerdict__Output>
        CheckStepsRequest: MessageTypeDefinition<_touchstone_verifier_v1_CheckStepsRequest, _touchstone_verifier_v1_CheckStepsRequest__Output>
        CheckStepsResponse: MessageTypeDefinition<_touchstone_verifier_v1_CheckStepsResponse, _touchstone_verifier_v1_CheckStepsResponse__Output>
        DecimalCommaRule: EnumTypeDefinition
        DecisionAction: EnumTypeDefinition
        DescribeRequest: MessageTypeDefinition<_touchstone_verifier_v1_DescribeRequest, _touchstone_verifier_v1_DescribeRequest__Output>
        DescribeResponse: MessageTypeDefinition<_touchstone_verifier_v1_DescribeResponse, _touchstone_verifier_v1_DescribeResponse__Output>
        Difficulty: MessageTypeDefinition<_touchstone_verifier_v1_Difficulty, _touchstone_verifier_v1_Difficulty__Output>
        DifficultySettings: MessageTypeDefinition<_touchstone_verifier_v1_DifficultySettings, _touchstone_verifier_v1_DifficultySettings__Output>
        DifficultyVisit: MessageTypeDefinition<_touchstone_verifier_v1_DifficultyVisit, _touchstone_verifier_v1_DifficultyVisit__Output>
        Failure: MessageTypeDefinition<_touchstone_verifier_v1_Failure, _touchstone_verifier_v1_Failure__Output>
        FailureKind: EnumTypeDefinition
        GetDifficultyRequest: MessageTypeDefinition<_touchstone_verifier_v1_GetDifficultyRequest, _touchstone_verifier_v1_GetDifficultyRequest__Output>
        GetDifficultyResponse: MessageTypeDefinition<_touchstone_verifier_v1_GetDifficultyResponse, _touchstone_verifier_v1_GetDifficultyResponse__Output>
        GoldRule: EnumTypeDefinition
        GradeAnswersRequest: MessageTypeDefinition<_touchstone_verifier_v1_GradeAnswersRequest, _touchstone_verifier_v1_GradeAnswersRequest__Output>
        GradeAnswersResponse: MessageTypeDefinition<_touchstone_verifier_v1_GradeAnswersResponse, _touchstone_verifier_v1_GradeAnswersResponse__Output>
        GraderDescription: MessageTypeDefinition<_touchstone_verifier_v1_GraderDescription, _touchstone_verifier_v1_GraderDescription__Output>
        GraderOption: MessageTypeDefinition<_touchstone_verifier_v1_GraderOption, _touchstone_verifier_v1_GraderOption__Output>
        GraderSpec: MessageTypeDefinition<_touchstone_verifier_v1_GraderSpec, _touchstone_verifier_v1_GraderSpec__Output>
        GroupDecision: MessageTypeDefinition<_touchstone_verifier_v1_GroupDecision, _touchstone_verifier_v1_GroupDecision__Output>
        GroupResult: MessageTypeDefinition<_touchstone_verifier_v1_GroupResult, _touchstone_verifier_v1_GroupResult__Output>
        GroupStats: MessageTypeDefinition<_touchstone_verifier_v1_GroupStats, _touchstone_verifier_v1_GroupStats__Output>
        ImportDifficultyRequest: MessageTypeDefinition<_touchstone_verifier_v1_ImportDifficultyRequest, _touchstone_verifier_v1_ImportDifficultyRequest__Output>
        ImportDifficultyResponse: MessageTypeDefinition<_touchstone_verifier_v1_ImportDifficultyResponse, _touchstone_verifier_v1_ImportDifficultyResponse__Output>
        ImportedCounts: MessageTypeDefinition<_touchstone_verifier_v1_ImportedCounts, _touchstone_verifier_v1_ImportedCounts__Output>
        IntegrationConstantRule: EnumTypeDefinition
        Limits: MessageTypeDefinition<_touchstone_verifier_v1_Limits, _touchstone_verifier_v1_Limits__Output>
        ListDifficultyRequest: MessageTypeDefinition<_touchstone_verifier_v1_ListDifficultyRequest, _touchstone_verifier_v1_ListDifficultyRequest__Output>
        ListDifficultyResponse: MessageTypeDefinition<_touchstone_verifier_v1_ListDifficultyResponse, _touchstone_verifier_v1_ListDifficultyResponse__Output>
        OrderRule: EnumTypeDefinition
        PercentRule: EnumTypeDefinition
        PoolLimits: MessageTypeDefinition<_touchstone_verifier_v1_PoolLimits, _touchstone_verifier_v1_PoolLimits__Output>
        ProseRule: EnumTypeDefinition
        RewardProfile: MessageTypeDefinition<_touchstone_verifier_v1_RewardProfile, _touchstone_verifier_v1_RewardProfile__Output>
        RewardSpec: MessageTypeDefinition<_touchstone_verifier_v1_RewardSpec, _touchstone_verifier_v1_RewardSpec__Output>
        Rollout: MessageTypeDefinition<_touchstone_verifier_v1_Rollout, _touchstone_verifier_v1_Rollout__Output>
        RolloutGroup: MessageTypeDefinition<_touchstone_verifier_v1_RolloutGroup, _touchstone_verifier_v1_RolloutGroup__Output>
        RolloutResult: MessageTypeDefinition<_touchstone_verifier_v1_RolloutResult, _touchstone_verifier_v1_RolloutResult__Output>
        RoundingRule: EnumTypeDefinition
        Score: MessageTypeDefinition<_touchstone_verifier_v1_Score, _touchstone_verifier_v1_Score__Output>
        ScoreRolloutsRequest: MessageTypeDefinition<_touchstone_verifier_v1_ScoreRolloutsRequest, _touchstone_verifier_v1_ScoreRolloutsRequest__Output>
        ScoreRolloutsResponse: MessageTypeDefinition<_touchstone_verifier_v1_ScoreRolloutsResponse, _touchstone_verifier_v1_ScoreRolloutsResponse__Output>
        SelectProblemsRequest: MessageTypeDefinition<_touchstone_verifier_v1_SelectProblemsRequest, _touchstone_verifier_v1_SelectProblemsRequest__Output>
        SelectProblemsResponse: MessageTypeDefinition<_touchstone_verifier_v1_SelectProblemsResponse, _touchstone_verifier_v1_SelectProblemsResponse__Output>
        SelectedProblem: MessageTypeDefinition<_touchstone_verifier_v1_SelectedProblem, _touchstone_verifier_v1_SelectedProblem__Output>
        ShortcutDetector: MessageTypeDefinition<_touchstone_verifier_v1_ShortcutDetector, _touchstone_verifier_v1_ShortcutDetector__Output>
        ShortcutFlag: MessageTypeDefinition<_touchstone_verifier_v1_ShortcutFlag, _touchstone_verifier_v1_ShortcutFlag__Output>
        Span: MessageTypeDefinition<_touchstone_verifier_v1_Span, _touchstone_verifier_v1_Span__Output>
        StepError: MessageTypeDefinition<_touchstone_verifier_v1_StepError, _touchstone_verifier_v1_StepError__Output>
        StepLimits: MessageTypeDefinition<_touchstone_verifier_v1_StepLimits, _touchstone_verifier_v1_StepLimits__Output>
        StepOutcome: EnumTypeDefinition
        StepVerdict: MessageTypeDefinition<_touchstone_verifier_v1_StepVerdict, _touchstone_verifier_v1_StepVerdict__Output>
        StepsCheck: EnumTypeDefinition
        SymbolRule: EnumTypeDefinition
        TraceCoherence: MessageTypeDefinition<_touchstone_verifier_v1_TraceCoherence, _touchstone_verifier_v1_TraceCoherence__Output>
        TraceItem: MessageTypeDefinition<_touchstone_verifier_v1_TraceItem, _touchstone_verifier_v1_TraceItem__Output>
        TraceReport: MessageTypeDefinition<_touchstone_verifier_v1_TraceReport, _touchstone_verifier_v1_TraceReport__Output>
        TraceValidity: EnumTypeDefinition
        TraceVerdict: MessageTypeDefinition<_touchstone_verifier_v1_TraceVerdict, _touchstone_verifier_v1_TraceVerdict__Output>
        UnevaluatedRule: EnumTypeDefinition
        UnitRule: EnumTypeDefinition
        VectorRule: EnumTypeDefinition
        Verifier: SubtypeConstructor<typeof grpc.Client, _touchstone_verifier_v1_VerifierClient> & { service: _touchstone_verifier_v1_VerifierDefinition }
      }
    }
  }
}

