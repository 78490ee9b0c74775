/**
 * Messages under the names a client uses: requests as they are written, responses as they are read.
 * A server sees the other side: see `server-messages.ts`.
 */
export type { AnswerChoice } from "./gen/touchstone/verifier/v1/AnswerChoice.ts";
export type { AnswerItem } from "./gen/touchstone/verifier/v1/AnswerItem.ts";
export type { AnswerPlace } from "./gen/touchstone/verifier/v1/AnswerPlace.ts";
export type { AnswerPolicy } from "./gen/touchstone/verifier/v1/AnswerPolicy.ts";
export type { AnswerVerdict__Output as AnswerVerdict } from "./gen/touchstone/verifier/v1/AnswerVerdict.ts";
export type { CheckStepsRequest } from "./gen/touchstone/verifier/v1/CheckStepsRequest.ts";
export type { CheckStepsResponse__Output as CheckStepsResponse } from "./gen/touchstone/verifier/v1/CheckStepsResponse.ts";
export type { DescribeResponse__Output as DescribeResponse } from "./gen/touchstone/verifier/v1/DescribeResponse.ts";
export type { Difficulty__Output as Difficulty } from "./gen/touchstone/verifier/v1/Difficulty.ts";
export type { DifficultySettings__Output as DifficultySettings } from "./gen/touchstone/verifier/v1/DifficultySettings.ts";
export type { Failure__Output as Failure } from "./gen/touchstone/verifier/v1/Failure.ts";
export type { FailureKind__Output as FailureKind } from "./gen/touchstone/verifier/v1/FailureKind.ts";
export type { GetDifficultyRequest } from "./gen/touchstone/verifier/v1/GetDifficultyRequest.ts";
export type { GetDifficultyResponse__Output as GetDifficultyResponse } from "./gen/touchstone/verifier/v1/GetDifficultyResponse.ts";
export type { GradeAnswersRequest } from "./gen/touchstone/verifier/v1/GradeAnswersRequest.ts";
export type { GradeAnswersResponse__Output as GradeAnswersResponse } from "./gen/touchstone/verifier/v1/GradeAnswersResponse.ts";
export type { GraderDescription__Output as GraderDescription } from "./gen/touchstone/verifier/v1/GraderDescription.ts";
export type { GraderSpec } from "./gen/touchstone/verifier/v1/GraderSpec.ts";
export type { GroupDecision__Output as GroupDecision } from "./gen/touchstone/verifier/v1/GroupDecision.ts";
export type { GroupResult__Output as GroupResult } from "./gen/touchstone/verifier/v1/GroupResult.ts";
export type { GroupStats__Output as GroupStats } from "./gen/touchstone/verifier/v1/GroupStats.ts";
export type { ImportDifficultyRequest } from "./gen/touchstone/verifier/v1/ImportDifficultyRequest.ts";
export type { ImportDifficultyResponse__Output as ImportDifficultyResponse } from "./gen/touchstone/verifier/v1/ImportDifficultyResponse.ts";
export type { Limits__Output as Limits } from "./gen/touchstone/verifier/v1/Limits.ts";
export type { ListDifficultyRequest } from "./gen/touchstone/verifier/v1/ListDifficultyRequest.ts";
export type { ListDifficultyResponse__Output as ListDifficultyResponse } from "./gen/touchstone/verifier/v1/ListDifficultyResponse.ts";
export type { OrderRule } from "./gen/touchstone/verifier/v1/OrderRule.ts";
export type { PercentRule } from "./gen/touchstone/verifier/v1/PercentRule.ts";
export type { RewardProfile__Output as RewardProfile } from "./gen/touchstone/verifier/v1/RewardProfile.ts";
export type { RewardSpec } from "./gen/touchstone/verifier/v1/RewardSpec.ts";
export type { Rollout } from "./gen/touchstone/verifier/v1/Rollout.ts";
export type { RolloutGroup } from "./gen/touchstone/verifier/v1/RolloutGroup.ts";
export type { RolloutResult__Output as RolloutResult } from "./gen/touchstone/verifier/v1/RolloutResult.ts";
export type { Score__Output as Score } from "./gen/touchstone/verifier/v1/Score.ts";
export type { ScoreRolloutsRequest } from "./gen/touchstone/verifier/v1/ScoreRolloutsRequest.ts";
export type { ScoreRolloutsResponse__Output as ScoreRolloutsResponse } from "./gen/touchstone/verifier/v1/ScoreRolloutsResponse.ts";
export type { SelectedProblem__Output as SelectedProblem } from "./gen/touchstone/verifier/v1/SelectedProblem.ts";
export type { SelectProblemsRequest } from "./gen/touchstone/verifier/v1/SelectProblemsRequest.ts";
export type { SelectProblemsResponse__Output as SelectProblemsResponse } from "./gen/touchstone/verifier/v1/SelectProblemsResponse.ts";
export type { ShortcutFlag__Output as ShortcutFlag } from "./gen/touchstone/verifier/v1/ShortcutFlag.ts";
export type { Span__Output as Span } from "./gen/touchstone/verifier/v1/Span.ts";
export type { StepVerdict__Output as StepVerdict } from "./gen/touchstone/verifier/v1/StepVerdict.ts";
export type { TraceItem } from "./gen/touchstone/verifier/v1/TraceItem.ts";
export type { TraceVerdict__Output as TraceVerdict } from "./gen/touchstone/verifier/v1/TraceVerdict.ts";
export type { UnitRule } from "./gen/touchstone/verifier/v1/UnitRule.ts";
