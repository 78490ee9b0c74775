/** Messages as a server sees them: `Received…` as decoded from a request, `Sent…` as written into a response. */
export type { AnswerItem__Output as ReceivedAnswerItem } from "./gen/touchstone/verifier/v1/AnswerItem.ts";
export type {
  AnswerPolicy as SentAnswerPolicy,
  AnswerPolicy__Output as ReceivedAnswerPolicy,
} from "./gen/touchstone/verifier/v1/AnswerPolicy.ts";
export type { AnswerVerdict as SentAnswerVerdict } from "./gen/touchstone/verifier/v1/AnswerVerdict.ts";
export type { CheckStepsRequest__Output as ReceivedCheckStepsRequest } from "./gen/touchstone/verifier/v1/CheckStepsRequest.ts";
export type { CheckStepsResponse as SentCheckStepsResponse } from "./gen/touchstone/verifier/v1/CheckStepsResponse.ts";
export type { DescribeResponse as SentDescribeResponse } from "./gen/touchstone/verifier/v1/DescribeResponse.ts";
export type { Difficulty as SentDifficulty } from "./gen/touchstone/verifier/v1/Difficulty.ts";
export type { DifficultySettings as SentDifficultySettings } from "./gen/touchstone/verifier/v1/DifficultySettings.ts";
export type { GetDifficultyRequest__Output as ReceivedGetDifficultyRequest } from "./gen/touchstone/verifier/v1/GetDifficultyRequest.ts";
export type { GetDifficultyResponse as SentGetDifficultyResponse } from "./gen/touchstone/verifier/v1/GetDifficultyResponse.ts";
export type { GradeAnswersRequest__Output as ReceivedGradeAnswersRequest } from "./gen/touchstone/verifier/v1/GradeAnswersRequest.ts";
export type { GradeAnswersResponse as SentGradeAnswersResponse } from "./gen/touchstone/verifier/v1/GradeAnswersResponse.ts";
export type { GraderDescription as SentGraderDescription } from "./gen/touchstone/verifier/v1/GraderDescription.ts";
export type { GraderSpec__Output as ReceivedGraderSpec } from "./gen/touchstone/verifier/v1/GraderSpec.ts";
export type { GroupDecision as SentGroupDecision } from "./gen/touchstone/verifier/v1/GroupDecision.ts";
export type { GroupResult as SentGroupResult } from "./gen/touchstone/verifier/v1/GroupResult.ts";
export type { GroupStats as SentGroupStats } from "./gen/touchstone/verifier/v1/GroupStats.ts";
export type { ImportDifficultyRequest__Output as ReceivedImportDifficultyRequest } from "./gen/touchstone/verifier/v1/ImportDifficultyRequest.ts";
export type { ImportDifficultyResponse as SentImportDifficultyResponse } from "./gen/touchstone/verifier/v1/ImportDifficultyResponse.ts";
export type { ListDifficultyRequest__Output as ReceivedListDifficultyRequest } from "./gen/touchstone/verifier/v1/ListDifficultyRequest.ts";
export type { ListDifficultyResponse as SentListDifficultyResponse } from "./gen/touchstone/verifier/v1/ListDifficultyResponse.ts";
export type { PoolLimits as SentPoolLimits } from "./gen/touchstone/verifier/v1/PoolLimits.ts";
export type {
  RewardSpec as SentRewardSpec,
  RewardSpec__Output as ReceivedRewardSpec,
} from "./gen/touchstone/verifier/v1/RewardSpec.ts";
export type { Rollout__Output as ReceivedRollout } from "./gen/touchstone/verifier/v1/Rollout.ts";
export type { RolloutGroup__Output as ReceivedRolloutGroup } from "./gen/touchstone/verifier/v1/RolloutGroup.ts";
export type { RolloutResult as SentRolloutResult } from "./gen/touchstone/verifier/v1/RolloutResult.ts";
export type { ScoreRolloutsRequest__Output as ReceivedScoreRolloutsRequest } from "./gen/touchstone/verifier/v1/ScoreRolloutsRequest.ts";
export type { ScoreRolloutsResponse as SentScoreRolloutsResponse } from "./gen/touchstone/verifier/v1/ScoreRolloutsResponse.ts";
export type { SelectProblemsRequest__Output as ReceivedSelectProblemsRequest } from "./gen/touchstone/verifier/v1/SelectProblemsRequest.ts";
export type { SelectProblemsResponse as SentSelectProblemsResponse } from "./gen/touchstone/verifier/v1/SelectProblemsResponse.ts";
export type { ShortcutFlag as SentShortcutFlag } from "./gen/touchstone/verifier/v1/ShortcutFlag.ts";
export type { StepLimits as SentStepLimits } from "./gen/touchstone/verifier/v1/StepLimits.ts";
export type { StepVerdict as SentStepVerdict } from "./gen/touchstone/verifier/v1/StepVerdict.ts";
export type { TraceItem__Output as ReceivedTraceItem } from "./gen/touchstone/verifier/v1/TraceItem.ts";
export type { TraceVerdict as SentTraceVerdict } from "./gen/touchstone/verifier/v1/TraceVerdict.ts";
export type { VerifierHandlers } from "./gen/touchstone/verifier/v1/Verifier.ts";
